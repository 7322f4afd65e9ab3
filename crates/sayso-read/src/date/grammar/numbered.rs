//! Days and weeks by their number in a longer period: 'the 15th of next month', 'the first week of May'.

use crate::date::calendar::Period;
use crate::date::meaning::{Meaning, Origin, Which, Yearly};
use crate::date::unit::Unit;

use super::cursor::{Cursor, Parsed};
use super::dated::year;
use super::number::ordinal;
use super::selector::selector;
use super::yearly::yearly;

/// Any of them.
pub(super) fn numbered(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    day_of_month(cursor).or_else(|| week_of_period(cursor))
}

/// 'the 15th of next month', 'the twenty-sixth day of the month'.
fn day_of_month(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, day) = ordinal(cursor.maybe(&["the"]))?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    let named = rest.word("day");
    let (end, month) = month(named.unwrap_or(rest).maybe(&["of"]))?;
    // 'The third this month' and 'was the 22nd this month' count something else.
    let counts = cursor.before().is_some_and(|token| token.is("was") || token.is("is"));
    let told = named.is_some() || rest.word("of").is_some() || day > 20 && cursor.word("the").is_some() && !counts;
    told.then(|| (end, Meaning::DayOfMonth(day, Box::new(month))))
}

fn month(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, from, by) = match selector(cursor) {
        Some((rest, selector)) => (rest, selector.from, selector.by),
        None => (cursor.word("the")?, Origin::Publication, 0),
    };
    let (rest, unit) = rest.one_unit().filter(|(_, unit)| *unit == Unit::Month)?;
    Some((rest, Meaning::Step { unit, by, from, grain: unit }))
}

/// 'the first week of May', 'the last week of 2019', 'the 3rd week of last month'.
fn week_of_period(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let start = cursor.maybe(&["the"]);
    let last = || Some((start.any(&["last", "final"])?, 0));
    let (rest, number) = ordinal(start).or_else(last)?;
    let (rest, _) = rest.one_unit().filter(|(_, unit)| *unit == Unit::Week)?;
    let of = rest.any(&["of", "in"])?;
    let (end, period) = month(of).or_else(|| yearly(of)).or_else(|| year(of))?;
    let is_long = match &period {
        Meaning::Step { .. } | Meaning::Yearly(Yearly::Month(_), Which::Told | Which::Year(_) | Which::From(..)) => {
            true
        }
        Meaning::Fixed(period) => matches!(period, Period::Month(..) | Period::Year(_)),
        _ => false,
    };
    let number = i8::try_from(number).ok().filter(|number| (0..=52).contains(number))?;
    is_long.then(|| (end, Meaning::WeekOfPeriod(number, Box::new(period))))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn days_of_months() {
        assert_eq!(
            read(
                "the 15th of next month; the twenty-sixth day of the month; the 21st this month; the third this month; it was the 22nd this month"
            ),
            [
                "the 15th of next month = 2010-10-15",
                "the twenty-sixth day of the month = 2010-09-26",
                "the 21st this month = 2010-09-21",
                "this month = 2010-09",
                "this month = 2010-09"
            ]
        );
    }

    #[test]
    fn weeks_of_months_and_years() {
        assert_eq!(
            read(
                "the first week of May 2009; the last week of 2009; the 3rd week of 2008; the last week of last month"
            ),
            [
                "the first week of May 2009 = 2009-W18",
                "the last week of 2009 = 2009-W53",
                "the 3rd week of 2008 = 2008-W03",
                "the last week of last month = 2010-W35"
            ]
        );
    }
}
