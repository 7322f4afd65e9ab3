//! Stories that have to do with one another without being one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::grouping::Grouping;
use super::index::Index;
use super::key::DocumentKey;
use super::similarity::{Similarity, similarity};

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
    pub similarity: Similarity,
}

/// The stories related to the one that has some documents, given in order, the most like first; `story_of` tells which
/// story another document is in.
pub fn related<I: Index>(
    keys: &[DocumentKey],
    grouping: &Grouping<I>,
    story_of: impl Fn(&DocumentKey) -> Option<String>,
) -> Vec<Related> {
    let mut known: BTreeMap<DocumentKey, Option<String>> = BTreeMap::new();
    let mut best: BTreeMap<String, (f32, DocumentKey, DocumentKey)> = BTreeMap::new();
    for key in keys {
        let Some(neighbourhood) = grouping.neighbourhood(key) else { continue };
        for near in neighbourhood.all().filter(|near| keys.binary_search(&near.key).is_err()) {
            let story = known.entry(near.key.clone()).or_insert_with(|| story_of(&near.key));
            let Some(story) = story.clone() else { continue };
            let nearest = best.entry(story).or_insert((near.score, key.clone(), near.key.clone()));
            if (near.score, &nearest.1, &nearest.2) > (nearest.0, key, &near.key) {
                *nearest = (near.score, key.clone(), near.key.clone());
            }
        }
    }
    let mut found: Vec<Related> = best
        .into_iter()
        .filter_map(|(story, (_, here, there))| {
            let both = grouping.index().signature(&here).zip(grouping.index().signature(&there))?;
            let similarity = similarity(&both.0, &both.1, here.gap(&there));
            Some(Related { story, article: here.id.clone(), to: there.id.clone(), similarity })
        })
        .collect();
    found.sort_by(|a, b| b.similarity.score.total_cmp(&a.similarity.score).then_with(|| a.story.cmp(&b.story)));
    found
}
