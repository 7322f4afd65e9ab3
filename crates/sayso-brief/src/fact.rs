//! What a sentence tells, before it is worded.

use sayso_claims::record::At;

use crate::sentence::Kind;

/// A typed fact with the passages that carry it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fact {
    pub(crate) kind: Kind,
    pub(crate) told: Told,
    /// The claims that it is about, by their ids.
    pub(crate) claims: Vec<String>,
    pub(crate) notes: Vec<At>,
}

/// The forms that a fact can have.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Told {
    /// Somebody said just this; the outlets that have it so, the first first.
    Said { speaker: String, words: String, place: Place, also: Vec<String> },
    /// An article's own sentence.
    Quoted { words: String, place: Place, also: Vec<String> },
    /// Outlets that all give somebody's words, and no other source for them.
    OneSource { speaker: String, words: String, outlets: Vec<String> },
    /// What an article said before and says now.
    Changed { place: Place, before: Option<String>, after: Option<String> },
}

/// Where and when something stands: in an outlet, on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) outlet: Option<String>,
    pub(crate) day: Option<jiff::civil::Date>,
}
