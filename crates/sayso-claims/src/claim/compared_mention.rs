//! What of a mention is compared with others.

use sayso_read::Stance;

use super::content::Weighed;
use super::quantities::Quantities;
use super::sequence::Sequence;

/// What is compared of a mention.
pub(crate) struct ComparedMention<'a> {
    pub(crate) content: &'a Weighed,
    pub(crate) sequence: &'a Sequence,
    pub(crate) measured: &'a Quantities,
    pub(crate) stance: Stance,
    /// Whether it negates.
    pub(crate) negates: bool,
    /// The article, by its index in the story.
    pub(crate) document: usize,
    /// Its attribution, by its index in the article.
    pub(crate) attribution: Option<usize>,
    /// Whether a person decided something about it: then nobody else's words are taken for it.
    pub(crate) decided: bool,
    /// When it was published, in hours; articles without a date are of one time.
    pub(crate) hours: i64,
}

/// Which way a stance speaks: claims of different sides are never one.
pub(crate) fn side(stance: Stance) -> u8 {
    match stance {
        Stance::Asserts | Stance::Confirms | Stance::Expects | Stance::Doubts | Stance::Demands | Stance::Other => 0,
        Stance::Denies => 1,
        Stance::Declines => 2,
        Stance::Asks => 3,
    }
}
