//! Words that the rules of `counted.rs` go by.

use sayso_lang::{Phrases, Words};
use serde::Deserialize;

/// The words in and behind a phrase that says what is counted.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CountedWords {
    /// Verbs in the present that follow what is counted.
    pub verbs: Words,
    /// Words that count as possessors or determiners of a phrase and are left out of it.
    pub determiners: Words,
    /// What the injured and the missing are called; they look like verbs.
    pub people: Words,
    /// What stands behind a measure: '12 km wide'.
    pub extents: Words,
    /// What stands in front of the same thing at another time: 'up from', 'compared with'.
    pub comparing: Phrases,
    /// Prepositions behind a number whose noun is left out.
    pub places: Words,
    /// Words that end the phrase behind 'the number of'.
    pub behind_number_of: Words,
}
