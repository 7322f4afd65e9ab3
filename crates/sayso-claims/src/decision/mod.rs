//! People's decisions about claims, as they bind every later conclusion.
//!
//! A decision is about mentions, by their ids, which never change: so it holds however the claims around it are concluded
//! anew when more documents come.

mod about;
mod deed;
mod marked;
mod mending;
mod recorded;
mod rulings;
mod verdict;

use std::collections::BTreeSet;

pub use about::About;
pub use deed::{Decided, Deed};
pub use marked::{ADDED, Marked, Speaker};
pub use mending::{Figures, Mending, Reread, Which};
pub(crate) use mending::{Mended, Set};
pub use recorded::Decision;
pub(crate) use rulings::Added;
pub use rulings::Rulings;
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
