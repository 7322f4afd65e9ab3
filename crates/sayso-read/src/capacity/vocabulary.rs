//! The words of a language that show in what capacity somebody speaks.

use sayso_lang::{Language, LanguageError};

use super::anonymity_words::AnonymityWords;
use super::lexicon::SourceTypeLexicon;

/// The words of a language that tell in what capacity somebody speaks, a file each.
#[derive(Debug, Default)]
pub struct CapacityWords {
    pub(super) types: SourceTypeLexicon,
    pub(super) anonymity: AnonymityWords,
}

impl CapacityWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            types: language.parse("reading/capacity/types.toml")?,
            anonymity: language.parse("reading/capacity/anonymity.toml")?,
        })
    }
}
