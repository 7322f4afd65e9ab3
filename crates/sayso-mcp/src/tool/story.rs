//! `get_story`.

use std::collections::HashMap;

use sayso::ledger::record::{ArticleRecord, EditRecord, Series, StoryRecord};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::claim_line::{Articles, ClaimLine};
use super::name_of;
use crate::desk::Desk;
use crate::page::{Page, Part};
use crate::untrusted::{Untrusted, clipped};

/// Points of a figure's course that are shown: the last ones.
const MOST_POINTS: usize = 20;

/// Links of a claim that are shown.
const MOST_LINKS: usize = 10;

/// What is asked.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct Asked {
    /// The story's id, or that of one of its articles.
    story: String,
    /// Which part of it; its claims unless given.
    #[serde(default)]
    section: Section,
    #[serde(flatten)]
    part: Part,
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
pub struct Story {
    /// How many articles it has.
    articles: usize,
    /// How many claims.
    claims: usize,
    /// How many figures are followed.
    figures: usize,
    /// How many changes of articles.
    edits: usize,
    untrusted: Untrusted<Name>,
    #[serde(flatten)]
    page: Page<Item>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Name {
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
    Figure(Figure),
    Edit(Edit),
}

/// A claim, with those that have to do with it.
#[derive(Debug, Serialize, JsonSchema)]
struct LinkedClaim {
    #[serde(flatten)]
    line: ClaimLine,
    /// How it stands to others of the story.
    links: Vec<Link>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Link {
    /// This claim denies, supports, updates, rivals, reverses or corrects the other.
    kind: String,
    /// The other claim's id.
    claim: String,
    /// How sure that is, 0 to 1.
    score: f64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Article {
    /// Which version of its article it is, counted from 1.
    version: usize,
    /// Whether it is a copy of an earlier one.
    is_copy: bool,
    untrusted: Untrusted<ArticleWords>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct ArticleWords {
    /// Its id, for read_document.
    article: String,
    title: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    url: Option<String>,
    /// The id of the version before.
    replaces: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Figure {
    untrusted: Untrusted<FigureWords>,
    /// Its last points, the earliest first.
    points: Vec<Point>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct FigureWords {
    /// What is counted or measured.
    what: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Point {
    /// The claim that states it.
    claim: String,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    /// Whether the text says 'about'.
    approximate: bool,
    untrusted: Untrusted<PointWords>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct PointWords {
    unit: Option<String>,
    published: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Edit {
    /// In the title or in the text.
    place: String,
    /// What sort: figure, attribution, deletion, addition, wording or correction-note.
    change: String,
    /// Whether readers are not told of it.
    silent: bool,
    /// The ids of the claims that it touches.
    claims: Vec<String>,
    untrusted: Untrusted<EditWords>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct EditWords {
    /// The version before.
    from: String,
    /// The version after.
    to: String,
    before: Option<String>,
    after: Option<String>,
}

/// A story and a page of one of its sections.
pub fn get(desk: &Desk, asked: &Asked) -> Result<Story, String> {
    let story = super::find::story(desk, &asked.story)?;
    let page = match asked.section {
        Section::Claims => claims(&story, &asked.part)?,
        Section::Articles => asked.part.of(&story.articles, |article| Item::Article(shown(article)))?,
        Section::Figures => asked.part.of(&story.figures, |series| Item::Figure(course(series)))?,
        Section::Edits => asked.part.of(&story.edits, |edit| Item::Edit(change(edit)))?,
    };
    Ok(Story {
        articles: story.articles.len(),
        claims: story.claims.len(),
        figures: story.figures.len(),
        edits: story.edits.len(),
        untrusted: Untrusted(Name {
            name: clipped(&story.name),
            related: story.related.into_iter().map(|related| related.story).collect(),
            story: story.id,
        }),
        page,
    })
}

/// Those that are sure first.
fn claims(story: &StoryRecord, part: &Part) -> Result<Page<Item>, String> {
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

fn shown(article: &ArticleRecord) -> Article {
    let words = ArticleWords {
        article: article.id.to_string(),
        title: article.title.as_deref().map(clipped),
        outlet: article.publisher.as_deref().map(clipped),
        published: article.published.as_deref().map(clipped),
        url: article.url.as_deref().map(clipped),
        replaces: article.replaces.as_ref().map(ToString::to_string),
    };
    Article { version: article.version, is_copy: article.copy_of.is_some(), untrusted: Untrusted(words) }
}

fn course(series: &Series) -> Figure {
    let of = |number: &Option<serde_json::Number>| number.as_ref().and_then(serde_json::Number::as_f64);
    let last = series.series.len().saturating_sub(MOST_POINTS);
    let points = series.series[last..].iter().map(|point| Point {
        claim: point.claim.clone(),
        value: of(&point.value),
        low: of(&point.low),
        high: of(&point.high),
        approximate: point.approximate,
        untrusted: Untrusted(PointWords {
            unit: point.unit.as_deref().map(clipped),
            published: point.published.as_deref().map(clipped),
        }),
    });
    Figure { untrusted: Untrusted(FigureWords { what: clipped(&series.what) }), points: points.collect() }
}

fn change(edit: &EditRecord) -> Edit {
    let words = EditWords {
        from: edit.from.to_string(),
        to: edit.to.to_string(),
        before: edit.before.as_deref().map(clipped),
        after: edit.after.as_deref().map(clipped),
    };
    Edit {
        place: name_of(&edit.place),
        change: name_of(&edit.change),
        silent: edit.silent,
        claims: edit.claims.clone(),
        untrusted: Untrusted(words),
    }
}
