//! Reversals: a speaker who now says otherwise.

use sayso_read::Stance;

use super::claims::{Claims, FoundLink};
use crate::entity::EntityMatch;
use crate::record::LinkKind;

/// How much of the shorter the longer has, from which both speak of one thing.
const ABOUT: f64 = 0.75;

/// Stems that both have at least: of two in common each claim of a story has some.
const LEAST: usize = 3;

/// Pairs of claims of one source, the later of which denies or negates what the earlier says.
pub(super) fn links(claims: &Claims<'_>) -> Vec<FoundLink> {
    (0..claims.claims.len()).flat_map(|later| of(claims, later)).collect()
}

fn of(claims: &Claims<'_>, later: usize) -> Vec<FoundLink> {
    let vouches = matches!(claims.facts(later).stance, Stance::Asserts | Stance::Confirms | Stance::Denies);
    let earlier = if vouches { claims.sharing(later) } else { Vec::new() };
    let reversed = earlier.into_iter().filter(|earlier| reverses(claims, later, *earlier));
    let scored = reversed.map(|b| (b, claims.wordings(later).contained(claims.wordings(b))));
    scored
        .filter(|(_, score)| *score >= ABOUT)
        .map(|(b, score)| FoundLink { a: later, b, kind: LinkKind::Reverses, score })
        .collect()
}

fn reverses(claims: &Claims<'_>, later: usize, earlier: usize) -> bool {
    let (mine, theirs) = (claims.facts(later), claims.facts(earlier));
    let opposite = match (mine.stance, theirs.stance) {
        (Stance::Denies, Stance::Denies) => false,
        (Stance::Denies, _) => theirs.stands() && !theirs.negates,
        (_, Stance::Denies) => !mine.negates,
        _ => theirs.stands() && mine.negates != theirs.negates,
    };
    opposite
        && claims.last(earlier) < claims.first(later)
        && claims.entity_match(later, earlier) == EntityMatch::Same
        && claims.wordings(later).shared(claims.wordings(earlier)) >= LEAST
}
