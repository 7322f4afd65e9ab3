//! The words of a language that the steps from scores to attributions look at.

use sayso_lang::{Language, LanguageError};

use super::cue_words::CuesBeforeSources;
use super::dialogue_words::DialogueWords;
use super::idiom_words::IdiomWords;
use super::refusal_words::RefusalWords;

/// The words of a language that the steps from scores to attributions look at.
#[derive(Debug, Default)]
pub struct AttributionWords {
    pub(super) cues_before_sources: CuesBeforeSources,
    pub(super) dialogue: DialogueWords,
    pub(super) idioms: IdiomWords,
    pub(super) refusals: RefusalWords,
}

impl AttributionWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            cues_before_sources: language.parse("reading/attribution/cues.toml")?,
            dialogue: language.parse("reading/attribution/dialogue.toml")?,
            idioms: language.parse("reading/attribution/idioms.toml")?,
            refusals: language.parse("reading/attribution/refusals.toml")?,
        })
    }
}
