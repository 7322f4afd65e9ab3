//! What a person did to one mention, as far as it took effect.

use sayso_read::record::{FigureRecord, Offsets};
use sayso_read::{Certainty, Stance};
use serde::{Deserialize, Serialize};

/// What was done to a mention. Offsets are code points into the article's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum AppliedChange {
    /// It was added: the reading missed it.
    Added,
    /// Its words were set.
    Words {
        /// The words.
        text: String,
        /// Where they stand.
        at: Offsets,
    },
    /// The words that name its source were set.
    Source {
        /// The words.
        text: String,
        /// Where they stand.
        at: Offsets,
    },
    /// Whose it is was set; nobody where the article states it itself.
    Speakers(Vec<String>),
    /// What the source does with it was set.
    Stance(Stance),
    /// How firmly was set.
    Certainty(Certainty),
    /// Figures were set, or missed ones were added; none where it states no figure.
    Figures(Vec<FigureRecord>),
    /// The outlets between the article and the source were set, the nearest first.
    Via(Vec<String>),
}

/// A deed, and whose it is.
#[derive(Clone, Debug, PartialEq)]
pub struct AppliedDecision {
    /// Who decided.
    pub by: String,
    /// What was done.
    pub change: AppliedChange,
}
