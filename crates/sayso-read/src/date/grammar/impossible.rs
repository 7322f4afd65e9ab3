//! What is written like a date and is none: 'Feb. 29, 2015', '31 June', '2026-02-30', telephone numbers. Nothing of it is
//! a time: neither the month alone nor the year alone.

use jiff::civil::Date;

use super::cursor::Cursor;
use super::dated::{day_month, month_day, month_name, numeric, weekday_in_list, with_year};
use super::number::{ANY_LEAP_YEAR, YEARS, digits_of, is_part_of_number};
use super::plausible::is_apart;

/// Where it ends.
pub(super) fn impossible(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    if !is_apart(cursor) {
        return None;
    }
    day(cursor).or_else(|| number_before_month(cursor)).or_else(|| run_of_numbers(cursor))
}

/// A day that its month, or its month in that year, does not have.
fn day(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let start = weekday_in_list(cursor).map_or(cursor, |(rest, _)| rest.glued(&[","]).unwrap_or(rest));
    let (rest, (month, day)) = month_day(start).or_else(|| day_month(start))?;
    let (end, year) = with_year(rest, Some).map_or((rest, ANY_LEAP_YEAR), |(end, year)| (end, year));
    Date::new(year, month, day).is_err().then_some(end)
}

/// '32 June', but not '32 June 5'.
fn number_before_month(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (rest, _) = digits_of(cursor, 1, 2).filter(|(_, day)| *day > 31 || *day == 0)?;
    let (rest, _) = month_name(rest.maybe(&["of"])).filter(|_| !rest.is_glued())?;
    let has_day = digits_of(rest, 1, 2).is_some_and(|(end, _)| !is_part_of_number(end));
    (!has_day).then(|| with_year(rest, Some).map_or(rest, |(end, _)| end))
}

/// Numbers that marks join, where they are neither a date nor years: '2026-02-30', '30/02/2026', '2015-5521'.
fn run_of_numbers(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (mut rest, first) = digits_of(cursor, 1, 9)?;
    let (mut count, mut years, mut long) = (1, YEARS.contains(&first), is_long(cursor));
    while let Some(next) = rest.glued(&["-", "/"]).filter(|next| next.is_glued()) {
        let Some((end, number)) = digits_of(next, 1, 9) else { break };
        years &= YEARS.contains(&number);
        long &= is_long(next);
        count += 1;
        rest = end;
    }
    // 'Between 0730 and 0930' may stand with a dash, too.
    let opened = cursor.before().is_some_and(|token| token.is_any(&cursor.language().spans.opening));
    let is_date = numeric(cursor).is_some() || opened && count == 2;
    (!is_date && (count > 2 || count == 2 && long && !years)).then_some(rest)
}

fn is_long(cursor: Cursor<'_>) -> bool {
    digits_of(cursor, 3, 9).is_some()
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn nothing_of_them_is_a_time() {
        assert!(
            read("Feb. 29, 2015; 31 June; June 31, 2010; on Friday, 31 November 2008; 2026-02-30; 30/02/2026; 32 May")
                .is_empty()
        );
        assert!(read("Call 2015-5521 or 555-2010, or +44 2010-2015-86.").is_empty());
    }

    #[test]
    fn days_that_are_stay() {
        assert_eq!(
            read("Feb. 29, 2008; 29 February 2004; 1990-2005; 2008-02-29"),
            [
                "Feb. 29, 2008 = 2008-02-29",
                "29 February 2004 = 2004-02-29",
                "1990 = 1990",
                "2005 = 2005",
                "2008-02-29 = 2008-02-29"
            ]
        );
    }

    #[test]
    fn the_leap_day_lies_in_a_leap_year() {
        assert_eq!(read("They met on Feb. 29."), ["Feb. 29 = 2008-02-29"]);
    }
}
