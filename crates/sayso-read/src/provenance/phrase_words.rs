//! Words that begin, hold together and end a noun phrase or a name.

use sayso_lang::{Calendar, Language, LanguageError, Words};
use serde::Deserialize;

/// Words that begin, hold together and end a noun phrase or a name.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhraseWords {
    /// Determiners.
    pub(super) determiners: Words,
    /// Prepositions that a noun phrase goes on with.
    pub(super) ties: Words,
    /// Words that no noun phrase runs over; weekdays, which calendar.toml has, among them.
    pub(super) phrase_ends: Words,
    /// What begins a sentence, or stands before a name, with a capital and is no part of a name; months and weekdays,
    /// which calendar.toml has, among it.
    pub(super) openers: Words,
    /// Prepositions on which an outlet can hang: 'published by the Herald'.
    pub(super) prepositions: Words,
}

impl PhraseWords {
    /// Loads them from a language's folder, with months and weekdays from its calendar.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(super) fn load(language: &Language) -> Result<Self, LanguageError> {
        let mut words: Self = language.parse("reading/provenance/phrase.toml")?;
        let calendar = Calendar::load(language)?;
        let weekdays = || calendar.weekdays().map(|(_, day)| day.name().to_owned());
        words.phrase_ends.extend(weekdays());
        words.openers.extend(calendar.months().map(|(_, month)| month.name().to_owned()).chain(weekdays()));
        Ok(words)
    }
}
