//! What a source will not speak of: 'declined to comment on the briefing' and 'declined to comment on the estimate' are
//! two refusals, 'declined to comment' twice on one day is one.

use std::sync::LazyLock;

use super::{Stem, Weighed};
use crate::vocabulary::english;

/// Hours within which refusals that name no matter are of one matter.
const ONE_MATTER: i64 = 36;

/// How alike two refusals of one entity are in what they refuse, `hours` apart; none where they are of two matters.
pub(super) fn similarity(one: &Weighed, other: &Weighed, hours: i64) -> Option<f64> {
    let (one, other) = (matter(one), matter(other));
    if one.is_empty() || other.is_empty() {
        return (hours <= ONE_MATTER).then_some(0.5);
    }
    let shared = one.containment(&other);
    (shared > 0.0).then_some(shared)
}

fn matter(content: &Weighed) -> Weighed {
    static REFUSALS: LazyLock<Vec<Stem>> = LazyLock::new(|| english().claim.refusing.iter().map(Stem::of).collect());
    content.only(|stem| !REFUSALS.contains(&stem))
}
