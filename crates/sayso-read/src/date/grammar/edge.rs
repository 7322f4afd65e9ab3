//! Points with what narrows them: 'early next year', 'mid-October', 'the end of 1990', 'earlier this week', 'around Nov. 1'.

use crate::date::Mod;
use crate::date::calendar::Period;
use crate::date::meaning::{Expression, Meaning, Origin, Which};
use crate::date::unit::Unit;

use super::clock::{part_of_day, time};
use super::cursor::{Cursor, Parsed};
use super::dated::year_number;
use super::point::point;

/// Any of them, or a bare point.
pub(super) fn edged(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let rules = [part_of, toward, middle, end_of_unit, beside, approximate, plain];
    rules.iter().find_map(|rule| rule(cursor))
}

/// 'the end of 1990', 'the very beginning of October', 'the middle of the month'.
fn part_of(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let start = cursor.word("the").unwrap_or(cursor).maybe(&["very"]);
    let (rest, part) = start.take(|token| token.meaning(&cursor.language().edges.parts))?;
    let (rest, meaning) = point(rest.word("of")?)?;
    Some((rest, Expression::from(meaning).with(Some(part))))
}

/// 'early next year', 'late Monday morning', 'earlier in the day', 'later this week', 'sometime next year'.
fn toward(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let (rest, edge) = match cursor.take(|token| token.meaning(&cursor.language().edges.toward)) {
        Some((rest, edge)) => (rest, Some(edge)),
        None => (cursor.word("sometime")?, None),
    };
    let start = rest.joint()?;
    let start =
        if cursor.any(&["earlier", "later"]).is_some() { start.maybe(&["in", "on"]) } else { start.maybe(&["in"]) };
    let (rest, meaning) = part_of_day(start).or_else(|| point(start))?;
    let compared = cursor.any(&["earlier", "later"]).is_some();
    // 'Earlier Friday': earlier than what was told, on that day.
    if compared && matches!(meaning, Meaning::Weekday(_, Which::Told)) {
        return None;
    }
    let modifier = if compared && holds_publication(&meaning) { edge.map(toward_publication) } else { edge };
    Some((rest, Expression::from(meaning).with(modifier)))
}

/// Whether the period is the one that holds the day of publication: 'this year', 'today', 'the week', 'this morning'.
fn holds_publication(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Step { by: 0, .. } | Meaning::Yearly(_, Which::This) => true,
        Meaning::Moment(Some(day), _) => holds_publication(day),
        _ => false,
    }
}

fn toward_publication(edge: Mod) -> Mod {
    if edge == Mod::End { Mod::DctToEnd } else { Mod::StartToDct }
}

/// 'mid-October', 'mid 1996', 'mid-afternoon yesterday', 'the mid-1990s'.
fn middle(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let the = cursor.word("the");
    let rest = the.unwrap_or(cursor).any(&["mid", "early", "late"])?;
    let edge = [("mid", Mod::Mid), ("early", Mod::Start), ("late", Mod::End)];
    let edge = edge.into_iter().find(|(word, _)| the.unwrap_or(cursor).word(word).is_some()).map(|(_, edge)| edge);
    let start = rest.joint()?;
    let (rest, meaning) = point(start).or_else(|| part_before_day(start))?;
    Some((rest, Expression::from(meaning).with(edge)))
}

/// 'afternoon yesterday' behind 'mid-'.
fn part_before_day(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    use crate::date::lexicon::Sense;
    use crate::date::value::Moment;
    let (rest, part) = cursor.take(|token| match token.sense {
        Sense::DayPart(part) => Some(Moment::Part(part)),
        _ => None,
    })?;
    let day = point(rest)
        .filter(|(_, meaning)| matches!(meaning, Meaning::Step { unit: Unit::Day, .. } | Meaning::Weekday(..)));
    Some(match day {
        Some((rest, day)) => (rest, Meaning::Moment(Some(Box::new(day)), part)),
        None => (rest, Meaning::Moment(None, part)),
    })
}

/// 'year-end', "the year's end", "month's end".
fn end_of_unit(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let start = cursor.word("the").unwrap_or(cursor);
    let (rest, unit) = start.maybe(&["calendar"]).one_unit().filter(|(_, unit)| *unit >= Unit::Week)?;
    let owned = rest.glued(&["'", "’"]).and_then(|rest| rest.glued(&["s"]));
    let end = owned.or_else(|| rest.joint())?.word("end")?;
    let meaning = Meaning::Step { unit, by: 0, from: Origin::Publication, grain: unit };
    Some((end, Expression::from(meaning).with(Some(Mod::End))))
}

/// '1994 or later', '1990 and beyond', 'post-1959', 'shortly after midnight'.
fn beside(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    for (word, modifier) in [("post", Mod::After), ("pre", Mod::Before)] {
        if let Some((rest, year)) = cursor.word(word).and_then(|rest| year_number(rest.glued(&["-"])?)) {
            return Some((rest, Expression::from(Meaning::Fixed(Period::Year(year))).with(Some(modifier))));
        }
    }
    let words = &cursor.language().edges;
    for (rest, modifier) in cursor.phrases(&words.before) {
        if let Some((rest, found)) = time(rest).or_else(|| plain(rest).filter(|_| is_compared(cursor))) {
            return Some((rest, found.with(Some(if is_negated(cursor) { turned(modifier) } else { modifier }))));
        }
    }
    let (rest, meaning) = point(cursor)?;
    let (rest, modifier) = rest.phrase(&words.behind).filter(|(rest, _)| rest.word("than").is_none())?;
    Some((rest, Expression::from(meaning).with(Some(modifier))))
}

/// 'Later than 2018': what any point can stand behind, as not behind 'shortly after'.
fn is_compared(cursor: Cursor<'_>) -> bool {
    cursor.step().word("than").is_some()
}

/// 'No later than June 30' is that day or one before.
fn is_negated(cursor: Cursor<'_>) -> bool {
    is_compared(cursor) && cursor.before().is_some_and(|token| token.is_any(&["no", "not"]))
}

fn turned(modifier: Mod) -> Mod {
    match modifier {
        Mod::After => Mod::OnOrBefore,
        Mod::Before => Mod::OnOrAfter,
        other => other,
    }
}

/// 'around Nov. 1', 'about 7:15 p.m.', 'circa 1900'.
fn approximate(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let rest = cursor.any(&cursor.language().edges.approximate)?;
    let (rest, found) = time(rest).or_else(|| end_of_unit(rest)).or_else(|| plain(rest))?;
    Some((rest, found.with(Some(Mod::Approx))))
}

fn plain(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let (rest, meaning) = point(cursor)?;
    Some((rest, meaning.into()))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn edges() {
        assert_eq!(
            read(
                "early next year; mid-October; the end of 2009; earlier this week; later today; around Nov. 1; by year-end"
            ),
            [
                "early next year = 2011 START",
                "mid-October = 2010-10 MID",
                "the end of 2009 = 2009 END",
                "earlier this week = 2010-W37 START_TO_DCT",
                "later today = 2010-09-15 DCT_TO_END",
                "around Nov. 1 = 2010-11-01 APPROX",
                "year-end = 2010 END"
            ]
        );
    }

    #[test]
    fn beside_a_point() {
        assert_eq!(read("1994 or later; post-1959"), ["1994 or later = 1994 ON_OR_AFTER", "post-1959 = 1959 AFTER"]);
    }
}
