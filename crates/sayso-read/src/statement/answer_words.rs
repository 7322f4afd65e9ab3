//! Words by which a statement takes a side, whatever its cue.

use sayso_lang::Words;
use serde::Deserialize;

/// `reading/statement/answers.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnswerWords {
    pub(super) negations: Words,
    pub(super) being: Words,
    pub(super) doubtful: Words,
    pub(super) sure: Words,
    pub(super) openers: Words,
    pub(super) verifying: Words,
    pub(super) telling: Words,
    pub(super) wills: Words,
    pub(super) between: Words,
    pub(super) evidence: Words,
    pub(super) informed: Words,
    pub(super) recorded: Words,
    pub(super) indicating: Words,
    pub(super) hearing: Words,
    pub(super) contrasting: Words,
    pub(super) seeking: Words,
    pub(super) surprised: Words,
}

impl AnswerWords {
    /// Whether a word negates what follows it.
    pub(super) fn negates(&self, word: &str) -> bool {
        self.negations.contains(word) || word.ends_with("n't")
    }
}
