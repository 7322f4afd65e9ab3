//! The words of a language that the steps from scores to attributions look at.

use sayso_lang::{Language, LanguageError};
use serde::Deserialize;

/// The words of a language that the steps from scores to attributions look at.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttributionWords {}

impl AttributionWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(_language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {})
    }
}
