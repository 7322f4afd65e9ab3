//! The whole ledger as one object: what `sayso export` prints.

mod annotation;
mod linked_data;

use sayso_read::Id;
use serde::Serialize;
use serde_json::{Value, json};

use crate::decision::undone;
use crate::record::{ArticleRecord, CopyRecord, EditRecord, Link, Series, StoryRecord};
use crate::store::{Decision, Removed};

pub use annotation::annotations;
pub use linked_data::linked_data;

/// All that the ledger holds, in the shape that other programs rely on.
#[derive(Debug, Serialize)]
pub struct Export {
    articles: Vec<Value>,
    stories: Vec<Value>,
    copies: Vec<CopyRecord>,
    claims: Vec<Value>,
    links: Vec<Link>,
    figures: Vec<Series>,
    edits: Vec<EditRecord>,
    entities: Vec<Value>,
    decisions: Vec<Value>,
}

impl Export {
    /// From the records of all stories, in the order given, then the articles whose text was removed, and people's
    /// decisions in their order.
    pub fn new(stories: Vec<StoryRecord>, removed: &[Removed], decisions: &[Decision]) -> Self {
        let undone = undone(decisions);
        let mut export = Self {
            articles: Vec::new(),
            stories: Vec::new(),
            copies: Vec::new(),
            claims: Vec::new(),
            links: Vec::new(),
            figures: Vec::new(),
            edits: Vec::new(),
            entities: Vec::new(),
            decisions: decisions.iter().map(|decision| told(decision, undone.contains(decision.id.as_str()))).collect(),
        };
        stories.into_iter().for_each(|story| export.take(story));
        export.articles.extend(removed.iter().map(without_text));
        export
    }

    fn take(&mut self, story: StoryRecord) {
        let ids: Vec<&Id> = story.articles.iter().map(|article| &article.id).collect();
        self.stories.push(json!({"id": story.id, "name": story.name, "articles": ids}));
        self.articles.extend(story.articles.iter().map(|article| with_text(article, &story.id)));
        self.copies.extend(story.copies);
        self.claims.extend(story.claims.iter().map(|claim| with_story(claim, &story.id)));
        self.links.extend(story.links);
        self.figures.extend(story.figures);
        self.edits.extend(story.edits);
        self.entities.extend(story.entities.iter().map(|entity| with_story(entity, &story.id)));
    }

    /// Each part with its name, for formats that have no nesting.
    #[must_use]
    pub fn rows(&self) -> Value {
        serde_json::to_value(self).expect("an export is made of what JSON has")
    }
}

/// A record with the id of its story.
fn with_story(record: &impl Serialize, story: &str) -> Value {
    let mut value = serde_json::to_value(record).expect("a record is made of what JSON has");
    if let Some(fields) = value.as_object_mut() {
        fields.insert("story".to_owned(), story.into());
    }
    value
}

/// An article that has its text.
fn with_text(article: &ArticleRecord, story: &str) -> Value {
    let mut value = with_story(article, story);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("removed".to_owned(), Value::Null);
    }
    value
}

/// What is left of an article whose text was removed: nothing is concluded from it, so it is of no story.
fn without_text(article: &Removed) -> Value {
    let Removed { id, url, outlet, published, title, at, by, why, .. } = article;
    json!({
        "id": id, "url": url, "version": null, "replaces": null, "publisher": outlet, "published": published,
        "title": title, "story": null, "copy_of": null, "because": [],
        "removed": {"at": at.to_string(), "by": by, "why": why},
    })
}

fn told(decision: &Decision, undone: bool) -> Value {
    let Decision { id, at, by, what, on, .. } = decision;
    json!({"id": id, "at": at.to_string(), "by": by, "what": what, "on": on, "undone": undone})
}

/// What a reader of the export can rely on being there.
// no words of a language: parts of the export
pub const PARTS: [&str; 9] =
    ["articles", "stories", "copies", "claims", "links", "figures", "edits", "entities", "decisions"];
