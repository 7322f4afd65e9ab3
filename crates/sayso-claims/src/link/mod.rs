//! How claims stand to one another. Denials and supports are told by a trained model of what two claims have to do with
//! each other (`pair`, `model`), updates and rivals by the series of figures, reversals and corrections by rules.

mod candidates;
mod claims;
mod compare;
mod compared;
mod correction;
mod counts;
mod denial;
mod facts;
mod model;
mod pair;
mod reversal;
mod support;
mod surest;

use std::collections::BTreeSet;

use claims::{Claims, FoundLink};
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
    for links in [correction::links(&claims), reversal::links(&claims), denial::links(&claims), support::links(&claims)]
    {
        add(&mut found, links);
    }
    found.sort_by_key(|link| (link.a, link.b, link.kind));
    found.dedup_by_key(|link| (link.a, link.b, link.kind));
    found.into_iter().map(|link| claims.exported(&link)).collect()
}

/// Adds links between claims that are not linked yet.
fn add(found: &mut Vec<FoundLink>, links: Vec<FoundLink>) {
    let ends = |link: &FoundLink| (link.a.min(link.b), link.a.max(link.b));
    let taken: BTreeSet<(usize, usize)> = found.iter().map(ends).collect();
    found.extend(links.into_iter().filter(|link| !taken.contains(&ends(link))));
}
