//! The words of a language by which figures are read.

use sayso_lang::{Language, LanguageError};
use serde::Deserialize;

/// The words of a language by which figures are read.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureWords {}

impl FigureWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(_language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {})
    }
}
