//! Supports: another source for the same.

use sayso_read::Stance;

use super::candidates::candidates;
use super::claims::{Claims, FoundLink};
use super::model::MODELS;
use super::pair::PairFeatures;
use super::surest::surest;
use crate::entity::EntityMatch;
use crate::record::LinkKind;

/// Pairs of claims of different sources that say the same: the later supports the earlier.
pub(super) fn links(claims: &Claims<'_>) -> Vec<FoundLink> {
    (0..claims.claims.len()).flat_map(|claim| of(claims, claim)).collect()
}

fn of(claims: &Claims<'_>, claim: usize) -> Vec<FoundLink> {
    let link = |(other, pair): (usize, PairFeatures)| {
        let score = MODELS.supports.links(&pair)?;
        Some(FoundLink { a: claim, b: other, kind: LinkKind::Supports, score })
    };
    surest(pairs(claims, claim).filter_map(link))
}

/// What a claim can support: earlier claims of its side. Only who asserts, confirms or denies supports anything; a doubt, a
/// demand or a question does not.
pub(super) fn pairs<'c>(claims: &'c Claims<'_>, claim: usize) -> impl Iterator<Item = (usize, PairFeatures)> + 'c {
    let candidates = if vouches(claims, claim) { candidates(claims, claim) } else { Default::default() };
    let can =
        candidates.into_iter().filter(move |(other, _)| *other < claim && can_be_supported(claims, claim, *other));
    can.map(move |(other, standing)| (other, PairFeatures::of(claims, (claim, other), standing)))
}

fn vouches(claims: &Claims<'_>, claim: usize) -> bool {
    matches!(claims.facts(claim).stance, Stance::Asserts | Stance::Confirms | Stance::Denies)
}

fn can_be_supported(claims: &Claims<'_>, claim: usize, other: usize) -> bool {
    let (mine, theirs) = (claims.facts(claim), claims.facts(other));
    let one_side = mine.stands() && theirs.stands() || mine.stance == Stance::Denies && theirs.stance == Stance::Denies;
    one_side
        && claims.entity_match(claim, other) != EntityMatch::Same
        && !claims.wordings(claim).differ(claims.wordings(other))
}
