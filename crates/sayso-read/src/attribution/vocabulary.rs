//! The words of a language for the steps from scores to attributions.

use sayso_lang::{Language, LanguageError};

use super::account_words::AccountWords;
use super::clause_words::ClauseWords;
use super::cue_words::CuesBeforeSources;
use super::dialogue_words::DialogueWords;
use super::given_words::GivenWords;
use super::idiom_words::IdiomWords;
use super::refusal_words::RefusalWords;
use super::relay_words::SecondHandWords;

/// The words of a language that the steps from scores to attributions look at.
#[derive(Debug, Default)]
pub struct AttributionWords {
    pub(super) accounts: AccountWords,
    pub(super) clauses: ClauseWords,
    pub(super) cues_before_sources: CuesBeforeSources,
    pub(super) dialogue: DialogueWords,
    pub(super) given: GivenWords,
    pub(super) idioms: IdiomWords,
    pub(super) refusals: RefusalWords,
    pub(super) relays: SecondHandWords,
}

impl AttributionWords {
    /// Whether a word is a verb whose object is who said it: 'was quoted by'.
    pub(crate) fn quotes(&self, word: &str) -> bool {
        self.relays.quotes.contains(word)
    }

    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            accounts: language.parse("reading/attribution/accounts.toml")?,
            clauses: language.parse("reading/attribution/clauses.toml")?,
            cues_before_sources: language.parse("reading/attribution/cues.toml")?,
            dialogue: language.parse("reading/attribution/dialogue.toml")?,
            given: language.parse("reading/attribution/given.toml")?,
            idioms: language.parse("reading/attribution/idioms.toml")?,
            refusals: language.parse("reading/attribution/refusals.toml")?,
            relays: language.parse("reading/attribution/relays.toml")?,
        })
    }
}
