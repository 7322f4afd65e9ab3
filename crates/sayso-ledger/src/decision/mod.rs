//! People's decisions about claims, as they bind every later conclusion.
//!
//! A decision is about mentions, by their ids, which never change: so it holds however the claims around it are concluded
//! anew when more documents come.

mod deed;
mod marked;
mod mending;
mod rulings;

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::store::Decision;

pub use deed::{Decided, Deed};
pub(crate) use marked::ADDED;
pub use marked::{Marked, Speaker};
pub use mending::{Figures, Mending, Reread, Which};
pub(crate) use mending::{Mended, Set};
pub(crate) use rulings::Added;
pub use rulings::Rulings;

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
    pub(crate) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The mentions that a decision is about, and what it says of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// Those that are one claim, or none.
    pub these: Vec<String>,
    /// Those that are not of that claim.
    pub not: Vec<String>,
    /// The articles that have them: their stories are drawn anew.
    pub articles: Vec<String>,
    /// The claim that was missed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marked: Option<Marked>,
    /// What is set right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mending: Option<Mending>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl About {
    /// As it is kept and hashed.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        serde_json::to_value(self).expect("lists, texts and numbers have a form in JSON")
    }
}

/// The ids of decisions that hold no longer; an undoing can be undone.
pub fn undone(decisions: &[Decision]) -> BTreeSet<&str> {
    let mut undone: BTreeSet<&str> = BTreeSet::new();
    for decision in decisions.iter().rev() {
        if let Some(target) = decision.undoes.as_deref().filter(|_| !undone.contains(decision.id.as_str())) {
            undone.insert(target);
        }
    }
    undone
}

#[cfg(test)]
mod tests;
