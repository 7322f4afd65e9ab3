//! The words of a language that show a source's stance to what is attributed to it.

use sayso_lang::{Language, LanguageError};

use super::content_form_words::FrameWords;
use super::cue_words::CueWords;
use super::denial_words::DenialWords;
use super::lemma::FormWords;
use super::lexicon_rows::StanceLexicon;
use super::opening_words::OpeningWords;
use super::small_words::SmallWords;
use super::unsaid_words::UnsaidWords;

/// The words of a language that tell what a source does with what is attributed to it, a file each.
#[derive(Debug, Default)]
pub struct StanceWords {
    pub(super) cue: CueWords,
    pub(super) cues: StanceLexicon,
    pub(super) denial: DenialWords,
    pub(super) forms: FormWords,
    pub(super) frame: FrameWords,
    pub(super) opening: OpeningWords,
    pub(super) unsaid: UnsaidWords,
    pub(super) words: SmallWords,
}

impl StanceWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            cue: language.parse("reading/stance/cue.toml")?,
            cues: language.parse("reading/stance/cues.toml")?,
            denial: language.parse("reading/stance/denial.toml")?,
            forms: language.parse("reading/stance/forms.toml")?,
            frame: language.parse("reading/stance/frame.toml")?,
            opening: language.parse("reading/stance/opening.toml")?,
            unsaid: language.parse("reading/stance/unsaid.toml")?,
            words: language.parse("reading/stance/words.toml")?,
        })
    }

    /// Whether 'there is no' before a word strengthens: 'there is no doubt'.
    pub(crate) fn is_emphatic(&self, word: &str) -> bool {
        self.denial.emphatic.contains(word)
    }

    /// Whether a word shows a clause: a finite helping verb, or a pronoun that is a subject.
    pub(crate) fn is_clause_word(&self, word: &str) -> bool {
        self.frame.is_clause_word(word)
    }
}
