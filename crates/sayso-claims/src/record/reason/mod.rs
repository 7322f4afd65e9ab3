//! Why something is told as it is: values, which are worded where somebody reads them (`wording`) and kept as they are in
//! the ledger's file (`form`).

mod form;
mod kind;
mod names;
#[cfg(test)]
mod tests;
mod wording;

pub use kind::ReasonKind;
pub use names::Names;
use sayso_read::Id;
use sayso_read::record::Offsets;
use serde::{Deserialize, Serialize};

use crate::decision::AppliedChange;

/// A reason, with the words of articles that it rests on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Reason {
    /// What it says.
    pub why: Why,
    /// The words that it is about, those that it speaks of first.
    pub mentions: Vec<At>,
}

/// Where words of an article stand, in code points of its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct At {
    /// The article.
    pub article: Id,
    /// Where the words begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
}

/// What a reason says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Why {
    /// A mention is of the claim that an earlier one makes.
    Joined(Joined),
    /// Outlets have the claim first-hand; none where no outlet does that is read.
    FirstHand(Names),
    /// Outlets have the claim by way of something.
    Relayed {
        /// Which outlets.
        outlets: Names,
        /// By way of what.
        way: Way,
    },
    /// Sources stand behind the claim; none where nobody is named.
    Sources {
        /// Who.
        names: Names,
        /// How many other claims that support it are counted in.
        supporters: usize,
    },
    /// A person decided something about a mention.
    Decided {
        /// Who.
        by: String,
        /// The article that has it.
        article: Id,
        /// What.
        change: AppliedChange,
    },
    /// An article is in a story, or a story is offered beside another, for what two articles have in common.
    Alike {
        /// The article, as printed.
        article: String,
        /// The other.
        to: String,
        /// What they have in common.
        common: Common,
    },
}

/// What makes a mention one of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Joined {
    /// The article that has it.
    pub article: Id,
    /// How its source stands to that of the claim's first mention.
    pub source: SourceMatch,
    /// The most telling words that it shares with that mention.
    pub words: Vec<SharedWord>,
    /// Whether both state one figure.
    pub figure: bool,
}

/// How the sources of two mentions of a claim stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceMatch {
    /// They are one.
    Same,
    /// They may be one.
    Near,
    /// One of them names none.
    Open,
    /// They are two: a third mention joins them.
    Apart,
}

/// A word that two mentions share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedWord {
    /// As the later one writes it.
    pub word: String,
    /// Where, in its article.
    pub at: Offsets,
}

/// By way of what an outlet has a claim.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Way {
    /// It does not say from whom.
    Unsaid,
    /// From the claim's source.
    Source,
    /// In a text copied from outlets, the nearest first.
    Copy(Vec<String>),
    /// From outlets that it cites, the nearest first.
    Outlets(Vec<String>),
}

/// What two articles have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Common {
    /// The address.
    Address,
    /// The wording.
    Wording,
    /// Terms, the most telling first.
    Terms(Vec<String>),
}
