//! Stories that have to do with one another without being one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::grouping::Grouping;
use super::index::Index;
use super::key::DocumentKey;
use super::likeness::{Likeness, likeness};
use super::stories::{Story, story_id};

/// Likeness from which documents have to do with one another: half of what makes one story of them. On the development
/// stream it offers the troops' story beside the exercise, the takeover beside the other sale and the sinking beside
/// the council's vote, and nothing beside the recall.
pub(super) const RELATED: f32 = 0.5;

/// Another story, and the two articles that bring it up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Related {
    /// The other story's id.
    pub story: String,
    /// The article here that is most like one there.
    pub article: String,
    /// The article there.
    pub to: String,
    /// How like they are.
    pub likeness: Likeness,
}

/// The stories related to one, the most like first.
pub fn related<I: Index>(story: &Story, grouping: &Grouping<I>) -> Vec<Related> {
    let mut best: BTreeMap<DocumentKey, (f32, DocumentKey, DocumentKey)> = BTreeMap::new();
    for key in &story.keys {
        let Some(around) = grouping.around(key) else { continue };
        for near in around.all() {
            if story.keys.binary_search(&near.key).is_ok() {
                continue;
            }
            let Some(first) = grouping.members(&near.key).pop_first() else { continue };
            let known = best.entry(first).or_insert((near.score, key.clone(), near.key.clone()));
            if (near.score, &known.1, &known.2) > (known.0, key, &near.key) {
                *known = (near.score, key.clone(), near.key.clone());
            }
        }
    }
    let mut found: Vec<Related> = best
        .into_iter()
        .filter_map(|(first, (_, here, there))| {
            let both = grouping.index().signature(&here).zip(grouping.index().signature(&there))?;
            let likeness = likeness(&both.0, &both.1, here.gap(&there));
            Some(Related { story: story_id(&first), article: here.id.clone(), to: there.id.clone(), likeness })
        })
        .collect();
    found.sort_by(|a, b| b.likeness.score.total_cmp(&a.likeness.score).then_with(|| a.story.cmp(&b.story)));
    found
}
