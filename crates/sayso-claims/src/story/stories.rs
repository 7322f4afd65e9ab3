//! A story: articles on one developing event, with what joins each to the others.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::Document;

use super::best_title::best_title;
use super::grouping::Grouping;
use super::index::{Index, MemoryIndex};
use super::key::DocumentKey;
use super::signature::Signature;
use super::similarity::{Similarity, similarity};

/// Articles that the most central one is found among and measured by: the first of a story, which set its subject.
const CENTRAL_AMONG: usize = 40;

/// Articles on one developing event.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Made from the id of the earliest article.
    pub id: String,
    /// A plain headline of one of them; empty where none has a headline.
    pub name: String,
    /// The articles, in order of publication.
    pub keys: Vec<DocumentKey>,
    /// What joins them.
    pub joined: Vec<Joined>,
}

/// Why an article is in a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Joined {
    /// The article.
    pub article: String,
    /// The article that it is linked to.
    pub to: String,
    /// What they have in common.
    pub similarity: Similarity,
}

impl Story {
    /// The ids of the articles, in order of publication.
    pub fn articles(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| key.id.as_str())
    }
}

/// Which documents a story has, and what links them: all that it is told from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryLinks {
    /// The documents, in order of publication.
    pub keys: Vec<DocumentKey>,
    /// Pairs that are linked.
    pub links: Vec<(DocumentKey, DocumentKey)>,
}

impl StoryLinks {
    /// The story's id.
    pub fn id(&self) -> String {
        self.keys.first().map(story_id).unwrap_or_default()
    }
}

impl<I: Index> Grouping<I> {
    /// The story that a document is in.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn story(&self, key: &DocumentKey) -> Result<Story, I::Error> {
        self.story_of(&self.story_links(key)?)
    }

    /// What holds together the story that a document is in.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn story_links(&self, key: &DocumentKey) -> Result<StoryLinks, I::Error> {
        let keys: Vec<DocumentKey> = self.members(key)?.into_iter().collect();
        let mut links = Vec::new();
        for key in &keys {
            links.extend(self.links(key)?.into_iter().map(|to| (key.clone(), to)));
        }
        Ok(StoryLinks { keys, links })
    }

    /// The story that is held together so.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn story_of(&self, story_links: &StoryLinks) -> Result<Story, I::Error> {
        let mut joined = Vec::new();
        for (key, to) in &story_links.links {
            joined.extend(self.joined(key, to)?);
        }
        Ok(Story { id: story_links.id(), name: self.name(&story_links.keys)?, joined, keys: story_links.keys.clone() })
    }

    fn joined(&self, key: &DocumentKey, to: &DocumentKey) -> Result<Option<Joined>, I::Error> {
        let both = self.index().signature(key)?.zip(self.index().signature(to)?);
        Ok(both.map(|(a, b)| {
            let similarity = similarity(&a, &b, key.gap(to));
            Joined { article: key.id.clone(), to: to.id.clone(), similarity }
        }))
    }

    fn name(&self, keys: &[DocumentKey]) -> Result<String, I::Error> {
        let first = &keys[..keys.len().min(CENTRAL_AMONG)];
        let mut signatures: Vec<(Arc<Signature>, f32)> = Vec::new();
        for key in first {
            let scores = first.iter().filter(|other| *other != key).map(|other| self.score(key, other));
            let central = scores.sum::<Result<f32, I::Error>>()?;
            signatures.extend(self.index().signature(key)?.map(|signature| (signature, central)));
        }
        let members = signatures.iter().map(|(signature, central)| (signature.as_ref(), *central));
        Ok(best_title(members).unwrap_or_default().to_owned())
    }
}

impl Grouping<MemoryIndex> {
    /// All stories, in order of their earliest articles.
    #[must_use]
    pub fn stories(&self) -> Vec<Story> {
        let mut seen: BTreeSet<DocumentKey> = BTreeSet::new();
        let mut stories: Vec<Story> = Vec::new();
        for key in self.index().keys() {
            if seen.contains(key) {
                continue;
            }
            let Ok(story) = self.story(key);
            seen.extend(story.keys.iter().cloned());
            stories.push(story);
        }
        stories
    }
}

/// A story's id, from its earliest article.
pub(super) fn story_id(first: &DocumentKey) -> String {
    format!("story-{}", first.id)
}

/// Groups documents into stories.
#[must_use]
pub fn stories(documents: &[(&Document, &Signature)]) -> Vec<Story> {
    let mut keyed: Vec<(DocumentKey, &Signature)> =
        documents.iter().map(|(document, signature)| (DocumentKey::of(document), *signature)).collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    let mut grouping = Grouping::new(MemoryIndex::default());
    for (key, signature) in keyed {
        let Ok(_) = grouping.add(&key, signature.clone());
    }
    grouping.stories()
}
