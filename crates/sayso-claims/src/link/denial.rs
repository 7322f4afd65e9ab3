//! Denials: what is denied or doubted, in its own article or in another.

use sayso_read::Stance;

use super::candidates::candidates;
use super::claims::{Claims, FoundLink};
use super::model::MODELS;
use super::pair::PairFeatures;
use crate::entity::EntityMatch;
use crate::record::LinkKind;

/// Claims that one denial is linked to.
const MOST: usize = 3;

/// The denials of a story.
pub(super) fn links(claims: &Claims<'_>) -> Vec<FoundLink> {
    (0..claims.claims.len()).flat_map(|denial| of(claims, denial)).collect()
}

fn of(claims: &Claims<'_>, denial: usize) -> Vec<FoundLink> {
    let link = |(other, pair): (usize, PairFeatures)| {
        let score = MODELS.denies.links(&pair)?;
        Some(FoundLink { a: denial, b: other, kind: LinkKind::Denies, score })
    };
    let mut found: Vec<FoundLink> = pairs(claims, denial).filter_map(link).collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.b.cmp(&b.b)));
    found.truncate(MOST);
    found
}

/// What a claim can deny, where it denies or doubts anything.
pub(super) fn pairs<'c>(claims: &'c Claims<'_>, denial: usize) -> impl Iterator<Item = (usize, PairFeatures)> + 'c {
    let denies = matches!(claims.facts(denial).stance, Stance::Denies | Stance::Doubts);
    let candidates = if denies { candidates(claims, denial) } else { Default::default() };
    let can = candidates.into_iter().filter(move |(other, _)| can_be_denied(claims, denial, *other));
    can.map(move |(other, closeness)| (other, PairFeatures::of(claims, (denial, other), closeness)))
}

/// Whether a claim is one to deny: another's, and said before the denial was last made.
fn can_be_denied(claims: &Claims<'_>, denial: usize, other: usize) -> bool {
    let was_said = claims.first(other) <= claims.last(denial);
    claims.facts(other).stands() && was_said && claims.entity_match(denial, other) != EntityMatch::Same
}
