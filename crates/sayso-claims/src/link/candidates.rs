//! Which claims are held against one: those that share its rarer words, that stand just before it, at the head of its
//! articles or within its words, and those that the story is about.

use std::collections::BTreeMap;

use super::claims::Claims;
use crate::entity::EntityMatch;
use crate::work;

/// Claims that share words with one, at most: those that share most.
const SHARING: usize = 32;

/// Sources before a mention whose claims are held against it.
const SOURCES_BEFORE: usize = 6;

/// Claims before a mention among which they are sought: what stands farther off it does not point at.
const LOOKED_BACK: usize = 64;

/// Articles of a claim in which it is looked at what stands before it.
const ARTICLES: usize = 8;

/// Claims with which an article begins.
const LEADING: usize = 3;

/// Where a claim stands before another, in the articles that have both.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PairPosition {
    /// 1 for the nearest source's, 1/2 for the next one's; 0 where it does not.
    pub(super) closeness: f64,
    /// 1 for that with which an article begins, 1/2 for the next one; 0 where it does not.
    pub(super) lead: f64,
}

/// The claims that a claim is held against, in order.
pub(super) fn candidates(claims: &Claims<'_>, claim: usize) -> BTreeMap<usize, PairPosition> {
    let mut found: BTreeMap<usize, PairPosition> = BTreeMap::new();
    for (document, place) in claims.facts(claim).documents.iter().take(ARTICLES) {
        before(claims, (claim, *document, *place), &mut found);
        for (rank, other) in claims.leading(*document).take(LEADING).enumerate() {
            let lead = &mut found.entry(other).or_default().lead;
            *lead = lead.max(1.0 / (rank + 1) as f64);
        }
    }
    let others = sharing(claims, claim).into_iter().chain(claims.within(claim)).chain(claims.central());
    others.for_each(|other| _ = found.entry(other).or_default());
    found.remove(&claim);
    found
}

/// Those that share most with it.
fn sharing(claims: &Claims<'_>, claim: usize) -> Vec<usize> {
    let own = claims.wordings(claim);
    let sharing = claims.sharing(claim).into_iter().filter(|other| *other != claim);
    let mut weighed: Vec<(f64, usize)> =
        sharing.map(|other| (own.common(claims.wordings(other)), other)).filter(|(common, _)| *common > 0.0).collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    weighed.into_iter().take(SHARING).map(|(_, other)| other).collect()
}

/// What others say before a mention, the closest that each stands.
fn before(
    claims: &Claims<'_>,
    (claim, document, place): (usize, usize, usize),
    found: &mut BTreeMap<usize, PairPosition>,
) {
    let own = claims.story.places[place].mention.span;
    let (mut sources, mut last) = (0, None);
    for (index, other) in work::each(claims.before(document, place)).take(LOOKED_BACK) {
        let mention = &claims.story.places[index].mention;
        let apart = mention.span.end() <= own.start() && other != claim;
        if !apart || claims.entity_match(claim, other) == EntityMatch::Same {
            continue;
        }
        if last != Some(mention.attribution) {
            (sources, last) = (sources + 1, Some(mention.attribution));
        }
        if sources > SOURCES_BEFORE {
            break;
        }
        let closeness = &mut found.entry(other).or_default().closeness;
        *closeness = closeness.max(1.0 / sources as f64);
    }
}
