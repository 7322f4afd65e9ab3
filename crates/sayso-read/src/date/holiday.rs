//! Days that are named rather than dated.

use jiff::civil::{Date, Weekday};

/// When a named day falls in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Names in lower case, word by word; the longer of two that share a beginning stands first.
pub(super) const HOLIDAYS: [(&[&str], Holiday); 30] = [
    (&["new", "year", "'", "s", "day"], Fixed(1, 1)),
    (&["new", "year", "'", "s", "eve"], Fixed(12, 31)),
    (&["new", "years", "eve"], Fixed(12, 31)),
    (&["new", "years", "day"], Fixed(1, 1)),
    (&["christmas", "eve"], Fixed(12, 24)),
    (&["christmas", "day"], Fixed(12, 25)),
    (&["christmas"], Fixed(12, 25)),
    (&["boxing", "day"], Fixed(12, 26)),
    (&["halloween"], Fixed(10, 31)),
    (&["valentine", "'", "s", "day"], Fixed(2, 14)),
    (&["independence", "day"], Fixed(7, 4)),
    (&["fourth", "of", "july"], Fixed(7, 4)),
    (&["veterans", "day"], Fixed(11, 11)),
    (&["pearl", "harbor", "day"], Fixed(12, 7)),
    (&["thanksgiving", "day"], Nth(11, Weekday::Thursday, 4)),
    (&["thanksgiving"], Nth(11, Weekday::Thursday, 4)),
    (&["memorial", "day"], Nth(5, Weekday::Monday, -1)),
    (&["labor", "day"], Nth(9, Weekday::Monday, 1)),
    (&["columbus", "day"], Nth(10, Weekday::Monday, 2)),
    (&["martin", "luther", "king", ",", "jr", ".", "day"], Nth(1, Weekday::Monday, 3)),
    (&["martin", "luther", "king", "jr", ".", "day"], Nth(1, Weekday::Monday, 3)),
    (&["martin", "luther", "king", "day"], Nth(1, Weekday::Monday, 3)),
    (&["election", "day"], AfterFirst(11, Weekday::Monday, 1)),
    (&["good", "friday"], Easter(-2)),
    (&["palm", "sunday"], Easter(-7)),
    (&["ash", "wednesday"], Easter(-46)),
    (&["easter", "sunday"], Easter(0)),
    (&["easter", "monday"], Easter(1)),
    (&["easter", "eve"], Easter(-1)),
    (&["easter"], Easter(0)),
];

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
    Date::new(year, ((sum + 90) / 25) as i8, ((sum + 33 * ((sum + 90) / 25) + 19) % 32) as i8).ok()
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
