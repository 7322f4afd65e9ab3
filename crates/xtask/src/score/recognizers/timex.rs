//! What an expected expression is worth, in the ways that TIMEX3 can write it.

use serde_json::Value;

use super::calendar::{ending_before, periods};

/// The values that are right for an expression, and for a span those of its two ends.
#[derive(Debug, Default)]
pub struct Accepted {
    pub values: Vec<String>,
    pub spans: Vec<[Vec<String>; 2]>,
}

/// What is accepted for an expected expression, seen from a day.
pub fn accepted(expected: &Value, seen_from: &str) -> Accepted {
    let mut accepted = Accepted::default();
    for reading in expected["values"].as_array().into_iter().flatten() {
        let text = |key: &str| reading[key].as_str().filter(|value| *value != "not resolved");
        let (timex, value, start, end) = (text("timex").unwrap_or(""), text("value"), text("start"), text("end"));
        let year = value.or(start).or(end).and_then(|date| date.get(..4)).unwrap_or("");
        let known = [value, start.filter(|_| end.is_none()), end.filter(|_| start.is_none())];
        accepted.values.extend(known.into_iter().flatten().map(normal));
        accepted.values.extend(start.zip(end).map(|(start, end)| periods(start, end)).into_iter().flatten());
        let parts: Vec<&str> = timex.trim_matches(['(', ')']).split(',').collect();
        match parts[..] {
            [first, last, length] => {
                accepted.values.push(normal(length));
                accepted.values.extend(periods(first, last));
                let mut closing = ends(last, end, year, seen_from);
                closing.extend(end.map(ending_before).into_iter().flatten());
                accepted.spans.push([ends(first, start, year, seen_from), closing]);
            }
            // Weekends that recur.
            _ if timex == "P1WE" => accepted.values.push("XXXX-WXX-WE".to_owned()),
            _ => accepted.values.extend([normal(timex), normal(&in_year(timex, year))]),
        }
    }
    accepted
}

/// An end of a span; today may be told as now.
fn ends(timex: &str, day: Option<&str>, year: &str, seen_from: &str) -> Vec<String> {
    let now = (day == Some(seen_from)).then(|| "PRESENT_REF".to_owned());
    day.map(normal).into_iter().chain([normal(&in_year(timex, year))]).chain(now).collect()
}

/// 'XXXX-08' in a year; the business, school and fiscal years are told by their number.
fn in_year(timex: &str, year: &str) -> String {
    // Their night-time is the night.
    let timex = if timex == "TNT" { "TNI" } else { timex };
    let timex = timex.strip_prefix("FY").or_else(|| timex.strip_prefix("SY")).unwrap_or(timex);
    timex.strip_prefix("XXXX-").map_or_else(|| timex.to_owned(), |rest| format!("{year}-{rest}"))
}

/// One way of writing a value: without minutes that are nought, and lengths in the same units.
pub fn normal(value: &str) -> String {
    let is_clock = value.len() == 8 && value.as_bytes()[2] == b':';
    let value = if is_clock { format!("T{value}") } else { value.replacen(' ', "T", 1) };
    let value = value.trim_end_matches('Z');
    if let Some(length) = value.strip_prefix('P') {
        return length_of(length);
    }
    match value.find('T') {
        Some(_) => {
            let value = value.strip_suffix(":00").unwrap_or(value);
            value.strip_suffix(":00").unwrap_or(value).to_owned()
        }
        None => value.to_owned(),
    }
}

/// A length in months and seconds.
fn length_of(length: &str) -> String {
    let (mut months, mut seconds) = (0.0, 0.0);
    let (days, clock) = length.split_once('T').unwrap_or((length, ""));
    for (in_clock, part) in [(false, days), (true, clock)] {
        let mut rest = part;
        while let Some(at) = rest.find(|letter: char| letter.is_ascii_uppercase()) {
            let end = rest[at..].find(|letter: char| !letter.is_ascii_uppercase()).map_or(rest.len(), |end| at + end);
            let Ok(count) = rest[..at].parse::<f64>() else { return format!("P{length}") };
            let Some((of_months, of_seconds)) = unit(&rest[at..end], in_clock) else { return format!("P{length}") };
            months += count * of_months;
            seconds += count * of_seconds;
            rest = &rest[end..];
        }
    }
    format!("P{months}+{seconds}")
}

/// How many months and seconds a unit has.
fn unit(letters: &str, in_clock: bool) -> Option<(f64, f64)> {
    const DAY: f64 = 86_400.0;
    Some(match (in_clock, letters) {
        (false, "CE") => (1200.0, 0.0),
        (false, "DE") => (120.0, 0.0),
        (false, "Y") => (12.0, 0.0),
        (false, "Q") => (3.0, 0.0),
        (false, "M") => (1.0, 0.0),
        (false, "W") => (0.0, 7.0 * DAY),
        (false, "D" | "BD") => (0.0, DAY),
        (true, "H") => (0.0, 3600.0),
        (true, "M") => (0.0, 60.0),
        (true, "S") => (0.0, 1.0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_way_of_writing() {
        assert_eq!(normal("2016-11-08 08:00:00"), "2016-11-08T08");
        assert_eq!(normal("19:56:30"), "T19:56:30");
        assert_eq!(normal("2016-11-08T08:00"), "2016-11-08T08");
        assert_eq!(normal("PT1.5H"), normal("PT1H30M"));
        assert_eq!(normal("P2DE"), normal("P20Y"));
        assert_eq!(normal("PXW"), "PXW");
        assert_eq!(normal("2018"), "2018");
    }

    #[test]
    fn readings_and_spans() {
        let expected = json!({"values": [{"timex": "XXXX-08", "start": "2016-08-01", "end": "2016-09-01"}]});
        assert!(accepted(&expected, "2016-11-07").values.contains(&"2016-08".to_owned()));
        let span =
            json!({"values": [{"timex": "(2019-04-23,XXXX-11-15,P206D)", "start": "2019-04-23", "end": "2019-11-15"}]});
        let span = accepted(&span, "2019-04-23").spans.remove(0);
        assert!(span[0].contains(&"PRESENT_REF".to_owned()) && span[1].contains(&"2019-11-15".to_owned()));
    }
}
