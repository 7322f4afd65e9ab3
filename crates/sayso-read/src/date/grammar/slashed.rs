//! Dates whose parts marks join, or that leave out the year: '23/Sep/2020', '05-Aug-2016', 'Dec/2018', 'on 22/04'.

use jiff::civil::Date;

use crate::date::calendar::Period;
use crate::date::lexicon::Sense;
use crate::date::meaning::{Meaning, Which, Yearly};

use super::cursor::{Cursor, Parsed};
use super::number::{ANY_LEAP_YEAR, YEARS, digits_of, is_part_of_number};

/// Marks that join the parts of a date.
const MARKS: [&str; 2] = ["/", "-"];

/// '23/Sep/2020', '05-Aug-2016', '2019/Aug/01', 'Dec/2018', 'Oct/2', '14 nov 2023'.
pub(super) fn joined(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    [month_between, month_first, in_small_letters, month_and_year, run_together].iter().find_map(|rule| rule(cursor))
}

/// '12-2015', '03/2015'.
fn month_and_year(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, month) = digits_of(cursor, 2, 2).filter(|(_, month)| (1..=12).contains(month))?;
    let next = rest.glued(&MARKS).filter(|next| next.is_glued())?;
    let (end, year) = digits_of(next, 4, 4).filter(|(_, year)| YEARS.contains(year))?;
    let goes_on = is_part_of_number(end) || end.glued(&MARKS).is_some();
    let period = Period::Month(Some(i16::try_from(year).ok()?), i8::try_from(month).ok()?);
    (!goes_on).then_some((end, Meaning::Fixed(period)))
}

/// '20161016': a day as ISO 8601 writes it without marks.
fn run_together(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, number) = digits_of(cursor, 8, 8)?;
    let (year, month) = (number / 10_000, i8::try_from(number / 100 % 100).ok()?);
    let (end, found) = day_of(rest, year, month, number % 100).filter(|_| (1950..=2050).contains(&year))?;
    let marked = end.glued(&["/", "_", "+"]).is_some();
    (!marked).then_some((end, found))
}

fn month_between(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, first) = digits_of(cursor, 1, 4)?;
    let mark = MARKS.into_iter().find(|mark| rest.glued(&[*mark]).is_some())?;
    let (rest, month) = any_month(rest.step()).filter(|(rest, _)| rest.at == cursor.at + 3)?;
    let (rest, last) = digits_of(rest.glued(&[mark])?, 1, 4)?;
    let (year, day) = if first > 31 { (first, last) } else { (last, first) };
    day_of(rest, year, month, day)
}

fn month_first(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, month) = any_month(cursor).filter(|_| cursor.token().is_some_and(|token| token.is_capital()))?;
    let (end, number) = digits_of(rest.glued(&["/"])?, 1, 4).filter(|(end, _)| !is_part_of_number(*end))?;
    let apart = end.glued(&["/"]).is_none();
    if YEARS.contains(&number) {
        return Some((end, Meaning::Fixed(Period::Month(Some(i16::try_from(number).ok()?), month))));
    }
    let day = i8::try_from(number).ok().filter(|day| Date::new(ANY_LEAP_YEAR, month, *day).is_ok())?;
    apart.then_some((end, Meaning::Yearly(Yearly::Day(month, day, None), Which::Told)))
}

/// '14 nov 2023': between a day and a year a month may be written small.
fn in_small_letters(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, day) = digits_of(cursor, 1, 2)?;
    let (rest, month) = any_month(rest).filter(|_| !rest.is_glued())?;
    let (rest, year) = digits_of(rest, 4, 4).filter(|_| !rest.is_glued())?;
    day_of(rest, year, month, day)
}

/// A month's name or short form, in whatever letters.
fn any_month(cursor: Cursor<'_>) -> Parsed<'_, i8> {
    cursor.take(|token| match token.sense {
        Sense::Month(month) | Sense::ShortMonth(month) => Some(month),
        _ => None,
    })
}

fn day_of(rest: Cursor<'_>, year: u32, month: i8, day: u32) -> Parsed<'_, Meaning> {
    YEARS.contains(&year).then_some(())?;
    let date = Date::new(i16::try_from(year).ok()?, month, i8::try_from(day).ok()?).ok()?;
    (!is_part_of_number(rest)).then_some((rest, Meaning::Fixed(Period::Day(date))))
}

/// '7/6', '22/04' where the word before tells that it is a date; month first, as American news write, where both can be.
pub(super) fn without_year(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, (first, second)) = pair(cursor)?;
    let goes_on = is_part_of_number(rest) || rest.glued(&MARKS).is_some_and(|next| digits_of(next, 4, 4).is_some());
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(ANY_LEAP_YEAR, month, day).ok().filter(|_| !goes_on)?;
    Some((rest, Meaning::Yearly(Yearly::Day(month, day, None), Which::Told)))
}

/// Two numbers that a stroke joins.
fn pair(cursor: Cursor<'_>) -> Parsed<'_, (u32, u32)> {
    let (rest, first) = digits_of(cursor, 1, 2)?;
    let (rest, second) = digits_of(rest.glued(&["/"]).filter(|next| next.is_glued())?, 1, 2)?;
    Some((rest, (first, second)))
}

/// The same behind a preposition: 'on 22/04', 'from 10/1 to 11/7'. Fractions are of something: 'from 1/2 of them'.
pub(super) fn placed(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let words = &cursor.language().plausible;
    let ends_span = || {
        let slash = cursor.at.checked_sub(3).and_then(|at| cursor.moved(at).token());
        slash.is_some_and(|token| token.is("/"))
            && cursor.before().is_some_and(|to| to.is_any(&cursor.language().spans.ranges))
    };
    let told = cursor.before().is_some_and(|token| token.is_any(&words.before_slashed)) || ends_span();
    let (rest, meaning) = without_year(cursor).filter(|_| told && !means_another(cursor))?;
    let counts = rest.word("of").is_some() || rest.unit().is_some() || super::plausible::counts(rest);
    (!counts).then_some((rest, meaning))
}

/// '9/11' names what happened then, 'between 1/4 and 1/3 of voters' are shares.
fn means_another(cursor: Cursor<'_>) -> bool {
    let between = || cursor.before().is_some_and(|token| token.is("between") || token.is("and"));
    digits_of(cursor, 1, 1).and(pair(cursor)).is_some_and(|(_, parts)| match parts {
        (9, 11) => true,
        (1, 2..=8) => between(),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn joined_by_marks() {
        assert_eq!(
            read("23/Sep/2008; 05-Aug-2006; 2009/Aug/01; Dec/2008; 14 nov 2009"),
            [
                "23/Sep/2008 = 2008-09-23",
                "05-Aug-2006 = 2006-08-05",
                "2009/Aug/01 = 2009-08-01",
                "Dec/2008 = 2008-12",
                "14 nov 2009 = 2009-11-14"
            ]
        );
    }

    #[test]
    fn without_their_year() {
        assert_eq!(
            read("They met on 22/04 and left on Friday 9/10; it ran from 8/1 to 9/7."),
            ["22/04 = 2010-04-22", "Friday 9/10 = 2010-09-10", "8/1 = 2010-08-01", "9/7 = 2010-09-07"]
        );
    }

    #[test]
    fn fractions_scores_and_hours_are_none() {
        assert!(read("Open 24/7; 9/11; 1/2 of them; from 1/2 of one to 3/4; on 1/2 acres; 3/10 points").is_empty());
    }
}
