//! Supports: another source for the same.

use super::claims::{Claims, FoundLink};
use crate::claim::side;
use crate::entity::EntityMatch;
use crate::record::LinkKind;

/// Overlap from which claims of different sources say the same.
pub(super) const SAYS_THE_SAME: f64 = 0.4;
/// Less than that.
pub(super) const BELOW: f64 = SAYS_THE_SAME - 1e-9;

/// Pairs of claims of different sources that say the same: the later supports the earlier.
pub(super) fn links(claims: &Claims<'_>) -> Vec<FoundLink> {
    let mut found = Vec::new();
    for later in 0..claims.claims.len() {
        for earlier in claims.sharing(later).into_iter().take_while(|earlier| *earlier < later) {
            if claims.entity_match(later, earlier) == EntityMatch::Same || !agree(claims, later, earlier) {
                continue;
            }
            let (one, other) = (claims.wordings(later), claims.wordings(earlier));
            let score = one.overlap(other, BELOW).max(one.share_of_figure(other));
            if score >= SAYS_THE_SAME {
                found.push(FoundLink { a: later, b: earlier, kind: LinkKind::Supports, score });
            }
        }
    }
    found
}

fn agree(claims: &Claims<'_>, one: usize, other: usize) -> bool {
    let side_of = |claim: usize| side(claims.claims[claim].stance);
    side_of(one) == side_of(other) && side_of(one) <= 1 && !claims.wordings(one).differ(claims.wordings(other))
}
