//! People's decisions about claims, as they bind every later conclusion.
//!
//! A decision is about mentions, by their ids, which never change: so it holds however the claims around it are concluded
//! anew when more documents come.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::store::Decision;

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
    /// An earlier decision holds no longer.
    Undo,
}

impl Verdict {
    /// The word that is kept and typed.
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Merge => "merge",
            Self::Split => "split",
            Self::Reassign => "reassign",
            Self::Reject => "reject",
            Self::Undo => "undo",
        }
    }

    fn of(word: &str) -> Option<Self> {
        [Self::Confirm, Self::Merge, Self::Split, Self::Reassign, Self::Reject, Self::Undo]
            .into_iter()
            .find(|verdict| verdict.word() == word)
    }
}

/// The mentions that a decision is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Those that are one claim, or none.
    pub these: Vec<String>,
    /// Those that are not of that claim.
    #[serde(default)]
    pub not: Vec<String>,
    /// The articles that have them: their stories are drawn anew.
    #[serde(default)]
    pub articles: Vec<String>,
}

/// What the decisions that hold say of mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulings {
    /// Pairs of mentions, the lesser first, and whether they are of one claim.
    pairs: BTreeMap<(String, String), bool>,
    rejected: BTreeSet<String>,
}

impl Rulings {
    /// From decisions in the order in which they were made: where two contradict each other the later holds, and one that
    /// was undone says nothing.
    pub fn of(decisions: &[Decision]) -> Self {
        let undone = undone(decisions);
        let mut rulings = Self::default();
        for decision in decisions.iter().filter(|decision| !undone.contains(decision.id.as_str())) {
            let about = serde_json::from_value::<About>(decision.detail.clone()).unwrap_or_default();
            if let Some(verdict) = Verdict::of(&decision.what) {
                rulings.take(verdict, &about);
            }
        }
        rulings
    }

    fn take(&mut self, verdict: Verdict, about: &About) {
        match verdict {
            Verdict::Undo => {}
            Verdict::Reject => self.rejected.extend(about.these.iter().cloned()),
            Verdict::Confirm | Verdict::Merge | Verdict::Split | Verdict::Reassign => {
                self.rejected.retain(|mention| !about.these.contains(mention));
                for (at, one) in about.these.iter().enumerate() {
                    about.these[at + 1..].iter().for_each(|other| self.rule(one, other, true));
                    about.not.iter().for_each(|other| self.rule(one, other, false));
                }
            }
        }
    }

    fn rule(&mut self, one: &str, other: &str, together: bool) {
        if one != other {
            let (one, other) = (one.min(other).to_owned(), one.max(other).to_owned());
            self.pairs.insert((one, other), together);
        }
    }

    /// Whether people decided nothing that still holds.
    pub(crate) fn is_empty(&self) -> bool {
        self.pairs.is_empty() && self.rejected.is_empty()
    }

    /// Pairs of mentions that are of one claim, or of two, by what people decided.
    pub(crate) fn pairs(&self, together: bool) -> impl Iterator<Item = (&str, &str)> {
        self.pairs
            .iter()
            .filter(move |(_, ruled)| **ruled == together)
            .map(|((one, other), _)| (one.as_str(), other.as_str()))
    }

    /// Whether a person said that a mention is no claim.
    pub(crate) fn rejects(&self, mention: &str) -> bool {
        self.rejected.contains(mention)
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
