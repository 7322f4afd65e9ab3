//! Words that tell which of several: 'last', 'this', 'the following'.

use crate::date::lexicon::Sense;
use crate::date::meaning::Origin;
use crate::date::unit::Unit;

use super::cursor::{Cursor, Parsed};

/// Which one: so many steps from an origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Selector {
    pub(super) from: Origin,
    pub(super) by: i32,
}

/// Phrases, the longer of two that share a beginning first.
const SELECTORS: [(&str, Origin, i32); 24] = [
    ("this past", Origin::Publication, -1),
    ("this coming", Origin::Publication, 1),
    ("this current", Origin::Publication, 0),
    ("this same", Origin::Publication, 0),
    ("this", Origin::Publication, 0),
    ("the current", Origin::Publication, 0),
    ("current", Origin::Publication, 0),
    ("the present", Origin::Publication, 0),
    ("last", Origin::Publication, -1),
    ("next", Origin::Publication, 1),
    ("the upcoming", Origin::Publication, 1),
    ("the last", Origin::Publication, -1),
    ("the past", Origin::Publication, -1),
    ("past", Origin::Publication, -1),
    ("the coming", Origin::Publication, 1),
    ("coming", Origin::Publication, 1),
    ("the next", Origin::Narrative, 1),
    ("the following", Origin::Narrative, 1),
    ("the previous", Origin::Narrative, -1),
    ("the preceding", Origin::Narrative, -1),
    ("the prior", Origin::Narrative, -1),
    ("the same", Origin::Narrative, 0),
    ("that same", Origin::Narrative, 0),
    ("that", Origin::Narrative, 0),
];

/// Reads a phrase that tells which one.
pub(super) fn selector(cursor: Cursor<'_>) -> Parsed<'_, Selector> {
    cursor.token().filter(|token| matches!(token.sense, Sense::Opener | Sense::Key))?;
    let read =
        |(words, from, by): &(&str, Origin, i32)| Some((cursor.words(words)?, Selector { from: *from, by: *by }));
    SELECTORS.iter().find_map(read)
}

/// Kinds of years and the like that differ from the calendar's in where they begin.
pub(super) const KINDS: &[&str] =
    &["fiscal", "calendar", "financial", "academic", "school", "tax", "trading", "full", "whole", "entire"];

/// Reads a unit in the singular, with its kind.
pub(super) fn one_unit(cursor: Cursor<'_>) -> Parsed<'_, Unit> {
    cursor.maybe(KINDS).one_unit()
}

/// A year told by a phrase: 'this year', 'the previous year'.
pub(super) fn selected_year(cursor: Cursor<'_>) -> Parsed<'_, Selector> {
    let (rest, selector) = selector(cursor)?;
    let (rest, unit) = one_unit(rest)?;
    (unit == Unit::Year).then_some((rest, selector))
}
