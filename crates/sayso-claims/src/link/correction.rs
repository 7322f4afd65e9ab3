//! Corrections: who takes back or sets right what was published or said.

use super::candidates::candidates;
use super::claims::{Claims, FoundLink};
use crate::record::LinkKind;

/// How much of what a correction says the claim must say that it corrects, where it does not hold that claim's words.
const ABOUT: f64 = 0.5;

/// The corrections of a story.
pub(super) fn links(claims: &Claims<'_>) -> Vec<FoundLink> {
    let corrections = (0..claims.claims.len()).filter(|claim| claims.facts(*claim).retracts);
    corrections.filter_map(|correction| of(claims, correction)).collect()
}

/// What a correction corrects: what its words hold, else what stands just before it or is said in its words.
fn of(claims: &Claims<'_>, correction: usize) -> Option<FoundLink> {
    let can = |other: &usize| claims.facts(*other).stands() && claims.first(*other) <= claims.last(correction);
    let link = |(b, score): (usize, f64)| FoundLink { a: correction, b, kind: LinkKind::Corrects, score };
    if let Some(within) = claims.within(correction).find(can) {
        return Some(link((within, 0.9)));
    }
    let near = candidates(claims, correction).into_iter().filter(|(other, _)| can(other));
    let scored = near.filter_map(|(other, standing)| {
        let contained = claims.wordings(correction).contained(claims.wordings(other));
        let points = claims.facts(correction).is_bare && standing.closeness >= 1.0;
        (points || contained >= ABOUT).then_some((other, if points { 0.6 } else { contained }))
    });
    scored.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(link)
}
