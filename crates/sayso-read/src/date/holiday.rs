//! Days that are named rather than dated.

use jiff::civil::{Date, Weekday};
use sayso_lang::Phrases;
use serde::Deserialize;

use super::phrases::Phrased;

/// When a named day falls in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "When")]
pub(super) enum Holiday {
    /// Always in one month, on one day.
    Fixed(i8, i8),
    /// The n-th such weekday of a month; from its end where n is negative.
    Nth(i8, Weekday, i8),
    /// So many days after the first such weekday of a month.
    AfterFirst(i8, Weekday, i8),
    /// So many days from Easter Sunday.
    Easter(i8),
}

use Holiday::{AfterFirst, Easter, Fixed, Nth};

/// The same as the file says it.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum When {
    Fixed { month: i8, day: i8 },
    Nth { n: i8, weekday: Day, month: i8 },
    AfterFirst { days: i8, weekday: Day, month: i8 },
    Easter(i8),
}

/// A weekday as the file says it.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase", remote = "Weekday")]
enum WeekdayName {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

#[derive(Deserialize)]
#[serde(transparent)]
struct Day(#[serde(with = "WeekdayName")] Weekday);

impl From<When> for Holiday {
    fn from(when: When) -> Self {
        match when {
            When::Fixed { month, day } => Fixed(month, day),
            When::Nth { n, weekday, month } => Nth(month, weekday.0, n),
            When::AfterFirst { days, weekday, month } => AfterFirst(month, weekday.0, days),
            When::Easter(days) => Easter(days),
        }
    }
}

/// Named days by their names in lower case, with every mark a word of its own.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "HolidayFile")]
pub(super) struct Holidays(pub(super) Phrased<Holiday>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayFile {
    holidays: Vec<HolidayEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayEntry {
    names: Phrases,
    when: Holiday,
}

impl From<HolidayFile> for Holidays {
    fn from(file: HolidayFile) -> Self {
        let named = file.holidays.iter().flat_map(|entry| entry.names.iter().map(|name| (name, entry.when)));
        Self(named.collect())
    }
}

impl Holiday {
    /// The day that it falls on in a year.
    pub(super) fn in_year(self, year: i16) -> Option<Date> {
        let first = |month| Date::new(year, month, 1).ok();
        match self {
            Fixed(month, day) => Date::new(year, month, day).ok(),
            Nth(month, weekday, n) => first(month)?.nth_weekday_of_month(n, weekday).ok(),
            AfterFirst(month, weekday, days) => {
                let day = first(month)?.nth_weekday_of_month(1, weekday).ok()?;
                day.checked_add(jiff::Span::new().days(days)).ok()
            }
            Easter(days) => easter(year)?.checked_add(jiff::Span::new().days(days)).ok(),
        }
    }
}

/// Easter Sunday in the Gregorian calendar, by the anonymous computus (Nature, 20 April 1876).
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (a, b, c) = (year_number % 19, year_number / 100, year_number % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let sum = h + l - 7 * m;
    let month = (sum + 90) / 25;
    let day = (sum + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_that_move() {
        assert_eq!(Easter(0).in_year(2024), Some(date(2024, 3, 31)));
        assert_eq!(Easter(-2).in_year(2000), Some(date(2000, 4, 21)));
        assert_eq!(Nth(5, Weekday::Monday, -1).in_year(2007), Some(date(2007, 5, 28)));
        assert_eq!(Nth(1, Weekday::Monday, 3).in_year(2008), Some(date(2008, 1, 21)));
        assert_eq!(AfterFirst(11, Weekday::Monday, 1).in_year(2010), Some(date(2010, 11, 2)));
    }
}
