//! To which documents one is linked: the rule by which articles make a story.

use std::sync::Arc;

use super::key::DocumentKey;
use super::neighbourhood::{Neighbour, Neighbourhood};

/// Similarity from which documents are linked. With the rules below, 0.9 to 1.1 give BCubed F1 100 on the development
/// stream and 94.8 to 93.8 on ECB+.
pub(super) const LINK: f32 = 1.0;

/// A link must be as strong as this share of what a document has around it: where an event is reported by many, what
/// is less like than they are is another event of the same kind. 0.75 to 0.8 serve both sets.
const OF_DENSITY: f32 = 0.78;

/// A link to a later document must also hold, to this share, for the documents nearest to that one.
const OF_SUPPORT: f32 = 0.85;

/// Documents nearest to a later one that must support a link to it.
const SUPPORTERS: usize = 2;

/// The documents that one is linked to: the earlier one that it is most like, where it is like enough; else up to
/// three later ones, each where its nearest are like enough too.
///
/// So a document joins one earlier story at most, however many it mentions, and two stories meet only where the first
/// article of one belongs with several of the other.
pub(super) fn links<'a, E>(
    center: &DocumentKey,
    around: &'a Neighbourhood,
    around_of: impl Fn(&DocumentKey) -> Result<Option<Arc<Neighbourhood>>, E>,
    score_with: impl Fn(&DocumentKey) -> Result<f32, E>,
) -> Result<Vec<&'a Neighbour>, E> {
    let bar = LINK.max(OF_DENSITY * around.density());
    let enough = |near: &&Neighbour| near.score >= bar;
    if let Some(first) = around.earlier.first().filter(enough) {
        return Ok(vec![first]);
    }
    let mut linked = Vec::new();
    for near in around.later.iter().filter(enough) {
        let there = around_of(&near.key)?.unwrap_or_default();
        let nearest = there.nearest().into_iter().take(SUPPORTERS);
        let supporters = nearest.filter(|other| other.key != *center && other.score >= LINK);
        let mut scores = supporters.map(|other| score_with(&other.key)).collect::<Result<Vec<f32>, E>>()?;
        scores.push(near.score);
        if scores.iter().sum::<f32>() >= OF_SUPPORT * LINK * scores.len() as f32 {
            linked.push(near);
        }
    }
    Ok(linked)
}
