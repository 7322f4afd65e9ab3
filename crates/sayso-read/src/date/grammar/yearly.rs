//! What comes once a year, with what tells the year: 'June 18', 'last April', 'the third quarter of 1984', 'Easter'.

use crate::date::calendar::Period;
use crate::date::lexicon::Sense;
use crate::date::meaning::{Meaning, Which, Yearly};
use crate::date::token::Gap;
use crate::date::unit::{Season, Unit};

use super::cursor::{Cursor, Parsed};
use super::dated::{date, fiscal_year, month_name, year_number};
use super::number::{digits_of, ordinal};
use super::selector::{selected_year, selector};
use super::weekday::which_of;

/// Any of them.
pub(super) fn yearly(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let behind = year_before(cursor);
    let selected = selected(cursor);
    let plain = date(cursor)
        .or_else(|| named(cursor))
        .map(|(rest, meaning)| year_behind(rest, &meaning).unwrap_or((rest, meaning)));
    [behind, selected, plain].into_iter().flatten().max_by_key(|(rest, _)| rest.at)
}

/// A season, quarter, half or holiday by its name.
fn named(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, name) = season(cursor).or_else(|| part_of_year(cursor)).or_else(|| holiday(cursor))?;
    Some((rest, Meaning::Yearly(name, Which::Told)))
}

/// 'last April', 'this summer', 'this September'.
fn selected(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (start, selector) = selector(cursor)?;
    let (rest, name) = season_name(start).or_else(|| holiday(start)).or_else(|| match date(start)? {
        (rest, Meaning::Yearly(name, Which::Told)) => Some((rest, name)),
        _ => None,
    })?;
    // 'Next Friday 5/12': what is next is the weekday.
    let has_weekday = matches!(name, Yearly::Day(_, _, Some(_)));
    let which = if has_weekday { Which::Told } else { which_of(selector.from, selector.by) };
    Some((rest, Meaning::Yearly(name, which)))
}

/// 'this year's third quarter', 'the 1988 third quarter', 'last year's March'.
fn year_before(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let owned = |(rest, selector): (Cursor<'_>, super::selector_words::Selector)| {
        let rest = rest.glued(&["'", "’"])?.glued(&["s"])?;
        Some((rest.at, Which::From(selector.from, selector.by)))
    };
    let numbered = || {
        let (rest, year) = year_number(cursor.maybe(&["the"]).maybe(&["fiscal"]))?;
        let quarter = rest.glued(&["-"]).filter(|next| next.any(&["q", "h"]).is_some());
        Some((quarter.unwrap_or(rest).at, Which::Year(year)))
    };
    let (at, which) = selected_year(cursor).and_then(owned).or_else(numbered)?;
    let start = cursor.moved(at);
    let month = || {
        let (rest, month) = month_name(start)?;
        digits_of(rest, 1, 2).is_none().then_some((rest, Yearly::Month(month)))
    };
    let (rest, name) = part_of_year(start).or_else(|| season_name(start)).or_else(month)?;
    Some((rest, Meaning::Yearly(name, which)))
}

/// The rest of 'January this year', 'the third quarter of 1984', 'March of last year', 'Easter 1916'.
pub(super) fn year_behind<'t>(rest: Cursor<'t>, meaning: &Meaning) -> Parsed<'t, Meaning> {
    let Meaning::Yearly(name, Which::Told) = *meaning else { return None };
    let start = rest.glued(&[","]).unwrap_or(rest);
    let start = start.maybe(&["of", "in"]).maybe(&["fiscal"]);
    let which = selected_year(start).map(|(rest, selector)| (rest, Which::From(selector.from, selector.by)));
    let fiscal = || fiscal_year(start).map(|(rest, year)| (rest, Which::Year(year)));
    let (rest, which) =
        which.or_else(fiscal).or_else(|| year_number(start).map(|(rest, year)| (rest, Which::Year(year))))?;
    Some((rest, Meaning::Yearly(name, which)))
}

