//! The words of a language that tell what a source does with what is attributed to it.

use sayso_lang::{Language, LanguageError};
use serde::Deserialize;

/// The words of a language that tell what a source does with what is attributed to it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StanceWords {}

impl StanceWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(_language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {})
    }
}
