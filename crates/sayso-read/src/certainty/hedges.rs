//! The words that hedge, with how much they leave.

use sayso_lang::{Grouped, Words};
use serde::Deserialize;

use super::Certainty;

/// The words that hedge, with how much they leave.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HedgeWords {
    /// Verbs, nouns and adverbs that hedge as the cue itself, in base form.
    cues: Grouped<Certainty>,
    /// Verbs of speech that hedge in the passive without a source, in base form: 'is said to' is 'reportedly'.
    hearsay: Words,
    /// Adverbs that hedge the clause whose verb they stand before.
    adverbs: Grouped<Certainty>,
    /// What hedges behind a form of 'be' or 'have': 'is believed to', 'is a possibility'.
    predicates: Grouped<Certainty>,
    /// Verbs that hedge as a clause's own, as written.
    verbs: Grouped<Certainty>,
    /// Verbs by which a first person hedges what follows: 'I think'.
    opinions: Grouped<Certainty>,
}

impl HedgeWords {
    /// Of a cue's word in base form.
    pub fn cue(&self, word: &str) -> Option<Certainty> {
        self.cues.get(word).copied()
    }

    /// Whether a passive of this verb without a source is hearsay.
    pub fn is_hearsay(&self, word: &str) -> bool {
        self.hearsay.contains(word)
    }

    /// Of an adverb before a verb.
    pub fn adverb(&self, word: &str) -> Option<Certainty> {
        self.adverbs.get(word).copied()
    }

    /// Of what follows 'is'.
    pub fn predicate(&self, word: &str) -> Option<Certainty> {
        self.predicates.get(word).copied()
    }

    /// Of a main verb.
    pub fn verb(&self, word: &str) -> Option<Certainty> {
        self.verbs.get(word).copied()
    }

    /// Of a first person's verb.
    pub fn opinion(&self, word: &str) -> Option<Certainty> {
        self.opinions.get(word).copied()
    }
}
