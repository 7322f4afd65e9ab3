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
    pub fn story(&self, key: &DocumentKey) -> Story {
        self.story_of(&self.story_links(key))
    }

    /// What holds together the story that a document is in.
    pub fn story_links(&self, key: &DocumentKey) -> StoryLinks {
        let keys: Vec<DocumentKey> = self.members(key).into_iter().collect();
        let links_of = |key: &DocumentKey| self.links(key).into_iter().map(|to| (key.clone(), to)).collect::<Vec<_>>();
        StoryLinks { links: keys.iter().flat_map(links_of).collect(), keys }
    }

    /// The story that is held together so.
    pub fn story_of(&self, story_links: &StoryLinks) -> Story {
        let joined = story_links.links.iter().filter_map(|(key, to)| self.joined(key, to)).collect();
        Story { id: story_links.id(), name: self.name(&story_links.keys), joined, keys: story_links.keys.clone() }
    }

    fn joined(&self, key: &DocumentKey, to: &DocumentKey) -> Option<Joined> {
        let (a, b) = self.index().signature(key).zip(self.index().signature(to))?;
        let similarity = similarity(&a, &b, key.gap(to));
        Some(Joined { article: key.id.clone(), to: to.id.clone(), similarity })
    }

    fn name(&self, keys: &[DocumentKey]) -> String {
        let first = &keys[..keys.len().min(CENTRAL_AMONG)];
        let signatures: Vec<(Arc<Signature>, f32)> = first
            .iter()
            .filter_map(|key| {
                let central = first.iter().filter(|other| *other != key).map(|other| self.score(key, other)).sum();
                Some((self.index().signature(key)?, central))
            })
            .collect();
        let members = signatures.iter().map(|(signature, central)| (signature.as_ref(), *central));
        best_title(members).unwrap_or_default().to_owned()
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
            let story = self.story(key);
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
        grouping.add(&key, signature.clone());
    }
    grouping.stories()
}
