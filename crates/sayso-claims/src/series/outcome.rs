//! What became of those who are counted: the dead, the missing and the rescued of one disaster are series of their own.

use sayso_lang::Table;
use serde::Deserialize;

/// What became of people or things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FigureOutcome {
    Dead,
    Bodies,
    Missing,
    Injured,
    Rescued,
    Arrested,
    Evacuated,
    Infected,
    Aboard,
    Captured,
    Dismissed,
}

impl FigureOutcome {
    /// The outcome that a stretch of text tells; the one whose word stands first.
    pub(crate) fn of(words: &[String], outcomes: &Table<Self>) -> Option<Self> {
        words.iter().find_map(|word| outcomes.get(word).copied())
    }
}
