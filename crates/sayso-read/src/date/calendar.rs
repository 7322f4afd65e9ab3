//! Periods of the calendar, from a day to a century, and the steps between them.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::unit::{Season, Unit};

/// A period of the calendar; `None` for a year that nothing tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// By the first two digits of its years: the 20th century is 19. Those before Christ are negative, by their number.
    Century(i16),
    /// By the first three digits of its years.
    Decade(i16),
    /// A year; those before Christ are negative.
    Year(i16),
    /// A half of a year.
    Half(Option<i16>, i8),
    /// A quarter of a year.
    Quarter(Option<i16>, i8),
    /// A season; winter is counted to the year that it is named with.
    Season(Option<i16>, Season),
    /// A month.
    Month(Option<i16>, i8),
    /// An ISO 8601 week.
    Week(i16, i8),
    /// The end of an ISO 8601 week.
    Weekend(i16, i8),
    /// A day.
    Day(Date),
    /// A month and a day in it.
    Yearless(i8, i8),
    /// A day of a week that nothing tells.
    Weekday(Weekday),
    /// A unit of which nothing tells which.
    Unknown(Unit),
}

impl Period {
    /// The period of a unit that holds `day`, or the one `by` steps from it.
    pub(super) fn around(unit: Unit, day: Date, by: i32) -> Option<Self> {
        let year =
            |by: i32| i16::try_from(i32::from(day.year()) + by).ok().filter(|year| (-9999..=9999).contains(year));
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => Some(Self::Day(day)),
            Unit::Day => day.checked_add(by.days()).ok().map(Self::Day),
            Unit::Week => week_of(day, by).map(|(year, week)| Self::Week(year, week)),
            Unit::Weekend => week_of(day, by).map(|(year, week)| Self::Weekend(year, week)),
            Unit::Month => {
                let month = i32::from(day.month()) - 1 + by;
                Some(Self::Month(Some(year(month.div_euclid(12))?), i8::try_from(month.rem_euclid(12)).ok()? + 1))
            }
            Unit::Quarter => {
                let quarter = i32::from(quarter_of(day)) - 1 + by;
                Some(Self::Quarter(Some(year(quarter.div_euclid(4))?), i8::try_from(quarter.rem_euclid(4)).ok()? + 1))
            }
            Unit::Year => year(by).map(Self::Year),
            Unit::Decade => year(by.checked_mul(10)?).map(|year| Self::Decade(year / 10)),
            Unit::Century => year(by.checked_mul(100)?).map(|year| Self::Century(year / 100)),
        }
    }

    /// Its first day, where the calendar tells it.
    pub(super) fn first_day(self) -> Option<Date> {
        let day = |year, month| Date::new(year, month, 1).ok();
        match self {
            Self::Century(century @ ..0) => day(century.checked_mul(100)?, 1),
            Self::Century(century) => day(century.checked_mul(100)?.max(1), 1),
            Self::Decade(decade) => day(decade.checked_mul(10)?.max(1), 1),
            Self::Year(year) => day(year, 1),
            Self::Half(year, half) => day(year?, half * 6 - 5),
            Self::Quarter(year, quarter) => day(year?, quarter * 3 - 2),
            Self::Season(year, season) => day(year?, season.first_month()),
            Self::Month(year, month) => day(year?, month),
            Self::Week(year, week) => week_day(year, week, Weekday::Monday),
            Self::Weekend(year, week) => week_day(year, week, Weekday::Saturday),
            Self::Day(date) => Some(date),
            Self::Yearless(..) | Self::Weekday(_) | Self::Unknown(_) => None,
        }
    }

    /// The unit that it is one of, or the next finer one.
    pub(super) fn unit(self) -> Unit {
        match self {
            Self::Century(_) => Unit::Century,
            Self::Decade(_) => Unit::Decade,
            Self::Year(_) => Unit::Year,
            Self::Half(..) | Self::Quarter(..) | Self::Season(..) => Unit::Quarter,
            Self::Month(..) => Unit::Month,
            Self::Week(..) => Unit::Week,
            Self::Weekend(..) => Unit::Weekend,
            Self::Day(_) | Self::Yearless(..) | Self::Weekday(_) => Unit::Day,
            Self::Unknown(unit) => unit,
        }
    }
}

/// The quarter of the year that a day lies in, from 1.
pub(super) fn quarter_of(day: Date) -> i8 {
    (day.month() - 1) / 3 + 1
}

fn week_of(day: Date, by: i32) -> Option<(i16, i8)> {
    let week = day.checked_add(by.weeks()).ok()?.iso_week_date();
    Some((week.year(), week.week()))
}

fn week_day(year: i16, week: i8, day: Weekday) -> Option<Date> {
    jiff::civil::ISOWeekDate::new(year, week, day).ok().map(Date::from)
}

/// A year in four digits, or the mark for one that is not known.
struct Digits(Option<i16>);

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(year @ ..0) => write!(f, "BC{:04}", -i32::from(year)),
            Some(year) => write!(f, "{year:04}"),
            None => f.write_str("XXXX"),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Century(century @ ..0) => write!(f, "BC{:02}", -i32::from(century) - 1),
            Self::Century(century) => write!(f, "{century:02}"),
            Self::Decade(decade) => write!(f, "{decade:03}"),
            Self::Year(year) => Digits(Some(year)).fmt(f),
            Self::Half(year, half) => write!(f, "{}-H{half}", Digits(year)),
            Self::Quarter(year, quarter) => write!(f, "{}-Q{quarter}", Digits(year)),
            Self::Season(year, season) => write!(f, "{}-{}", Digits(year), season.name()),
            Self::Month(year, month) => write!(f, "{}-{month:02}", Digits(year)),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Weekend(year, week) => write!(f, "{year:04}-W{week:02}-WE"),
            Self::Day(date) => write!(f, "{}-{:02}-{:02}", Digits(Some(date.year())), date.month(), date.day()),
            Self::Yearless(month, day) => write!(f, "XXXX-{month:02}-{day:02}"),
            Self::Weekday(day) => write!(f, "XXXX-WXX-{}", day.to_monday_one_offset()),
            Self::Unknown(unit) => f.write_str(unknown(unit)),
        }
    }
}

fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn around(unit: Unit, day: Date, by: i32) -> String {
        Period::around(unit, day, by).map_or_else(String::new, |period| period.to_string())
    }

    #[test]
    fn steps_over_the_turn_of_a_year() {
        assert_eq!(around(Unit::Month, date(2010, 1, 25), -1), "2009-12");
        assert_eq!(around(Unit::Quarter, date(2010, 12, 25), 1), "2011-Q1");
        assert_eq!(around(Unit::Week, date(2006, 1, 3), -1), "2005-W52");
        assert_eq!(around(Unit::Decade, date(2006, 1, 3), -1), "199");
        assert_eq!(around(Unit::Century, date(2006, 1, 3), 0), "20");
    }

    #[test]
    fn steps_out_of_the_calendar_lead_nowhere() {
        assert_eq!(around(Unit::Year, date(2006, 1, 3), i32::MAX / 2), "");
        assert_eq!(around(Unit::Century, date(2006, 1, 3), i32::MAX), "");
        assert_eq!(around(Unit::Day, date(9999, 12, 31), 1), "");
    }

    #[test]
    fn what_is_not_known_is_marked() {
        assert_eq!(Period::Month(None, 10).to_string(), "XXXX-10");
        assert_eq!(Period::Weekday(Weekday::Friday).to_string(), "XXXX-WXX-5");
    }
}
