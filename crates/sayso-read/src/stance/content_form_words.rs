//! Words that show the form of a content.

use sayso_lang::Words;
use serde::Deserialize;

/// Words that show the form of a content.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameWords {
    /// Words that open an indirect question.
    pub question_words: Words,
    /// Nouns for what somebody has claimed.
    pub claim_nouns: Words,
    /// Finite helping verbs and pronoun subjects, which only a clause has.
    pub clause_words: Words,
    /// Words behind which a relative clause begins.
    pub relatives: Words,
    /// Words behind 'to' that open a noun phrase, so that no infinitive follows.
    pub thing_openers: Words,
}

impl FrameWords {
    /// Whether a word names what somebody has claimed.
    pub fn is_claim_noun(&self, word: &str) -> bool {
        self.claim_nouns.contains(word)
    }

    /// Whether only a clause has a word; in English helping verbs with "n't" are among them.
    pub fn is_clause_word(&self, word: &str) -> bool {
        self.clause_words.contains(word) || word.ends_with("n't") || word.ends_with("n’t")
    }
}
