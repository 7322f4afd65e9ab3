//! What an expression of time is worth, as ISO-TimeML TIMEX3 writes it.

use std::fmt;

use serde::Deserialize;

use super::calendar::Period;
use super::unit::{DayPart, Unit};

/// The value of an expression; prints as TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A period of the calendar.
    Calendar(Period),
    /// A time on a day.
    Moment(Period, Moment),
    /// A length of time; also what recurs at such a distance.
    Length(Length),
    /// Some time that is only said to be past, present or future.
    Reference(Reference),
    /// What recurs on a day of the week, or on a part of it.
    Weekly(jiff::civil::Weekday, Option<DayPart>),
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// By the clock.
    Clock {
        /// 0 to 24.
        hour: i8,
        /// 0 to 59.
        minute: i8,
        /// 0 to 59, where they are told and are not nought.
        second: Option<i8>,
        /// Whether it is said to be universal time.
        universal: bool,
    },
    /// A part of the day.
    Part(DayPart),
    /// Not told.
    Unknown,
}

/// A length of time in one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    /// How many.
    pub count: Count,
    /// Of what.
    pub unit: Unit,
}

/// How many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Count {
    /// So many.
    Of(u32),
    /// So many and a half.
    AndHalf(u32),
    /// Several.
    Some,
}

/// Where some time lies, seen from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reference {
    /// Before.
    Past,
    /// About then.
    Present,
    /// After.
    Future,
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Calendar(period) => period.fmt(f),
            Self::Moment(day, moment) => write!(f, "{day}{moment}"),
            Self::Length(length) => length.fmt(f),
            Self::Reference(Reference::Past) => f.write_str("PAST_REF"),
            Self::Reference(Reference::Present) => f.write_str("PRESENT_REF"),
            Self::Reference(Reference::Future) => f.write_str("FUTURE_REF"),
            Self::Weekly(day, part) => {
                let part = part.map_or(String::new(), |part| Moment::Part(part).to_string());
                write!(f, "XXXX-WXX-{}{part}", day.to_monday_one_offset())
            }
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Clock { hour, minute, second, universal } => {
                write!(f, "T{hour:02}:{minute:02}")?;
                second.map_or(Ok(()), |second| write!(f, ":{second:02}"))?;
                f.write_str(if universal { "Z" } else { "" })
            }
            Self::Part(part) => write!(f, "T{}", part.name()),
            Self::Unknown => f.write_str("TXX"),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (time, letters) = designator(self.unit);
        match self.count {
            Count::Of(count) => write!(f, "P{time}{count}{letters}"),
            Count::AndHalf(0) => write!(f, "P{}", Half(self.unit)),
            Count::AndHalf(count) => {
                let half = Half(self.unit).to_string();
                write!(f, "P{time}{count}{letters}{}", half.trim_start_matches(time))
            }
            Count::Some => write!(f, "P{time}X{letters}"),
        }
    }
}

/// The mark of the time of day, and the letters of the unit.
fn designator(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::Second => ("T", "S"),
        Unit::Minute => ("T", "M"),
        Unit::Hour => ("T", "H"),
        Unit::Day => ("", "D"),
        Unit::Weekend => ("", "WE"),
        Unit::Week => ("", "W"),
        Unit::Month => ("", "M"),
        Unit::Quarter => ("", "Q"),
        Unit::Year => ("", "Y"),
        Unit::Decade => ("", "DE"),
        Unit::Century => ("", "CE"),
    }
}

/// Half a unit, in the next finer one, without the leading P.
struct Half(Unit);

impl fmt::Display for Half {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Unit::Second => "T0.5S",
            Unit::Minute => "T30S",
            Unit::Hour => "T30M",
            Unit::Day => "T12H",
            Unit::Weekend => "1D",
            Unit::Week => "3.5D",
            Unit::Month => "15D",
            Unit::Quarter => "45D",
            Unit::Year => "6M",
            Unit::Decade => "5Y",
            Unit::Century => "50Y",
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn length(count: Count, unit: Unit) -> String {
        Value::Length(Length { count, unit }).to_string()
    }

    #[test]
    fn lengths() {
        assert_eq!(length(Count::Of(3), Unit::Hour), "PT3H");
        assert_eq!(length(Count::Some, Unit::Decade), "PXDE");
        assert_eq!(length(Count::AndHalf(2), Unit::Year), "P2Y6M");
        assert_eq!(length(Count::AndHalf(1), Unit::Minute), "PT1M30S");
        assert_eq!(length(Count::AndHalf(0), Unit::Hour), "PT30M");
        assert_eq!(length(Count::AndHalf(1), Unit::Day), "P1DT12H");
    }

    #[test]
    fn moments() {
        let day = Period::Day(date(2013, 7, 6));
        let clock = Moment::Clock { hour: 11, minute: 30, second: None, universal: true };
        assert_eq!(Value::Moment(day, clock).to_string(), "2013-07-06T11:30Z");
        assert_eq!(Value::Moment(day, Moment::Part(DayPart::Night)).to_string(), "2013-07-06TNI");
    }
}
