//! A decision as it is recorded: who decided what, when, and about which mentions.

use jiff::Timestamp;

use super::{DecisionDetail, Verdict};

/// What a person decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// What it is called.
    pub id: String,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it.
    pub by: String,
    /// What was decided.
    pub what: Verdict,
    /// The ids of what it is about.
    pub on: Vec<String>,
    /// The mentions that it is about, and what it says of them.
    pub detail: DecisionDetail,
    /// The decision that it undoes.
    pub undoes: Option<String>,
}
