//! Periods seen from another: 'today', 'last week', 'the following year', 'the weekend'.

use crate::date::lexicon::Sense;
use crate::date::meaning::{Meaning, Origin};
use crate::date::unit::Unit;

use crate::date::value::{Count, Length};

use super::cursor::{Cursor, Parsed};
use super::selector::{one_unit, selector};

/// Any of them.
pub(super) fn deictic(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    [day, selected, definite, beside].iter().find_map(|rule| rule(cursor))
}

/// 'the day before', 'the year after', behind which nothing says before or after what: what the text told of last.
fn beside(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, unit) = cursor.word("the")?.one_unit().filter(|(_, unit)| *unit >= Unit::Day)?;
    let words = &cursor.language().selectors;
    let (end, step) = rest.take(|token| token.meaning(&words.beside))?;
    let closes = end.token().is_none_or(|token| !token.is_word() || token.is_any(&words.behind_beside));
    let goes_on =
        end.token().is_some_and(|token| matches!(token.sense, Sense::Digits(_))) || end.glued(&["-"]).is_some();
    let by = step.by();
    (closes && !goes_on).then_some((end, Meaning::Step { unit, by, from: Origin::Narrative, grain: unit }))
}

/// 'today', 'the day before yesterday'.
pub(super) fn day(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    for (rest, step) in cursor.phrases(&cursor.language().selectors.further) {
        if let Some((rest, shift)) = rest.take(|token| day_word(token.sense)) {
            return Some((rest, Meaning::step(Unit::Day, i32::from(shift) + step.by())));
        }
    }
    let (rest, shift) = cursor.take(|token| day_word(token.sense))?;
    (!is_name(cursor)).then_some((rest, Meaning::step(Unit::Day, i32::from(shift))))
}

fn day_word(sense: Sense) -> Option<i8> {
    match sense {
        Sense::Day(shift) => Some(shift),
        _ => None,
    }
}

/// 'USA Today': a capitalised word right behind another one is a name's.
fn is_name(cursor: Cursor<'_>) -> bool {
    let capital = cursor.token().is_some_and(|token| token.is_capital());
    capital && cursor.before().is_some_and(|token| token.is_capital())
}

/// 'last week', 'that year', 'the next day', 'the current fiscal year'.
fn selected(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, selector) = selector(cursor)?;
    let (rest, unit) = one_unit(rest)?;
    let is_length =
        unit != Unit::Quarter && cursor.word("the").is_some_and(|next| next.any(&["last", "past", "coming"]).is_some());
    let is_fine = unit < Unit::Day;
    let far_past = cursor.any(&["past", "coming"]).is_some();
    if is_fine || is_length || far_past || rest.glued(&["-"]).is_some() {
        return None;
    }
    Some((rest, Meaning::Step { unit, by: selector.by, from: selector.from, grain: unit }))
}

/// 'the week', 'the fiscal year': the one at hand.
fn definite(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let start = cursor.word("the")?;
    let (rest, unit) = one_unit(start)?;
    let words = &cursor.language().selectors;
    let kind = start.any(&words.kinds).is_some();
    let at_hand = matches!(unit, Unit::Weekend | Unit::Year | Unit::Week | Unit::Month) || unit == Unit::Day;
    if let Some(end) = rest.any_phrase(&words.to_date).filter(|_| unit >= Unit::Week) {
        return Some((end, Meaning::step(unit, 0)));
    }
    let goes_on = rest.glued(&["-"]).is_some() || rest.any(&words.behind_definite).is_some();
    let placed = unit != Unit::Day || cursor.before().is_some_and(|token| token.is_any(&["in", "for"]));
    if !at_hand || !placed || goes_on && !kind {
        return None;
    }
    if unit == Unit::Year && rest.any(&["ended", "ending", "to"]).is_some() {
        return Some((rest, Meaning::Length(Length { count: Count::Of(1), unit })));
    }
    let from = if unit != Unit::Day { Origin::Publication } else { Origin::Narrative };
    Some((rest, Meaning::Step { unit, by: 0, from, grain: unit }))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn periods_seen_from_publication() {
        assert_eq!(
            read("today, the day before yesterday, last week, next month, this year, over the weekend"),
            [
                "today = 2010-09-15",
                "the day before yesterday = 2010-09-13",
                "last week = 2010-W36",
                "next month = 2010-10",
                "this year = 2010",
                "the weekend = 2010-W36-WE"
            ]
        );
    }

    #[test]
    fn a_day_at_hand_needs_its_preposition() {
        assert_eq!(read("On the day they left, he rested for the day."), ["the day = 2010-09-15"]);
    }
}
