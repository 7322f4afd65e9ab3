//! The words of a language by which a source is traced to its speaker.

use sayso_lang::{Language, LanguageError};
use serde::Deserialize;

/// The words of a language by which a source is traced to its speaker.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpeakerWords {}

impl SpeakerWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(_language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {})
    }
}
