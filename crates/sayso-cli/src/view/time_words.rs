//! What an expression of time is worth, in plain words: '30 January 2026', 'any Friday', 'at least 10 years'.

use sayso::Date;
use sayso::date::{Count, DateKind, DayPart, Length, Mod, Moment, Period, Reference, Season, Unit, Value};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date's value with what narrows it.
pub fn time_words(date: &Date) -> String {
    let value = value(&date.value, date.kind == DateKind::Set);
    match date.modifier {
        None => value,
        Some(Mod::Before) => format!("before {value}"),
        Some(Mod::After) => format!("after {value}"),
        Some(Mod::OnOrBefore) => format!("{value} or before"),
        Some(Mod::OnOrAfter) => format!("{value} or after"),
        Some(Mod::LessThan) => format!("less than {value}"),
        Some(Mod::MoreThan) => format!("more than {value}"),
        Some(Mod::EqualOrLess) => format!("at most {value}"),
        Some(Mod::EqualOrMore) => format!("at least {value}"),
        Some(Mod::Start) => format!("the start of {value}"),
        Some(Mod::Mid) => format!("the middle of {value}"),
        Some(Mod::End) => format!("the end of {value}"),
        Some(Mod::Approx) => format!("about {value}"),
        Some(Mod::StartToDct) => format!("{value}, up to publication"),
        Some(Mod::DctToEnd) => format!("{value}, from publication on"),
    }
}

fn value(value: &Value, recurs: bool) -> String {
    match value {
        Value::Calendar(Period::Unknown(unit)) if recurs => format!("every {}", self::unit(*unit)),
        Value::Calendar(period) => self::period(period),
        Value::Moment(Period::Unknown(_), Moment::Part(part)) if recurs => format!("every {}", day_part(*part)),
        Value::Moment(day, moment) => format!("{}, {}", period(day), self::moment(moment)),
        Value::Length(length) if recurs => format!("every {}", self::length(length)),
        Value::Length(length) => self::length(length),
        Value::Reference(Reference::Past) => "in the past".to_owned(),
        Value::Reference(Reference::Present) => "at publication".to_owned(),
        Value::Reference(Reference::Future) => "in the future".to_owned(),
        Value::Weekly(day, part) => {
            let part = part.map(|part| format!(" {}", day_part(part))).unwrap_or_default();
            format!("every {day:?}{part}")
        }
    }
}

fn period(period: &Period) -> String {
    match *period {
        Period::Century(century @ ..0) => {
            let number = -i32::from(century);
            format!("{} to {} BC", 100 * number, 100 * number - 99)
        }
        Period::Century(century) => format!("{century}00 to {century}99"),
        Period::Decade(decade) => format!("the {decade}0s"),
        Period::Year(year) => self::year(Some(year)),
        Period::Half(year, half) => format!("half {half} of {}", self::year(year)),
        Period::Quarter(year, quarter) => format!("quarter {quarter} of {}", self::year(year)),
        Period::Season(year, season) => format!("{} of {}", self::season(season), self::year(year)),
        Period::Month(Some(year), month) => format!("{} {}", self::month(month), self::year(Some(year))),
        Period::Month(None, month) => format!("{}, year not known", self::month(month)),
        Period::Week(year, week) => format!("week {week} of {}", self::year(Some(year))),
        Period::Weekend(year, week) => format!("the end of week {week} of {}", self::year(Some(year))),
        Period::Day(date) => {
            format!(
                "{:?}, {} {} {}",
                date.weekday(),
                date.day(),
                self::month(date.month()),
                self::year(Some(date.year()))
            )
        }
        Period::Yearless(month, day) => format!("{day} {}, year not known", self::month(month)),
        Period::Weekday(day) => format!("a {day:?}"),
        Period::Unknown(unit) => format!("some {}", self::unit(unit)),
    }
}

fn year(year: Option<i16>) -> String {
    match year {
        Some(year @ ..0) => format!("{} BC", -i32::from(year)),
        Some(year) => year.to_string(),
        None => "an unknown year".to_owned(),
    }
}

fn month(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|month| MONTHS.get(month)).copied().unwrap_or("some month")
}

fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "spring",
        Season::Summer => "summer",
        Season::Autumn => "autumn",
        Season::Winter => "winter",
    }
}

fn moment(moment: &Moment) -> String {
    match moment {
        Moment::Clock { hour, minute, universal, .. } => {
            format!("{hour:02}:{minute:02}{}", if *universal { " UTC" } else { "" })
        }
        Moment::Part(part) => day_part(*part).to_owned(),
        Moment::Unknown => "some time".to_owned(),
    }
}

fn day_part(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "morning",
        DayPart::Afternoon => "afternoon",
        DayPart::Evening => "evening",
        DayPart::Night => "night",
    }
}

fn length(length: &Length) -> String {
    let unit = unit(length.unit);
    match length.count {
        Count::Of(1) => format!("1 {unit}"),
        Count::Of(count) => format!("{count} {}", plural(unit)),
        Count::AndHalf(0) => format!("half a {unit}"),
        Count::AndHalf(count) => format!("{count}½ {}", plural(unit)),
        Count::Some => format!("some {}", plural(unit)),
    }
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Second => "second",
        Unit::Minute => "minute",
        Unit::Hour => "hour",
        Unit::Day => "day",
        Unit::Weekend => "weekend",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Quarter => "quarter",
        Unit::Year => "year",
        Unit::Decade => "decade",
        Unit::Century => "century",
    }
}

fn plural(unit: &str) -> String {
    unit.strip_suffix('y').filter(|_| unit == "century").map_or(format!("{unit}s"), |stem| format!("{stem}ies"))
}

#[cfg(test)]
mod tests {
    use sayso::Text;

    use super::*;

    #[test]
    fn values_in_words() {
        let text: Text = Text::new("Friday; mid-October; at least ten years; 9pm; every Monday; the 1990s; now");
        let published = "2026-02-03".parse().ok();
        let words: Vec<String> =
            sayso::english().dates(&text, &[text.whole()], published).iter().map(time_words).collect();
        assert_eq!(
            words,
            [
                "Friday, 30 January 2026",
                "the middle of October 2025",
                "at least 10 years",
                "Friday, 30 January 2026, 21:00",
                "every Monday",
                "the 1990s",
                "at publication"
            ]
        );
    }
}
