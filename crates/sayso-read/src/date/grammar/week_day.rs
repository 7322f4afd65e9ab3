//! Days by their week or by their distance from another day: 'Tuesday of last week', 'next week on Friday', 'Monday week',
//! 'a week on Saturday', 'three weeks from tomorrow', 'a week ago Tuesday', 'Monday 16th', 'the week before last'.

use jiff::civil::Weekday;

use crate::date::meaning::{Meaning, Origin, Which};
use crate::date::unit::Unit;
use crate::date::value::Count;

use super::cursor::{Cursor, Parsed};
use super::dated::{date, weekday_in_list};
use super::deictic::day as day_word;
use super::length::counted_length;
use super::number::{digits_of, is_part_of_number, ordinal};
use super::selector::{one_unit, selector};
use super::weekday::weekday;

/// Any of them.
pub(super) fn week_day(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let rules = [day_of_week, week_then_day, week_after, beside, distant, ago_on, numbered, beyond];
    rules.iter().find_map(|rule| rule(cursor))
}

/// 'Tuesday of last week', 'Monday next week'.
fn day_of_week(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, day) = weekday_in_list(cursor.maybe(&["the"]))?;
    let (rest, week) = week(rest.maybe(&["of", "in"]))?;
    Some((rest, in_week(day, week)))
}

/// 'last week on Friday', 'next week Wednesday'.
fn week_then_day(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, week) = week(cursor)?;
    let (rest, day) = weekday_in_list(rest.maybe(&["on"]))?;
    Some((rest, in_week(day, week)))
}

fn in_week(day: Weekday, week: Meaning) -> Meaning {
    Meaning::DayOfWeek(day, Box::new(week))
}

/// 'last week', 'that week', 'the week before last'.
fn week(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let chosen = || {
        let (rest, selector) = selector(cursor)?;
        let (rest, _) = one_unit(rest).filter(|(_, unit)| *unit == Unit::Week)?;
        Some((rest, Meaning::Step { unit: Unit::Week, by: selector.by, from: selector.from, grain: Unit::Week }))
    };
    let beyond = || beyond(cursor).filter(|(_, meaning)| matches!(meaning, Meaning::Step { unit: Unit::Week, .. }));
    beyond().or_else(chosen)
}

/// 'the week before last', 'the year after next'.
fn beyond(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, unit) = one_unit(cursor.word("the")?).filter(|(_, unit)| *unit >= Unit::Weekend)?;
    let (rest, step) = rest.phrase(&cursor.language().selectors.beyond)?;
    let of_other = weekday_in_list(rest).is_some() || rest.unit().is_some();
    (!of_other).then_some((rest, Meaning::step(unit, 2 * step.by())))
}

/// 'Monday week', 'tomorrow week': a week after the next one.
fn week_after(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, day) = weekday_in_list(cursor)
        .map(|(rest, day)| (rest, Meaning::Weekday(day, Which::Next)))
        .or_else(|| day_word(cursor))?;
    let end = rest.any(&cursor.language().selectors.week_after).filter(|end| !rest.is_glued() && !goes_on(*end))?;
    Some((end, Meaning::Shifted { day: Box::new(day), unit: Unit::Week, by: 1 }))
}

/// Whether a noun goes on here: 'the Monday week-long fair', 'a Friday week’s end'.
fn goes_on(end: Cursor<'_>) -> bool {
    end.is_glued() && end.token().is_some_and(|token| token.is_any(&["-", "'", "’"]))
}

/// 'the day before last Tuesday', 'the day after Monday'.
fn beside(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, step) = cursor.phrase(&cursor.language().selectors.further)?;
    let (rest, day) = weekday(rest)?;
    Some((rest, Meaning::Shifted { day: Box::new(day), unit: Unit::Day, by: step.by() }))
}

