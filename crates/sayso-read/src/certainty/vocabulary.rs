//! The words of a language by which something is said more or less firmly.

use sayso_lang::{Language, LanguageError};

use super::clause_words::ClauseWords;
use super::hedges::HedgeWords;

/// The words of a language by which something is said more or less firmly, a file each.
#[derive(Debug, Default)]
pub struct CertaintyWords {
    pub(super) clause: ClauseWords,
    pub(super) hedges: HedgeWords,
}

impl CertaintyWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            clause: language.parse("reading/certainty/clause.toml")?,
            hedges: language.parse("reading/certainty/hedges.toml")?,
        })
    }
}
