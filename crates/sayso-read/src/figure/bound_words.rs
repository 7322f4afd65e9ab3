//! Words that the rules of `bound.rs` go by.

use sayso_lang::{Phrases, Words};
use serde::Deserialize;

use super::table::{ByFirst, ByLast};

/// What a modifier does to the number beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// The number is the least that it can be.
    Low,
    /// The number is the most that it can be.
    High,
    /// The number is near what is meant.
    Near,
    /// Belongs to the figure and changes nothing.
    Plain,
}

/// Words around a number that bound it or make it approximate.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BoundWords {
    /// Modifiers in front of a number.
    pub before: ByLast<Effect>,
    /// Modifiers behind a number.
    pub behind: ByFirst<Effect>,
    /// Verbs that bound the number they take without being part of the figure.
    pub verbs: ByLast<Effect>,
    /// Verbs that say that a mark was passed, where nothing is counted by it.
    pub marks: Words,
    /// Words of place that look like modifiers, with the word in front of them.
    pub places: Phrases,
}
