//! What stands in a story, as it is shown.

use sayso::ledger::record::{ArticleRecord, EditRecord, Series};
use schemars::JsonSchema;
use serde::Serialize;

use super::claim_line::ClaimLine;
use super::name_of;
use crate::untrusted::{Untrusted, clipped};

/// Points of a figure's course that are shown: the last ones.
const MOST_POINTS: usize = 20;

/// A claim, with those that have to do with it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LinkedClaim {
    #[serde(flatten)]
    pub line: ClaimLine,
    /// How it stands to others of the story.
    pub links: Vec<Link>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Link {
    /// This claim denies, supports, updates, rivals, reverses or corrects the other.
    pub kind: String,
    /// The other claim's id.
    pub claim: String,
    /// How sure that is, 0 to 1.
    pub score: f64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Article {
    /// Which version of its article it is, counted from 1.
    pub version: usize,
    /// Whether it is a copy of an earlier one.
    pub is_copy: bool,
    pub untrusted: Untrusted<ArticleWords>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ArticleWords {
    /// Its id, for read_document.
    pub article: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    /// The id of the version before.
    pub replaces: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureSeries {
    pub untrusted: Untrusted<FigureWords>,
    /// Its last points, the earliest first.
    pub points: Vec<FigurePoint>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FigureWords {
    /// What is counted or measured.
    pub what: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct FigurePoint {
    /// The claim that states it.
    pub claim: String,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// Whether the text says 'about'.
    pub approximate: bool,
    pub untrusted: Untrusted<PointWords>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PointWords {
    pub unit: Option<String>,
    pub published: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Edit {
    /// In the title or in the text.
    pub place: String,
    /// What sort: figure, attribution, deletion, addition, wording or correction-note.
    pub change: String,
    /// Whether readers are not told of it.
    pub silent: bool,
    /// The ids of the claims that it touches.
    pub claims: Vec<String>,
    pub untrusted: Untrusted<EditWords>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EditWords {
    /// The version before.
    pub from: String,
    /// The version after.
    pub to: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

pub fn shown(article: &ArticleRecord) -> Article {
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

pub fn course(series: &Series) -> FigureSeries {
    let of = |number: &Option<serde_json::Number>| number.as_ref().and_then(serde_json::Number::as_f64);
    let last = series.series.len().saturating_sub(MOST_POINTS);
    let points = series.series[last..].iter().map(|point| FigurePoint {
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
    FigureSeries { untrusted: Untrusted(FigureWords { what: clipped(&series.what) }), points: points.collect() }
}

pub fn change(edit: &EditRecord) -> Edit {
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
