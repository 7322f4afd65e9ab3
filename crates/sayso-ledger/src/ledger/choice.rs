//! What a person can choose, and why a choice is not recorded.

use std::fmt;

use sayso_read::record::Offsets;

use crate::decision::{Amendment, FigureRef, Marked};
use crate::store::StoreError;

/// What a person chooses. Claims may be given by the id of any of their mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The claim is right as it stands.
    Confirm(String),
    /// These claims are one.
    Merge(Vec<String>),
    /// These mentions, all of one claim, are a claim of their own.
    Split(Vec<String>),
    /// The mention belongs to the claim.
    Reassign {
        /// The mention.
        mention: String,
        /// The claim.
        claim: String,
    },
    /// This is no claim.
    Reject(String),
    /// These words of an article are a claim, which its reading missed.
    Add(Marked),
    /// Something about the mention is other than it was read.
    Mend {
        /// The mention.
        mention: String,
        /// What is set right.
        amendment: Amendment,
    },
    /// The decision holds no longer.
    Undo(String),
}

/// Why a choice was not recorded.
#[derive(Debug)]
pub enum DecideError {
    /// There is no claim and no mention of this id.
    NoClaim(String),
    /// There is no mention of this id.
    NoMention(String),
    /// There is no article of this id.
    NoArticle(String),
    /// The article's text was removed.
    Removed(String),
    /// There are no words at these places of the article, whose text has so many code points.
    NoWords {
        /// The article.
        article: String,
        /// The places.
        at: Offsets,
        /// The length of its text.
        length: usize,
    },
    /// The article has this mention there already.
    Known {
        /// The article.
        article: String,
        /// The mention.
        mention: String,
    },
    /// The mention does not state this figure of its article.
    NoFigure {
        /// The mention.
        mention: String,
        /// Which.
        figure: FigureRef,
    },
    /// There is nothing to choose between.
    Nothing(&'static str),
    /// The ledger failed.
    Store(StoreError),
}

impl fmt::Display for DecideError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClaim(id) => write!(f, "there is no claim '{id}'; 'sayso claims' lists them with their ids"),
            Self::NoMention(id) => {
                write!(f, "there is no mention '{id}'; 'sayso claim' shows those of a claim with their ids")
            }
            Self::NoArticle(id) => {
                write!(f, "there is no article '{id}'; 'sayso export --format csv --kind articles' lists them")
            }
            Self::Removed(id) => write!(f, "the text of {id} was removed; nothing can be decided about it"),
            Self::NoWords { article, at: (start, end), length } => write!(
                f,
                "there are no words at {start}..{end}: the text of {article} has {length} characters, counted from 0, \
                 and a stretch begins before it ends"
            ),
            Self::Known { article, mention } => write!(
                f,
                "{article} has these words as mention {mention} already; 'sayso decide mend {mention}' sets right what \
                 is wrong in it"
            ),
            Self::NoFigure { mention, figure: FigureRef::Read(index) } => {
                write!(f, "mention {mention} does not state figure {index}")
            }
            Self::NoFigure { mention, figure: FigureRef::Missed((start, end)) } => {
                write!(f, "{start}..{end} is not in the words of mention {mention}")
            }
            Self::Nothing(what) => f.write_str(what),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for DecideError {}

impl From<StoreError> for DecideError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
