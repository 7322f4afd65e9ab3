//! How claims stand to one another: denials, supports, updates and rivals, each found by its own rules.

mod candidates;
mod claims;
mod compare;
mod counts;
mod denial;
mod facts;
mod model;
mod pair;
mod support;
mod compared;

use std::collections::BTreeSet;

use claims::Claims;
pub use compared::ComparedPair;
pub(crate) use compared::compared_pairs;
pub use pair::PairFeatures;

use crate::derive::StoryAnalysis;
use crate::entity::EntityId;
use crate::record::{Claim, Link};
use crate::series::SeriesLine;

/// The links of a story, in order of the claims that they join.
pub(crate) fn links(
    story: &StoryAnalysis<'_>,
    groups: &[Vec<usize>],
    (claims, entities): (&[Claim], &[Vec<EntityId>]),
    lines: &[SeriesLine],
) -> Vec<Link> {
    let claims = Claims::new(story, groups, claims, entities);
    let mut found = counts::links(&claims, lines);
    found.extend(denial::links(&claims));
    let taken: BTreeSet<(usize, usize)> = found.iter().map(|link| (link.a.min(link.b), link.a.max(link.b))).collect();
    found.extend(
        support::links(&claims).into_iter().filter(|link| !taken.contains(&(link.a.min(link.b), link.a.max(link.b)))),
    );
    found.sort_by_key(|link| (link.a, link.b, link.kind));
    found.dedup_by_key(|link| (link.a, link.b, link.kind));
    found.into_iter().map(|link| claims.exported(&link)).collect()
}
