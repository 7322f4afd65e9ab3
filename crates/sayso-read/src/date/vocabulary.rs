//! The words of a language by which dates are read.

use sayso_lang::{Language, LanguageError};
use serde::Deserialize;

/// The words of a language by which dates are read.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateWords {}

impl DateWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(_language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {})
    }
}
