//! The words of a language by which a text is cut into what it states.

use sayso_lang::{Language, LanguageError};

use super::answer_words::AnswerWords;
use super::joint_words::JointWords;
use super::shown_words::ShownWords;
use super::verb_words::VerbWords;

/// The words of a language by which a text is cut into what it states, a file each.
#[derive(Debug, Default)]
pub(crate) struct StatementWords {
    pub(super) answer: AnswerWords,
    pub(crate) joints: JointWords,
    pub(super) shown: ShownWords,
    pub(super) verbs: VerbWords,
}

impl StatementWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(crate) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self {
            answer: language.parse("reading/statement/answers.toml")?,
            joints: language.parse("reading/statement/joints.toml")?,
            shown: language.parse("reading/statement/shown.toml")?,
            verbs: language.parse("reading/statement/verbs.toml")?,
        })
    }
}
