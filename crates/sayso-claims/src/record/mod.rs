//! The record of a story, as it is kept, printed and exported.

mod brief;
mod claim;
mod codec;
mod dispute;
mod edit;
mod entity;
mod mention;
mod reason;

use sayso_read::Id;
use serde::{Deserialize, Serialize};

pub use brief::Brief;
pub use claim::{Claim, ClaimMention, DerivedClaims, Link, LinkKind, Origin, Point, Series};
pub use codec::{decode, encode};
pub use dispute::Dispute;
pub use edit::EditRecord;
pub use entity::{EntityRecord, SourceBehind};
pub use mention::{MentionRecord, SpokenBy, StatedFigure};
pub use reason::{At, Common, Joined, Names, Reason, ReasonKind, SharedWord, SourceMatch, Way, Why};

use crate::copy::CopyKind;

/// A story: its articles, and all that is concluded from them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryRecord {
    /// Derived from its earliest article.
    pub id: String,
    /// A plain headline of one of its articles.
    pub name: String,
    /// In order of publication.
    pub articles: Vec<ArticleRecord>,
    /// Which of them are copies.
    pub copies: Vec<CopyRecord>,
    /// What is claimed, in order of first mention.
    pub claims: Vec<Claim>,
    /// How claims stand to one another.
    pub links: Vec<Link>,
    /// How figures move.
    pub figures: Vec<Series>,
    /// What changed from version to version.
    pub edits: Vec<EditRecord>,
    /// Other stories that have to do with it, the nearest first.
    pub related: Vec<Related>,
    /// Who is who among its sources, in order of their names.
    #[serde(default)]
    pub entities: Vec<EntityRecord>,
}

/// An article, or one version of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// The document's id.
    pub id: Id,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// Which version of its article it is, counted from 1.
    pub version: usize,
    /// The version before.
    pub replaces: Option<Id>,
    /// The outlet.
    pub publisher: Option<String>,
    /// When it was published, as given.
    pub published: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The article that it is a copy of.
    pub copy_of: Option<Id>,
    /// Why it is in the story: what it shares with which other article; nothing for the first.
    pub because: Vec<Reason>,
    /// When the page was last changed, as given.
    #[serde(default)]
    pub modified: Option<String>,
}

/// A copy of an earlier article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopyRecord {
    /// The copy.
    pub article: Id,
    /// What it copies.
    pub of: Id,
    /// How it was handled.
    pub kind: CopyKind,
    /// Share of the copy's words that come from there, 0 to 1.
    pub share: f64,
}

/// Another story, and what brings it up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Related {
    /// The other story.
    pub story: String,
    /// What they have in common.
    pub because: Vec<Reason>,
}
