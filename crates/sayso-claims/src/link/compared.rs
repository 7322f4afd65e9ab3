//! Pairs of claims as links are sought between them, for whoever makes the weights.

use serde::Serialize;

use super::claims::Claims;
use super::pair::PairFeatures;
use super::{denial, support};
use crate::derive::StoryAnalysis;
use crate::entity::EntityId;
use crate::record::{Claim, LinkKind};

/// Two claims that are held against each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparedPair {
    /// As what they are linked, if they are.
    pub kind: LinkKind,
    /// The claim that would deny or support, by its id.
    pub a: String,
    /// The other, likewise.
    pub b: String,
    /// All that is asked of them.
    pub features: PairFeatures,
}

/// The pairs of a story.
pub(crate) fn compared_pairs(
    story: &StoryAnalysis<'_>,
    groups: &[Vec<usize>],
    (claims, entities): (&[Claim], &[Vec<EntityId>]),
) -> Vec<ComparedPair> {
    let held = Claims::new(story, groups, claims, entities);
    let named = |kind: LinkKind, a: usize| {
        move |(b, features): (usize, PairFeatures)| ComparedPair {
            kind,
            a: claims[a].id.clone(),
            b: claims[b].id.clone(),
            features,
        }
    };
    let of = |claim: usize| {
        let denied = denial::pairs(&held, claim).map(named(LinkKind::Denies, claim));
        denied.chain(support::pairs(&held, claim).map(named(LinkKind::Supports, claim))).collect::<Vec<_>>()
    };
    (0..claims.len()).flat_map(of).collect()
}
