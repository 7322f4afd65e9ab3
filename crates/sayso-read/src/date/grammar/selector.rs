//! Words that tell which of several: 'last', 'this', 'the following'.

use crate::date::lexicon::Sense;
use crate::date::unit::Unit;

use super::cursor::{Cursor, Parsed};
use super::selector_words::Selector;

/// Reads a phrase that tells which one.
pub(super) fn selector(cursor: Cursor<'_>) -> Parsed<'_, Selector> {
    cursor.token().filter(|token| matches!(token.sense, Sense::Opener | Sense::Key))?;
    cursor.phrase(&cursor.language().selectors.phrases)
}

/// Reads a unit in the singular, with its kind.
pub(super) fn one_unit(cursor: Cursor<'_>) -> Parsed<'_, Unit> {
    cursor.maybe(&cursor.language().selectors.kinds).one_unit()
}

/// A year told by a phrase: 'this year', 'the previous year'.
pub(super) fn selected_year(cursor: Cursor<'_>) -> Parsed<'_, Selector> {
    let (rest, selector) = selector(cursor)?;
    let (rest, unit) = one_unit(rest)?;
    (unit == Unit::Year).then_some((rest, selector))
}
