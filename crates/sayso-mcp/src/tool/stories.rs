//! `search_stories`.

use std::collections::HashSet;

use sayso::ledger::View;
use sayso::ledger::record::Brief;
use sayso::ledger::store::{Order, Query, StoreError, name_key};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::context::ToolContext;
use crate::page::{PageRequest, ResultPage};
use crate::untrusted::{Untrusted, clipped};

/// Articles with the words that are looked at; their stories are listed.
const MOST_ARTICLES: usize = 200;

/// What is asked.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct StoriesArguments {
    /// Words that a story's name, or one of its articles, must all have; a phrase in quotation marks. All stories where it is
    /// left out.
    #[serde(default)]
    text: Option<String>,
    #[serde(flatten)]
    part: PageRequest,
}

/// What is answered.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StoriesAnswer {
    #[serde(flatten)]
    page: ResultPage<StoryLine>,
}

/// A story in a line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StoryLine {
    /// How many articles it has, versions counted each.
    articles: usize,
    /// Of how many outlets.
    outlets: usize,
    /// How many claims.
    claims: usize,
    /// How many of them are disputed.
    disputes: usize,
    /// How many changes from version to version of its articles.
    edits: usize,
    untrusted: Untrusted<StoryLineWords>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct StoryLineWords {
    /// The story's id, for get_story and get_brief; it is made of an article's, which a feed gives.
    story: String,
    /// A headline of one of its articles.
    name: String,
    /// When its first article came out.
    first: Option<String>,
    /// When its last one did.
    last: Option<String>,
}

impl StoryLine {
    fn of(brief: &Brief) -> Self {
        let date = |date: &Option<String>| date.as_deref().map(clipped);
        let words = StoryLineWords {
            story: brief.id.clone(),
            name: clipped(&brief.name),
            first: date(&brief.first),
            last: date(&brief.last),
        };
        Self {
            articles: brief.articles,
            outlets: brief.outlets,
            claims: brief.claims,
            disputes: brief.disputes,
            edits: brief.edits,
            untrusted: Untrusted(words),
        }
    }
}

/// The stories that have the words.
pub fn search(context: &ToolContext, asked: &StoriesArguments) -> Result<StoriesAnswer, String> {
    let stories = context.look(|view| match asked.text.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => having(view, text),
        None => view.briefs(),
    })?;
    Ok(StoriesAnswer { page: asked.part.of(&stories, StoryLine::of)? })
}

/// Those whose names have the words first, then those of whose articles one has them.
fn having(view: &View<'_>, text: &str) -> Result<Vec<Brief>, StoreError> {
    let query =
        Query { words: text, outlet: None, from: None, until: None, order: Order::Relevance, limit: MOST_ARTICLES };
    let found: HashSet<String> = view.search(&query)?.into_iter().filter_map(|result| result.story).collect();
    let wanted: Vec<String> = text.split_whitespace().map(|word| name_key(word.trim_matches('"'))).collect();
    let named = |brief: &Brief| {
        let name = name_key(&brief.name);
        wanted.iter().all(|word| name.contains(word.as_str()))
    };
    let (mut first, others): (Vec<Brief>, Vec<Brief>) = view.briefs()?.into_iter().partition(named);
    first.extend(others.into_iter().filter(|brief| found.contains(&brief.id)));
    Ok(first)
}
