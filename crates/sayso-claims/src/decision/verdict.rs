//! What a person can decide.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a person can decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// These mentions are one claim, as they stand.
    Confirm,
    /// These claims are one.
    Merge,
    /// These mentions are a claim of their own.
    Split,
    /// This mention belongs to another claim.
    Reassign,
    /// This is no claim.
    Reject,
    /// These words of an article are a claim that its reading missed.
    Add,
    /// Something about this mention is other than it was read.
    Mend,
    /// The text of this article goes, for good.
    Remove,
    /// An earlier decision holds no longer.
    Undo,
}

impl Verdict {
    const ALL: [Self; 9] = [
        Self::Confirm,
        Self::Merge,
        Self::Split,
        Self::Reassign,
        Self::Reject,
        Self::Add,
        Self::Mend,
        Self::Remove,
        Self::Undo,
    ];

    /// The word that is kept and typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Merge => "merge",
            Self::Split => "split",
            Self::Reassign => "reassign",
            Self::Reject => "reject",
            Self::Add => "add",
            Self::Mend => "mend",
            Self::Remove => "remove",
            Self::Undo => "undo",
        }
    }

    /// The verdict of a word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
