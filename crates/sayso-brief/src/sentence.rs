//! A sentence of a brief, as it is printed.

use sayso_claims::record::At;
use serde::Serialize;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sentence {
    /// The words.
    pub text: String,
    /// What sort of thing it tells.
    pub kind: SentenceKind,
    /// The claims that it tells of.
    pub claims: Vec<String>,
    /// The passages that carry it, each by itself.
    pub footnotes: Vec<At>,
}

/// What sort of thing a sentence tells, in the order in which an editor needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SentenceKind {
    /// Somebody claims something.
    Claimed,
    /// Somebody denies or doubts something.
    Disputed,
    /// Somebody would not say.
    Declined,
    /// A figure with its scope.
    Figure,
    /// An article says otherwise than before, and tells its readers.
    Corrected,
    /// An article says otherwise than before, and does not.
    Silent,
    /// Several outlets have something from one source.
    OneSource,
}

impl SentenceKind {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::Claimed, Self::Disputed, Self::Declined, Self::Figure, Self::Corrected, Self::Silent, Self::OneSource];
}
