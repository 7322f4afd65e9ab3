//! The words for how a figure stands to figures before it.

use sayso_lang::{Language, LanguageError, Phrases, Words};
use serde::Deserialize;

/// `reading/relations.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RelationWords {
    /// Words that make a count one on top of another.
    pub on_top: Words,
    /// Words by which it is held against another instead.
    pub compares: Words,
    /// What follows a count that is taken from those just told of.
    pub of_those: Phrases,
    /// Words before a count that the text says is not the right one.
    pub rules_out: Words,
}

impl RelationWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where the file is missing or wrong.
    pub fn load(language: &Language) -> Result<Self, LanguageError> {
        language.parse("reading/relations.toml")
    }
}
