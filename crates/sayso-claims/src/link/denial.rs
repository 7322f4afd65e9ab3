//! Denials: what is denied or doubted, in its own article or in another.

use std::collections::BTreeMap;

use super::candidates::candidates;
use super::claims::{Claims, FoundLink};
use super::model::MODELS;
use super::pair::PairFeatures;
use super::surest::surest;
use crate::entity::EntityMatch;
use crate::record::LinkKind;

/// Claims that one denial is linked to, where it says what others say.
const MOST: usize = 3;

/// The denials of a story.
pub(super) fn links(claims: &Claims<'_>) -> Vec<FoundLink> {
    let mut found: BTreeMap<usize, Vec<FoundLink>> = BTreeMap::new();
    for denial in (0..claims.claims.len()).filter(|claim| claims.facts(*claim).answers()) {
        let mut links = of(claims, denial);
        let repeated = claims.sharing(denial).into_iter().filter(|earlier| repeats(claims, denial, *earlier));
        let inherited = repeated.filter_map(|earlier| found.get(&earlier)).flatten().map(|link| (link.b, link.score));
        for (other, score) in inherited.filter(|(other, _)| can_be_denied(claims, denial, *other)) {
            if links.len() < MOST && !links.iter().any(|link| link.b == other) {
                links.push(FoundLink { a: denial, b: other, kind: LinkKind::Denies, score: score * REPEATED });
            }
        }
        found.insert(denial, links);
    }
    found.into_values().flatten().collect()
}

/// Whether a denial says again what an earlier one says: it then denies the same.
fn repeats(claims: &Claims<'_>, denial: usize, earlier: usize) -> bool {
    earlier < denial
        && claims.facts(earlier).stance == claims.facts(denial).stance
        && claims.wordings(denial).overlap(claims.wordings(earlier)) >= SAYS_THE_SAME
}

/// Overlap from which two denials say the same.
const SAYS_THE_SAME: f64 = 0.4;

/// How much less sure it is what a denial denies by way of another that says the same.
const REPEATED: f64 = 0.9;

fn of(claims: &Claims<'_>, denial: usize) -> Vec<FoundLink> {
    let link = |(other, pair): (usize, PairFeatures)| {
        let score = MODELS.denies.links(&pair)?;
        Some(FoundLink { a: denial, b: other, kind: LinkKind::Denies, score })
    };
    surest(pairs(claims, denial).filter_map(link))
}

/// What a claim can deny, where it denies or doubts anything.
pub(super) fn pairs<'c>(claims: &'c Claims<'_>, denial: usize) -> impl Iterator<Item = (usize, PairFeatures)> + 'c {
    let candidates = if claims.facts(denial).answers() { candidates(claims, denial) } else { Default::default() };
    let can = candidates.into_iter().filter(move |(other, _)| can_be_denied(claims, denial, *other));
    can.map(move |(other, standing)| (other, PairFeatures::of(claims, (denial, other), standing)))
}

/// Whether a claim is one to deny: another's, and said before the denial was last made.
fn can_be_denied(claims: &Claims<'_>, denial: usize, other: usize) -> bool {
    let was_said = claims.first(other) <= claims.last(denial);
    claims.facts(other).stands() && was_said && claims.entity_match(denial, other) != EntityMatch::Same
}