/// 'a week on Saturday', 'three weeks from tomorrow', 'two days before yesterday'.
fn distant(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, length) = counted_length(cursor)?;
    let Count::Of(count) = length.count else { return None };
    let words = &cursor.language().away;
    let (next, step) = rest.phrase(&words.from_days)?;
    let weekday = || {
        let (rest, day) = weekday_in_list(next).filter(|_| step > 0)?;
        Some((rest, Meaning::Weekday(day, Which::Next)))
    };
    let named = || date(next).filter(|(_, meaning)| step > 0 && is_day(meaning) && rest.any(&["on"]).is_none());
    let (end, day) = day_word(next).or_else(weekday).or_else(named)?;
    let by = i32::try_from(count).ok()?.checked_mul(step)?;
    (length.unit >= Unit::Day).then(|| (end, Meaning::Shifted { day: Box::new(day), unit: length.unit, by }))
}

fn is_day(meaning: &Meaning) -> bool {
    use crate::date::calendar::Period;
    use crate::date::meaning::Yearly;
    matches!(meaning, Meaning::Fixed(Period::Day(_)) | Meaning::Yearly(Yearly::Day(..), _))
}

/// 'a week ago Tuesday', 'two weeks ago on Friday'.
fn ago_on(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, length) = counted_length(cursor).filter(|(_, length)| length.unit == Unit::Week)?;
    let Count::Of(count) = length.count else { return None };
    let (rest, _) = rest
        .phrase(&cursor.language().away.points)
        .filter(|(_, (from, by))| *from == Origin::Publication && *by < 0)?;
    let (rest, day) = weekday_in_list(rest.any(&["on", "last"]).unwrap_or(rest))?;
    let by = -i32::try_from(count).ok()?;
    Some((rest, Meaning::Shifted { day: Box::new(Meaning::Weekday(day, Which::Last)), unit: Unit::Week, by }))
}

/// 'Monday 16th', 'Friday the 13th': the month is the one in which the day falls on that weekday.
fn numbered(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, weekday) = weekday_in_list(cursor)?;
    let comma = rest.glued(&[","]);
    // 'On Friday, 15 of the miners' and 'on Monday 12 in all' count.
    let counts = |end: Cursor<'_>| end.any(&["of", "in"]).is_some();
    let bare = || {
        let plain = |end: Cursor<'_>| !is_part_of_number(end) && end.glued(&["-", "–", "/"]).is_none() && !counts(end);
        digits_of(rest, 1, 2).filter(|(end, _)| comma.is_none() && plain(*end))
    };
    let (rest, day) = ordinal(comma.unwrap_or(rest).maybe(&["the"])).or_else(bare)?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    let noun = rest.token().is_some_and(|token| token.is_word())
        && rest.any(&cursor.language().weekdays.behind_days).is_none();
    (!noun).then_some((rest, Meaning::NumberedDay(weekday, day)))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn days_of_a_week() {
        assert_eq!(
            read("Tuesday of last week; Monday next week; last week on Friday; the Thursday of the week before last"),
            [
                "Tuesday of last week = 2010-09-07",
                "Monday next week = 2010-09-20",
                "last week on Friday = 2010-09-10",
                "the Thursday of the week before last = 2010-09-02"
            ]
        );
    }

    #[test]
    fn days_at_a_distance() {
        assert_eq!(
            read("It opens Monday week. A week on Saturday; three weeks from tomorrow; a week ago Tuesday"),
            [
                "Monday week = 2010-09-27",
                "A week on Saturday = 2010-09-25",
                "three weeks from tomorrow = 2010-10-07",
                "a week ago Tuesday = 2010-09-07"
            ]
        );
    }

    #[test]
    fn numbers_without_a_month() {
        assert_eq!(
            read("It is set for Monday 20th, for Fri 1st and for Wednesday the 8th."),
            ["Monday 20th = 2010-09-20", "Fri 1st = 2010-10-01", "Wednesday the 8th = 2010-09-08"]
        );
    }

    #[test]
    fn units_beyond_the_next() {
        assert_eq!(
            read("the week after next; the year before last"),
            ["the week after next = 2010-W39", "the year before last = 2008"]
        );
    }
}