/// 'the summer', 'spring 1990': never a bare 'fall' or 'spring', which are verbs too.
fn season(cursor: Cursor<'_>) -> Parsed<'_, Yearly> {
    let named = cursor.word("the").map(|rest| rest.maybe(&["whole"]));
    let (rest, season) = season_name(named.unwrap_or(cursor))?;
    let told = year_behind(rest, &Meaning::Yearly(season, Which::Told)).is_some();
    let words = &cursor.language().yearly;
    let goes_on = rest.any(&words.behind_no_season).is_some() || rest.is_glued() && rest.glued(&[",", "."]).is_none();
    let placed = cursor.before().is_some_and(|token| token.is_any(&words.before_seasons));
    let unlikely_verb = season != Yearly::Season(Season::Autumn) || placed;
    (told || named.is_some() && !goes_on && unlikely_verb && placed).then_some((rest, season))
}

fn season_name(cursor: Cursor<'_>) -> Parsed<'_, Yearly> {
    let capital = |cursor: Cursor<'_>| cursor.token().is_some_and(|token| token.is_capital() && token.is_word());
    if capital(cursor) && capital(cursor.step()) {
        return None;
    }
    cursor.take(|token| match token.sense {
        Sense::Season(season) => Some(Yearly::Season(season)),
        _ => None,
    })
}

/// 'the third quarter', 'third-quarter', 'the fiscal first quarter', 'the first half'.
pub(super) fn part_of_year(cursor: Cursor<'_>) -> Parsed<'_, Yearly> {
    let start = cursor.maybe(&["the"]);
    let fiscal = start.word("fiscal").and_then(Cursor::joint).unwrap_or(start);
    if let Some(found) = abbreviated(cursor) {
        return Some(found);
    }
    let last = || Some((fiscal.any(&["final", "last"])?, 0));
    let (rest, number) = ordinal(fiscal).or_else(last)?;
    let rest = rest.joint()?.maybe(&["fiscal"]);
    let (rest, unit, most) = match rest.one_unit() {
        Some((rest, Unit::Quarter)) => (rest, Unit::Quarter, 4),
        _ => (rest.word("half")?, Unit::Year, 2),
    };
    let number = if number == 0 { most } else { i8::try_from(number).ok()? };
    let name = if unit == Unit::Quarter { Yearly::Quarter(number) } else { Yearly::Half(number) };
    let joined = start.at > cursor.at && rest.before().is_some_and(|token| token.gap == Gap::Glued);
    // 'The last quarter' alone is the one before: only a year that is told makes it the fourth.
    let counted = unit == Unit::Quarter && (number < most || fiscal.word("last").is_none());
    let timed = counted || year_behind(rest, &Meaning::Yearly(name, Which::Told)).is_some();
    (number <= most && timed && !joined).then_some((rest, name))
}

/// 'Q3', 'H1'.
fn abbreviated(cursor: Cursor<'_>) -> Parsed<'_, Yearly> {
    let (rest, quarter) = cursor.take(|token| match token.text {
        "Q" | "q" => Some(true),
        "H" => Some(false),
        _ => None,
    })?;
    let (rest, number) = digits_of(rest, 1, 1).filter(|_| rest.is_glued())?;
    let number = i8::try_from(number).ok()?;
    match (quarter, number) {
        (true, 1..=4) => Some((rest, Yearly::Quarter(number))),
        (false, 1..=2) => Some((rest, Yearly::Half(number))),
        _ => None,
    }
}

/// 'Thanksgiving Day', 'the Fourth of July'.
fn holiday(cursor: Cursor<'_>) -> Parsed<'_, Yearly> {
    let start = cursor.word("the").filter(|rest| rest.word("fourth").is_some()).unwrap_or(cursor);
    let first = start.token()?;
    let read = |name: &str| {
        name.split(' ').try_fold(start, |cursor, word| match word {
            "'" => cursor.any(&["'", "’"]),
            word => cursor.word(word),
        })
    };
    let mut begun = cursor.language().holidays.0.beginning(first);
    let (rest, day) = begun.find_map(|(name, day)| Some((read(name)?, Yearly::Holiday(*day))))?;
    // In small letters names are other words, unless a year stands behind them.
    let named = first.is_capital() || year_behind(rest, &Meaning::Yearly(day, Which::Told)).is_some();
    named.then_some((rest, day))
}

/// The week of a day: 'the week of March 6'.
pub(super) fn week_of(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, day) = date(cursor.words("the week of")?)?;
    let is_day = matches!(day, Meaning::Yearly(Yearly::Day(..), _) | Meaning::Fixed(Period::Day(_)));
    is_day.then(|| (rest, Meaning::WeekOf(Box::new(day))))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn names_with_their_year() {
        assert_eq!(
            read(
                "January this year; the third quarter of 2009; last April; spring 2009; Christmas 2008; Q3 2009; this year's first quarter"
            ),
            [
                "January this year = 2010-01",
                "the third quarter of 2009 = 2009-Q3",
                "last April = 2010-04",
                "spring 2009 = 2009-SP",
                "Christmas 2008 = 2008-12-25",
                "Q3 2009 = 2009-Q3",
                "this year's first quarter = 2010-Q1"
            ]
        );
    }

    #[test]
    fn names_without_their_year() {
        assert_eq!(
            read("He said in the summer, in the third quarter; the week of March 6"),
            ["the summer = 2010-SU", "the third quarter = 2010-Q3", "the week of March 6 = 2010-W09"]
        );
    }

    #[test]
    fn verbs_and_games_are_none() {
        assert_eq!(
            read("Prices fall in the fall of Saigon. The 2008 Winter Olympics; the first half"),
            ["2008 = 2008"]
        );
    }
}
