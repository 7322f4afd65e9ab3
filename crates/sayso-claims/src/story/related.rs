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
///
/// # Errors
///
/// Where the index cannot be read, or `story_of` fails.
pub fn related<I: Index>(
    keys: &[DocumentKey],
    grouping: &Grouping<I>,
    story_of: impl Fn(&DocumentKey) -> Result<Option<String>, I::Error>,
) -> Result<Vec<Related>, I::Error> {
    let mut found = Vec::new();
    for (story, (_, here, there)) in nearest(keys, grouping, story_of)? {
        let both = grouping.index().signature(&here)?.zip(grouping.index().signature(&there)?);
        found.extend(both.map(|(one, other)| {
            let similarity = similarity(&one, &other, here.gap(&there));
            Related { story, article: here.id.clone(), to: there.id.clone(), similarity }
        }));
    }
    found.sort_by(|a, b| b.similarity.score.total_cmp(&a.similarity.score).then_with(|| a.story.cmp(&b.story)));
    Ok(found)
}

/// How like an article here and one there are, with both.
type Nearest = (f32, DocumentKey, DocumentKey);

/// For each other story the two articles that are most like.
fn nearest<I: Index>(
    keys: &[DocumentKey],
    grouping: &Grouping<I>,
    story_of: impl Fn(&DocumentKey) -> Result<Option<String>, I::Error>,
) -> Result<BTreeMap<String, Nearest>, I::Error> {
    let mut known: BTreeMap<DocumentKey, Option<String>> = BTreeMap::new();
    let mut best: BTreeMap<String, Nearest> = BTreeMap::new();
    for key in keys {
        let Some(around) = grouping.neighbourhood(key)? else { continue };
        for near in around.all().filter(|near| keys.binary_search(&near.key).is_err()) {
            let story = match known.get(&near.key) {
                Some(story) => story.clone(),
                None => known.entry(near.key.clone()).or_insert(story_of(&near.key)?).clone(),
            };
            let Some(story) = story else { continue };
            let nearest = best.entry(story).or_insert((near.score, key.clone(), near.key.clone()));
            if (near.score, &nearest.1, &nearest.2) > (nearest.0, key, &near.key) {
                *nearest = (near.score, key.clone(), near.key.clone());
            }
        }
    }
    Ok(best)
}
