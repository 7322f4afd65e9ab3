//! Words that begin, hold together and end a noun phrase or a name; general English.

use sayso_lang::Words;
use serde::Deserialize;

/// Words that begin, hold together and end a noun phrase or a name.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhraseWords {
    /// Determiners.
    pub(super) determiners: Words,
    /// Prepositions that a noun phrase goes on with.
    pub(super) ties: Words,
    /// Words that no noun phrase runs over.
    pub(super) phrase_ends: Words,
    /// What begins a sentence, or stands before a name, with a capital and is no part of a name.
    pub(super) openers: Words,
    /// Prepositions on which an outlet can hang: 'published by the Herald'.
    pub(super) prepositions: Words,
}
