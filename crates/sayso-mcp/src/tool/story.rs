//! `get_story`.

use std::collections::HashMap;

use sayso::ledger::record::StoryRecord;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::claim_line::{Articles, ClaimLine};
use super::name_of;
use super::story_item::{Article, Edit, FigureSeries, Link, LinkedClaim, change, course, shown};
use crate::context::ToolContext;
use crate::page::{PageRequest, ResultPage};
use crate::untrusted::{Untrusted, clipped};

/// Links of a claim that are shown.
const MOST_LINKS: usize = 10;

/// What is asked.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct StoryArguments {
    /// The story's id, or that of one of its articles.
    story: String,
    /// Which part of it; its claims unless given.
    #[serde(default)]
    section: Section,
    #[serde(flatten)]
    part: PageRequest,
}

/// What can be shown of a story.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Section {
    /// What is claimed, and how claims stand to one another.
    #[default]
    Claims,
    /// The articles and their versions.
    Articles,
    /// How figures move.
    Figures,
    /// What was changed from version to version of an article.
    Edits,
}

/// What is answered: the story, and a page of one section.
#[derive(Debug, Serialize, JsonSchema)]
pub struct StoryAnswer {
    /// How many articles it has.
    articles: usize,
    /// How many claims.
    claims: usize,
    /// How many figures are followed.
    figures: usize,
    /// How many changes of articles.
    edits: usize,
    untrusted: Untrusted<StoryName>,
    #[serde(flatten)]
    page: ResultPage<Item>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct StoryName {
    /// The story's id.
    story: String,
    /// A headline of one of its articles.
    name: String,
    /// The ids of stories that have to do with it.
    related: Vec<String>,
}

/// One item of the section.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Item {
    Claim(LinkedClaim),
    Article(Article),
    Figure(FigureSeries),
    Edit(Edit),
}

/// A story and a page of one of its sections.
pub fn get(context: &ToolContext, asked: &StoryArguments) -> Result<StoryAnswer, String> {
    let story = super::find::story(context, &asked.story)?;
    let page = match asked.section {
        Section::Claims => claims(&story, &asked.part)?,
        Section::Articles => asked.part.of(&story.articles, |article| Item::Article(shown(article)))?,
        Section::Figures => asked.part.of(&story.figures, |series| Item::Figure(course(series)))?,
        Section::Edits => asked.part.of(&story.edits, |edit| Item::Edit(change(edit)))?,
    };
    Ok(StoryAnswer {
        articles: story.articles.len(),
        claims: story.claims.len(),
        figures: story.figures.len(),
        edits: story.edits.len(),
        untrusted: Untrusted(StoryName {
            name: clipped(&story.name),
            related: story.related.into_iter().map(|related| related.story).collect(),
            story: story.id,
        }),
        page,
    })
}

/// Those that are sure first.
fn claims(story: &StoryRecord, part: &PageRequest) -> Result<ResultPage<Item>, String> {
    let articles = Articles::of(story);
    let mut links: HashMap<&str, Vec<Link>> = HashMap::new();
    for link in &story.links {
        let to = Link { kind: name_of(&link.kind), claim: link.b.clone(), score: (link.score * 100.0).round() / 100.0 };
        links.entry(link.a.as_str()).or_default().push(to);
    }
    let (mut all, doubtful): (Vec<_>, Vec<_>) = story.claims.iter().partition(|claim| claim.shown_first);
    all.extend(doubtful);
    part.of(&all, |claim| {
        let to = links.get(claim.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let links =
            to.iter().take(MOST_LINKS).map(|link| Link { kind: link.kind.clone(), claim: link.claim.clone(), ..*link });
        Item::Claim(LinkedClaim { line: ClaimLine::of(claim, story, &articles), links: links.collect() })
    })
}
