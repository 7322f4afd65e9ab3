//! Words for what something is said in, at or on.

use sayso_lang::Words;
use serde::Deserialize;

/// Words for what something is said in, at or on.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediumWords {
    /// Nouns that end the name of a medium: what it was said in, at, on or by.
    pub(super) mediums: Words,
    /// Mediums that need no article before them.
    pub(super) bare_mediums: Words,
    /// Gatherings that are told something.
    pub(super) forums: Words,
    /// Prepositions before a medium.
    pub(super) before_medium: Words,
    /// Words that tie a phrase to the medium before it: 'with the BBC', 'published by', 'on his website'.
    pub(super) behind_medium: Words,
    /// Participles that may stand before such a tie.
    pub(super) issued: Words,
}
