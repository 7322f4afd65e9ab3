//! The words of a language by which a text is cut.

use sayso_lang::{Language, LanguageError, Words};
use serde::Deserialize;

/// The words of a language by which a text is cut.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CutWords {
    /// Abbreviations whose stop ends no sentence, without it.
    pub abbreviations: Words,
    /// Abbreviations whose stop ends no sentence before a figure, without it.
    pub numbered: Words,
    /// Abbreviations that may stand at the end of a sentence, with their stops.
    pub closing: Words,
    /// Words that open a sentence when they begin with a capital.
    pub openers: Words,
    /// Names of days and months, which may stand behind an hour or a body.
    pub days: Words,
    /// Words of names of time zones.
    pub zones: Words,
}

impl CutWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub fn load(language: &Language) -> Result<Self, LanguageError> {
        language.parse("reading/cut.toml")
    }
}
