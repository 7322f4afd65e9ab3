//! Words that tell which of several: 'last', 'this', 'the following'.

use sayso_lang::{Grouped, Words};
use serde::Deserialize;

use crate::date::lexicon::Sense;
use crate::date::meaning::Origin;
use crate::date::phrases::Phrased;
use crate::date::unit::Unit;

use super::cursor::{Cursor, Parsed};

/// Which one: so many steps from an origin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Selector {
    pub(super) from: Origin,
    pub(super) by: i32,
}

/// Words that tell which of several.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "SelectorFile")]
pub(in crate::date) struct SelectorWords {
    phrases: Phrased<Selector>,
    /// What stands in front of a day to tell of the one before or behind it.
    pub(super) further: Phrased<Step>,
    /// Kinds of years and the like that differ from the calendar's in where they begin.
    pub(super) kinds: Words,
    /// Words behind 'the week' or 'the year' that make it another than the one at hand.
    pub(super) behind_definite: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SelectorFile {
    kinds: Words,
    behind_definite: Words,
    publication: Grouped<Step>,
    narrative: Grouped<Step>,
    further: Phrased<Step>,
}

/// One step back, none, or one on.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Step {
    Previous,
    Current,
    Next,
}

impl Step {
    /// In numbers.
    pub(super) fn by(self) -> i32 {
        match self {
            Self::Previous => -1,
            Self::Current => 0,
            Self::Next => 1,
        }
    }
}

impl From<SelectorFile> for SelectorWords {
    fn from(file: SelectorFile) -> Self {
        let publication = file
            .publication
            .iter()
            .map(|(phrase, step)| (phrase, Selector { from: Origin::Publication, by: step.by() }));
        let narrative =
            file.narrative.iter().map(|(phrase, step)| (phrase, Selector { from: Origin::Narrative, by: step.by() }));
        Self {
            phrases: publication.chain(narrative).collect(),
            further: file.further,
            kinds: file.kinds,
            behind_definite: file.behind_definite,
        }
    }
}

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
