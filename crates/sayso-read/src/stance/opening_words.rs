//! Words at the opening of a content that show its stance.

use sayso_lang::{Phrases, Words};
use serde::Deserialize;

/// Words by which the opening of a content tells what it does.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningWords {
    /// What somebody cannot do who leaves open whether it is so.
    pub vouching: Words,
    /// Words that open a subordinate clause before the main one.
    pub lead_ins: Words,
    /// Words that say nothing before the subject.
    pub fillers: Words,
    /// What the source will not do, behind a negation.
    pub speaking: Words,
    /// Verbs of attitude that are the deed itself: 'We thank you', but not 'We support it', which asserts.
    pub performatives: Words,
    /// What a first person doubts by not having: 'I don't think'.
    pub beliefs: Words,
    /// Wordings that avoid an answer.
    pub evasions: Phrases,
    /// Words that make 'not say' and 'not answer' a refusal: 'I won't say', but not 'I don't say that'.
    pub wills: Words,
    /// Nouns for a number that may turn out another: 'the true number may be higher'.
    pub counts: Words,
    /// Words behind 'may be' that make a number another than the one that was given.
    pub comparisons: Words,
    /// Words before 'to' that stand between a first person and the verb that counts: 'I would like to thank'.
    pub wishes: Words,
}
