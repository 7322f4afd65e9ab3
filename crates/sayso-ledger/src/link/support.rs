//! Supports: another source for the same.

use super::{Claims, Found};
use crate::claim::side;
use crate::party::Kinship;
use crate::record::LinkKind;

/// Overlap from which claims of different sources say the same.
pub(super) const SAYS_THE_SAME: f64 = 0.4;

/// Pairs of claims of different sources that say the same: the later supports the earlier.
pub(super) fn links(claims: &Claims<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for later in 0..claims.claims.len() {
        for earlier in claims.sharing(later).into_iter().take_while(|earlier| *earlier < later) {
            if claims.kinship(later, earlier) == Kinship::Same || !agree(claims, later, earlier) {
                continue;
            }
            let score = claims.overlap(later, earlier).max(claims.share_of_figure(later, earlier));
            if score >= SAYS_THE_SAME {
                found.push(Found { a: later, b: earlier, kind: LinkKind::Supports, score });
            }
        }
    }
    found
}

fn agree(claims: &Claims<'_>, one: usize, other: usize) -> bool {
    let figures = |claim: usize| claims.groups[claim].iter().map(|index| &claims.story.places[*index].measured);
    let differ = figures(one).any(|a| figures(other).any(|b| a.differs(b)));
    let side_of = |claim: usize| side(claims.claims[claim].stance);
    !differ && side_of(one) == side_of(other) && side_of(one) <= 1
}
