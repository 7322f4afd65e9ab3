//! What a person can choose, and why a choice is not recorded.

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
#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    /// There is no claim and no mention of this id.
    #[error("there is no claim '{0}'")]
    NoClaim(String),
    /// There is no mention of this id.
    #[error("there is no mention '{0}'")]
    NoMention(String),
    /// There is no article of this id.
    #[error("there is no article '{0}'")]
    NoArticle(String),
    /// The article's text was removed.
    #[error("the text of {0} was removed; nothing can be decided about it")]
    Removed(String),
    /// There are no words at these places of the article, whose text has so many code points.
    #[error(
        "there are no words at {}..{}: the text of {article} has {length} characters, counted from 0, and a stretch \
         begins before it ends",
        at.0, at.1
    )]
    NoWords {
        /// The article.
        article: String,
        /// The places.
        at: Offsets,
        /// The length of its text.
        length: usize,
    },
    /// The article has this mention there already.
    #[error("{article} has these words as mention {mention} already")]
    Known {
        /// The article.
        article: String,
        /// The mention.
        mention: String,
    },
    /// The mention does not state this figure of its article.
    #[error("{}", unstated(mention, *figure))]
    NoFigure {
        /// The mention.
        mention: String,
        /// Which.
        figure: FigureRef,
    },
    /// There is nothing to choose between.
    #[error("{0}")]
    Nothing(&'static str),
    /// The ledger failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn unstated(mention: &str, figure: FigureRef) -> String {
    match figure {
        FigureRef::Read(index) => format!("mention {mention} does not state figure {index}"),
        FigureRef::Missed((start, end)) => format!("{start}..{end} is not in the words of mention {mention}"),
    }
}
