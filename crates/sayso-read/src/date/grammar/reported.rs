//! The quarters that businesses report and compare with: 'the latest quarter', 'the year-earlier period', 'a year earlier'.

use crate::date::meaning::{Meaning, Origin, Which};
use crate::date::unit::Unit;

use super::cursor::{Cursor, Parsed};
use super::dated::year_number;
use super::number::ordinal;

const YEAR_AGO: Meaning = Meaning::Reported { quarter: None, which: Which::From(Origin::Publication, -1) };

/// Any of them.
pub(super) fn reported(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    period(cursor).or_else(|| year_ago(cursor)).or_else(|| year_before(cursor))
}

/// 'the quarter', 'the latest period', 'the comparable year-ago quarter', 'the 1988 period', 'the same quarter last year'.
fn period(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let start = cursor.maybe(&["the"]);
    let compared = start.any(&cursor.language().reported.compared);
    let rest = compared.unwrap_or(start);
    let ago = year_before(rest).map(|(rest, _)| rest);
    let year = year_number(rest);
    let rest = ago.or_else(|| year.map(|(rest, _)| rest)).unwrap_or(rest);
    let (rest, quarter) = match ordinal(rest) {
        // 'the third-quarter loss': the article is the loss's.
        Some((rest, _)) if rest.is_glued() && start.at > cursor.at && compared.is_none() => return None,
        Some((rest, quarter)) => (rest.joint()?, i8::try_from(quarter).ok().filter(|quarter| *quarter <= 4)),
        None => (rest, None),
    };
    let noun = quarter_noun(rest)
        .or_else(|| rest.word("period").filter(|_| compared.is_some() || ago.is_some() || year.is_some()))?;
    if noun.any(&["of", "century"]).is_some() || noun.glued(&["-"]).is_some() || start.at == cursor.at && ago.is_none()
    {
        return None;
    }
    if let Some((_, year)) = year {
        return Some((noun, Meaning::Reported { quarter, which: Which::Year(year) }));
    }
    let (end, tail) = comparison(noun);
    let years = if ago.is_some() || tail { -1 } else { 0 };
    Some((end, Meaning::Reported { quarter, which: Which::From(Origin::Publication, years) }))
}

fn quarter_noun(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    cursor.one_unit().filter(|(_, unit)| *unit == Unit::Quarter).map(|(rest, _)| rest)
}

/// 'last year', 'a year ago' behind the period.
fn comparison(cursor: Cursor<'_>) -> (Cursor<'_>, bool) {
    cursor.any_phrase(&cursor.language().reported.comparisons).map_or((cursor, false), |rest| (rest, true))
}

/// 'year-ago', 'year-earlier', 'prior-year'.
fn year_before(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let rest = cursor.any_phrase(&cursor.language().reported.year_before)?;
    (rest.at > cursor.at + 2).then_some((rest, YEAR_AGO))
}

/// 'a year ago', 'one year earlier': a quarter where the text reports one, else a year.
fn year_ago(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let rest = cursor.any(&["a", "one"])?.word("year")?;
    let rest = rest.any(&["ago", "earlier"]).filter(|_| !rest.is_glued())?;
    Some((rest, YEAR_AGO))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn quarters_are_compared_by_quarter() {
        assert_eq!(
            read("Profit rose in the second quarter from a year earlier. In the year-ago period, sales fell."),
            ["the second quarter = 2010-Q2", "a year earlier = 2009-Q2", "the year-ago period = 2009-Q2"]
        );
    }

    #[test]
    fn years_are_compared_where_no_quarter_is_told_of() {
        assert_eq!(read("He came a year ago."), ["a year ago = 2009"]);
        assert_eq!(read("in the latest quarter"), ["the latest quarter = 2010-Q2"]);
    }
}
