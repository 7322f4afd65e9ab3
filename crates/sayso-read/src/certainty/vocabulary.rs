//! The words of a language by which something is said more or less firmly.

use sayso_lang::{Language, LanguageError};
use serde::Deserialize;

/// The words of a language by which something is said more or less firmly.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertaintyWords {}

impl CertaintyWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(_language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {})
    }
}
