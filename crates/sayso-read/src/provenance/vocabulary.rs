//! The words of a language that tell how something came into an article.

use sayso_lang::{Language, LanguageError};
use serde::Deserialize;

/// The words of a language that tell how something came into an article.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvenanceWords {}

impl ProvenanceWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(_language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {})
    }
}
