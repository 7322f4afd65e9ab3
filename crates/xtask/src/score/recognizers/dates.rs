//! Expressions of time in single sentences.

use serde_json::Value;

use super::CaseVerdict;
use super::calendar::{quarter_of, week_of};
use super::timex::{Accepted, accepted, normal};
use crate::score::overlap::{listed, span};

/// Words that make a point of a distance and a day: TIMEX3 marks the two apart.
const BESIDE: [&str; 3] = [" before ", " after ", " since "];

/// Holds one case against what was printed for it.
pub fn verdict(case: &Value, printed: &Value) -> CaseVerdict {
    let expected = listed(case, "expected");
    if let Some(kind) = expected.iter().find_map(|expected| left_out(expected)) {
        return CaseVerdict::LeftOut(kind);
    }
    let given = listed(printed, "dates");
    let mut used = vec![false; given.len()];
    let mut right = true;
    for wanted in expected {
        let overlapping: Vec<usize> = (0..given.len()).filter(|index| overlap(wanted, given[*index])).collect();
        overlapping.iter().for_each(|index| used[*index] = true);
        let values: Vec<String> =
            overlapping.iter().filter_map(|index| given[*index]["value"].as_str()).map(normal).collect();
        right &= is_right(&accepted(wanted, case["date"].as_str().unwrap_or("")), &values, wanted);
    }
    if right && used.iter().all(|used| *used) { CaseVerdict::Right } else { CaseVerdict::Wrong }
}

fn overlap(a: &Value, b: &Value) -> bool {
    span(a).zip(span(b)).is_some_and(|(a, b)| a.start < b.end && b.start < a.end)
}

/// Why a case is no measure of the dates of a record.
fn left_out(expected: &Value) -> Option<&'static str> {
    let text = expected["text"].as_str()?.to_lowercase();
    let is_date = expected["type"].as_str()?.ends_with(".date");
    expected["values"].as_array()?.iter().find_map(|reading| {
        let timex = reading["timex"].as_str().unwrap_or("");
        let seconds = timex.matches(':').count() >= 2 && timex.contains('-');
        let no_day = reading["value"] == "not resolved" && timex.trim_start_matches('(').starts_with("20");
        let beside = BESIDE.iter().any(|word| text.contains(word));
        let more = text.starts_with("more than ") || text.starts_with("less than ");
        let distance = is_date && (text.starts_with("in ") || beside) || more && beside;
        match () {
            () if seconds => Some("counted in minutes from the moment of asking"),
            () if no_day => Some("a day that no calendar has"),
            () if reading["Mod"] == "ref_undef" => Some("pointed at, and not told"),
            () if distance => Some("a distance and a day as one point"),
            () => None,
        }
    })
}

/// Whether printed values are what is accepted.
fn is_right(accepted: &Accepted, values: &[String], wanted: &Value) -> bool {
    let away = wanted["text"].as_str().is_some_and(|text| text.ends_with("ago") || text.ends_with("later"));
    let one = values
        .iter()
        .any(|value| accepted.values.iter().any(|right| same(value, right) || away && coarser(value, right)));
    let both = |ends: &[Vec<String>; 2]| {
        ends.iter()
            .all(|end| values.iter().any(|value| end.iter().any(|right| same(value, right) || coarser(value, right))))
    };
    one || accepted.spans.iter().any(both)
}

/// The same value, or the same time of day where no day is expected; an unknown number of a unit is X in TIMEX3.
fn same(value: &str, right: &str) -> bool {
    let clock = right.starts_with('T') && value.find('T').is_some_and(|at| &value[at..] == right);
    // Their 'several' are three.
    let unknown = value.starts_with('P') && value.contains('X') && normal(&value.replace('X', "3")) == right;
    value == right || clock || unknown
}

/// Whether a value is a longer period that holds the right one: '2014' for '2014-01-01'.
fn coarser(value: &str, right: &str) -> bool {
    let clock = || value.find('T').zip(right.find('T')).is_some_and(|(a, b)| value[a..] == right[b..]);
    let holds = [week_of(right), quarter_of(right)].iter().flatten().any(|period| period == value);
    value.len() >= 4 && right.starts_with(value) || holds || clock()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn case(text: &str, kind: &str, reading: &Value) -> Value {
        let expected = json!([{"text": text, "start": 0, "end": text.len(), "type": kind, "values": [reading]}]);
        json!({"text": text, "date": "2016-11-07", "expected": expected})
    }

    fn printed(dates: &[(usize, usize, &str)]) -> Value {
        let date = |(start, end, value): &(usize, usize, &str)| json!({"start": start, "end": end, "value": value});
        json!({"dates": dates.iter().map(date).collect::<Vec<_>>()})
    }

    #[test]
    fn days_spans_and_what_is_left_out() {
        let day = case("Oct 2", "x.date", &json!({"timex": "XXXX-10-02", "value": "2016-10-02"}));
        assert_eq!(verdict(&day, &printed(&[(0, 5, "2016-10-02")])), CaseVerdict::Right);
        assert_eq!(verdict(&day, &printed(&[(0, 5, "2015-10-02")])), CaseVerdict::Wrong);
        let span = json!({"timex": "(2014-01-01,2018-01-01,P4Y)", "start": "2014-01-01", "end": "2018-01-01"});
        let span = case("2014 to 2018", "x.daterange", &span);
        assert_eq!(verdict(&span, &printed(&[(0, 4, "2014"), (8, 12, "2018")])), CaseVerdict::Right);
        assert_eq!(verdict(&span, &printed(&[(0, 4, "2014")])), CaseVerdict::Wrong);
        let several = case("several weeks", "x.duration", &json!({"timex": "P3W", "value": "1814400"}));
        assert_eq!(verdict(&several, &printed(&[(0, 13, "PXW")])), CaseVerdict::Right);
        let asked = json!({"timex": "2016-11-07T00:05:00", "value": "2016-11-07 00:05:00"});
        assert!(matches!(verdict(&case("in 5 minutes", "x.datetime", &asked), &printed(&[])), CaseVerdict::LeftOut(_)));
    }

    #[test]
    fn nothing_may_be_found_beside() {
        let none = json!({"text": "May I ask", "expected": []});
        assert_eq!(verdict(&none, &printed(&[])), CaseVerdict::Right);
        assert_eq!(verdict(&none, &printed(&[(0, 3, "2016-05")])), CaseVerdict::Wrong);
    }
}
