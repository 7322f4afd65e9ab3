//! Words by which a clause is recognised, and a negation.

use sayso_lang::{Phrases, Words};
use serde::Deserialize;

/// `reading/statement/verbs.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VerbWords {
    helping: Words,
    contracted: Phrases,
    pub(super) names: Words,
    past: Words,
    irregular: Words,
    unverbal: Words,
    pub(super) subjects: Words,
    pub(super) objects: Words,
    pub(super) joins: Words,
    pub(super) behind: Words,
    negations: Words,
}

impl VerbWords {
    /// Whether a word is a finite verb wherever it stands.
    pub(super) fn is_finite(&self, word: &str) -> bool {
        let contracted = || self.contracted.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending));
        self.helping.contains(word) || self.past.contains(word) || contracted()
    }

    /// Whether a word is a past form that may be a participle; in English any in "-ed" may.
    pub(super) fn may_be_past(&self, word: &str) -> bool {
        self.irregular.contains(word) || word.len() > 3 && word.ends_with("ed") && !self.unverbal.contains(word)
    }

    /// Whether a word negates; in English "n't" at its end does so, too.
    pub(super) fn negates(&self, word: &str) -> bool {
        self.negations.contains(word) || word.ends_with("n't") || word.ends_with("n’t")
    }
}
