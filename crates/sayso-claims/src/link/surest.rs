//! Of what a claim could be linked to, what it is linked to.

use super::claims::FoundLink;

/// Claims that one denies, or supports, at most.
const MOST: usize = 3;

/// Share of the surest link's probability that the others must have: what a denial is about stands out.
const BESIDE_SUREST: f64 = 0.6;

/// The surest links of a claim, in order of that.
pub(super) fn surest(found: impl Iterator<Item = FoundLink>) -> Vec<FoundLink> {
    let mut found: Vec<FoundLink> = found.collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.b.cmp(&b.b)));
    let least = found.first().map_or(0.0, |surest| surest.score * BESIDE_SUREST);
    found.retain(|link| link.score >= least);
    found.truncate(MOST);
    found
}
