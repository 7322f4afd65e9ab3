//! The content of a sentence, before it is worded.

use sayso_claims::record::At;

use crate::sentence::SentenceKind;

/// A typed fact with the passages that carry it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fact {
    pub(crate) kind: SentenceKind,
    pub(crate) told: FactForm,
    /// The claims that it is about, by their ids.
    pub(crate) claims: Vec<String>,
    pub(crate) notes: Vec<At>,
}

/// The forms that a fact can have.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FactForm {
    /// Somebody said just this; the outlets that have it so, the first first.
    Said { speaker: String, words: String, place: Appearance, also: Vec<String> },
    /// An article's own sentence.
    Quoted { words: String, place: Appearance, also: Vec<String> },
    /// Outlets that all have from one speaker what the first of them says in these words.
    OneSource { speaker: String, words: String, outlets: Vec<String> },
    /// A figure that somebody gave, in an outlet's words.
    Figure { speaker: String, words: String, place: Appearance, turn: SeriesPosition },
    /// What an article said before and says now.
    Changed { place: Appearance, before: Option<String>, after: Option<String> },
}

/// Where and when something stands: in an outlet, on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Appearance {
    pub(crate) outlet: Option<String>,
    pub(crate) day: Option<jiff::civil::Date>,
}

/// Where a figure stands among those that its speaker gave for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SeriesPosition {
    /// There is a later one.
    First,
    /// There is an earlier one.
    Later,
}
