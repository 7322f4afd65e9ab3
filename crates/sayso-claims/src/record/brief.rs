//! A story in a line, as lists of stories have it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::StoryRecord;
use crate::document::instant;

/// What a list says of a story without opening it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The story's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When its first article came out, as given.
    pub first: Option<String>,
    /// When its last one did.
    pub last: Option<String>,
    /// How many articles there are, versions counted each.
    pub articles: usize,
    /// How many outlets have them.
    pub outlets: usize,
    /// How many claims there are.
    pub claims: usize,
    /// How many disputes.
    pub disputes: usize,
    /// How many changes from version to version.
    pub edits: usize,
}

impl Brief {
    /// Of a story.
    #[must_use]
    pub fn of(story: &StoryRecord) -> Self {
        let outlets: BTreeSet<&str> =
            story.articles.iter().filter_map(|article| article.publisher.as_deref()).collect();
        let published = || story.articles.iter().filter_map(|article| article.published.as_deref());
        let dated = || published().filter_map(|published| Some((instant(published)?, published)));
        Self {
            id: story.id.clone(),
            name: story.name.clone(),
            first: dated().min().map(|(_, published)| published.to_owned()),
            last: dated().max().map(|(_, published)| published.to_owned()),
            articles: story.articles.len(),
            outlets: outlets.len(),
            claims: story.claims.len(),
            disputes: story.disputes().len(),
            edits: story.edits.len(),
        }
    }
}
