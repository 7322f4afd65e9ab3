//! People's decisions about claims, as they bind every later conclusion.
//!
//! A decision is about mentions, by their ids, which never change: so it holds however the claims around it are concluded
//! anew when more documents come.

mod amendment;
mod applied;
mod detail;
mod effective;
mod marked;
mod recorded;
mod verdict;

use std::collections::BTreeSet;

pub(crate) use amendment::{Amended, Set};
pub use amendment::{Amendment, FigureRef, Figures, Reread};
pub use applied::{AppliedChange, AppliedDecision};
pub use detail::DecisionDetail;
pub(crate) use effective::Added;
pub use effective::EffectiveDecisions;
pub use marked::{ADDED, Marked, Speaker};
pub use recorded::Decision;
pub use verdict::Verdict;

/// The ids of decisions that hold no longer; an undoing can be undone.
#[must_use]
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
