//! Small words in a run of words that takes a stance.

use sayso_lang::Words;
use serde::Deserialize;

/// Small words in a run of words that takes a stance.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallWords {
    /// Words that negate.
    pub negations: Words,
    /// Words, with or without 'the', that a negation before them does not turn round: 'not only', 'not the first'.
    pub not_negated: Words,
    /// Helping verbs and adverbs of time and degree.
    pub helpers: Words,
    /// Words behind which 's is a verb and no possessive ending: 'it's'.
    pub subjects: Words,
    /// Endings of a pronoun that are a verb contracted with it, as in 'I'm' and 'they've'.
    pub contractions: Words,
}

impl SmallWords {
    /// Whether a word negates; in English "n't" at its end does so, too.
    pub fn negates(&self, word: &str) -> bool {
        self.negations.contains(word) || word.ends_with("n't")
    }

    /// Whether a word is a helping verb or an adverb, of which most English ones end with "-ly".
    pub fn helps(&self, word: &str) -> bool {
        self.helpers.contains(word) || (word.len() > 4 && word.ends_with("ly"))
    }
}
