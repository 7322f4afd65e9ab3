//! A claim as lists show it.

use std::collections::HashMap;

use sayso::ledger::record::{Claim, StoryRecord};
use schemars::JsonSchema;
use serde::Serialize;

use super::name_of;
use crate::untrusted::{Untrusted, all_clipped, clipped};

/// Places of a claim that are listed; there may be hundreds.
const PLACES: usize = 5;

/// A claim in a line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ClaimLine {
    /// The claim's id.
    pub claim: String,
    /// What the speakers do with it: asserts, denies, confirms, doubts, asks, demands, expects, declines or other.
    pub stance: String,
    /// How firmly: certain, probable, possible or unknown.
    pub certainty: String,
    /// In what capacity the speaker speaks, where that is known: government, witness, document and so on.
    pub source_type: Option<String>,
    /// How likely it is that speaker, stance and the joining of its mentions are right, 0 to 1.
    pub probability: f64,
    /// How many outlets have it first-hand.
    pub first_hand: usize,
    /// How many distinct originals stand behind it.
    pub sources: usize,
    /// At how many places articles have it.
    pub mentions: usize,
    pub untrusted: Untrusted<LineWords>,
}

/// What articles say of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LineWords {
    /// The id of its story, for get_story and get_brief.
    pub story: String,
    /// A plain quotation of the claim at its clearest.
    pub gist: String,
    /// Whose it is; an unnamed source is described.
    pub speakers: Vec<String>,
    /// The speaker's title or office.
    pub role: Option<String>,
    /// Whom the coverage names as where it came from.
    pub origin: Option<String>,
    /// When it first came out, as the article gives it.
    pub published: Option<String>,
    /// The first places where it stands.
    pub places: Vec<Place>,
}

/// Where words stand.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Place {
    /// The article's id, for read_document.
    pub article: String,
    /// The outlet.
    pub outlet: Option<String>,
    /// Where the words begin, in code points of the article's text.
    pub start: usize,
    /// Where they end.
    pub end: usize,
}

/// What lists look up of a story's articles.
pub struct Articles<'s> {
    by_id: HashMap<String, &'s sayso::ledger::record::ArticleRecord>,
}

impl<'s> Articles<'s> {
    /// Of a story.
    pub fn of(story: &'s StoryRecord) -> Self {
        Self { by_id: story.articles.iter().map(|article| (article.id.to_string(), article)).collect() }
    }

    /// When a claim's first mention came out.
    pub fn published(&self, claim: &Claim) -> Option<&'s str> {
        self.by_id.get(&claim.mentions.first()?.article.to_string())?.published.as_deref()
    }

    /// The outlet of an article.
    pub fn outlet(&self, article: &str) -> Option<&'s str> {
        self.by_id.get(article)?.publisher.as_deref()
    }
}

impl ClaimLine {
    /// Of a claim of a story.
    pub fn of(claim: &Claim, story: &StoryRecord, articles: &Articles<'_>) -> Self {
        let places = claim.mentions.iter().take(PLACES).map(|mention| {
            let article = mention.article.to_string();
            let outlet = articles.outlet(&article).map(clipped);
            Place { article, outlet, start: mention.start, end: mention.end }
        });
        let words = LineWords {
            story: story.id.clone(),
            gist: clipped(&claim.gist),
            speakers: all_clipped(&claim.speakers),
            role: claim.role.as_deref().map(clipped),
            origin: claim.origin.named.as_deref().map(clipped),
            published: articles.published(claim).map(clipped),
            places: places.collect(),
        };
        Self {
            claim: claim.id.clone(),
            stance: name_of(&claim.stance),
            certainty: name_of(&claim.certainty),
            source_type: claim.source_type.map(|kind| name_of(&kind)),
            probability: (f64::from(claim.probability) * 100.0).round() / 100.0,
            first_hand: claim.first_hand,
            sources: claim.sources,
            mentions: claim.mentions.len(),
            untrusted: Untrusted(words),
        }
    }
}
