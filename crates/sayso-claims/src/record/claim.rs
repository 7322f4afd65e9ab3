//! The claims of a story, as they are exported.

use sayso_read::record::Offsets;
use sayso_read::{Certainty, Id, SourceType, Stance};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Number;

use super::{EntityRecord, Reason, SourceBehind, SpokenBy};
use crate::decision::ADDED;
use crate::mention::is_shortened;

/// The claims of a story, how they stand to one another, and how its figures move.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DerivedClaims {
    /// In order of their first mention.
    pub claims: Vec<Claim>,
    /// In order of the claims that they join.
    pub links: Vec<Link>,
    /// In order of their first figure.
    pub figures: Vec<Series>,
    /// Who is who among the sources, in order of their names.
    pub entities: Vec<EntityRecord>,
}

/// What is attributed to somebody, wherever it appears.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Derived from its earliest mention.
    pub id: String,
    /// A plain quotation of the claim at its clearest.
    pub gist: String,
    /// Whose it is; an unnamed source is described.
    pub speakers: Vec<String>,
    /// What they do with it.
    pub stance: Stance,
    /// How firmly.
    pub certainty: Certainty,
    /// Where it appears, in order of publication.
    pub mentions: Vec<ClaimMention>,
    /// Where it came from.
    pub origin: Origin,
    /// How many outlets have it first-hand, each counted once.
    pub first_hand: usize,
    /// How many distinct originals stand behind it and behind what supports it.
    pub sources: usize,
    /// Why it is told so: its merges, its origin, its counts, and what people decided.
    pub because: Vec<Reason>,
    /// Whose it is again, each speaker with what sort of source the readings take them for.
    #[serde(default)]
    pub spoken_by: Vec<SpokenBy>,
    /// The title or office of its speaker, as the best of its mentions gives it.
    #[serde(default)]
    pub role: Option<String>,
    /// In what capacity its speaker speaks, likewise.
    #[serde(default)]
    pub source_type: Option<SourceType>,
    /// How likely it is that speaker, side and the joining of its mentions are right, 0 to 1.
    #[serde(default, serialize_with = "in_hundredths")]
    pub probability: f32,
    /// Whether it is sure enough to be shown before what is doubtful.
    #[serde(default)]
    pub shown_first: bool,
    /// Who is counted in `sources`; empty where nobody is named.
    #[serde(default)]
    pub sources_are: Vec<SourceBehind>,
    /// The outlets that are counted in `first_hand`; one without a name is an empty one.
    #[serde(default)]
    pub first_hand_are: Vec<String>,
}

/// 0.87 and not 0.8700000047683716.
fn in_hundredths<S: Serializer>(probability: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((f64::from(*probability) * 100.0).round() / 100.0)
}

/// A mention, as it is exported. Offsets are code points into the article's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimMention {
    /// Derived from the article and the place: it never changes, and people's decisions are about it.
    pub id: String,
    /// The article.
    pub article: Id,
    /// Where the words begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The words that name the source; null where nobody is named.
    pub source: Option<String>,
    /// The words that attribute; null where the article states it as its own.
    pub cue: Option<String>,
    /// The outlets between the article and the source, nearest first.
    pub via: Vec<String>,
    /// Id of its attribution in the article's reading.
    pub attribution: Option<String>,
    /// Where the source is named.
    pub source_at: Vec<Offsets>,
}

impl ClaimMention {
    /// Whether this is the mention of an id, which may be one that an earlier version gave: the beginning of this one's.
    #[must_use]
    pub fn has_id(&self, id: &str) -> bool {
        self.id == id || is_shortened(id) && self.id.starts_with(id)
    }

    /// Whether a person said that the words are a claim, and no reading did.
    #[must_use]
    pub fn is_added(&self) -> bool {
        self.id.starts_with(ADDED)
    }
}

/// Where a claim came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The earliest article that has it.
    pub article: Id,
    /// Whom the coverage names.
    pub named: Option<String>,
}

/// How two claims stand to one another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The claim that denies, supports, updates, rivals, reverses or corrects.
    pub a: String,
    /// The claim that it does so to.
    pub b: String,
    /// Which.
    pub kind: LinkKind,
    /// How sure it is, 0 to 1.
    pub score: f64,
}

/// The ways in which a claim can stand to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LinkKind {
    /// Holds that the other is not so.
    Denies,
    /// Another source for the same.
    Supports,
    /// A later figure for the same thing, which replaces the other.
    Updates,
    /// Another figure for the same thing from another source.
    Rivals,
    /// The same speaker now says otherwise.
    Reverses,
    /// Takes back or sets right what was published or said.
    Corrects,
}

/// How one figure moves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Derived from its first claim.
    pub id: String,
    /// What is counted.
    pub what: String,
    /// In order of publication.
    pub series: Vec<Point>,
}

/// A figure of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The claim that states it.
    pub claim: String,
    /// The one number.
    pub value: Option<Number>,
    /// The least that it can be.
    pub low: Option<Number>,
    /// The most that it can be.
    pub high: Option<Number>,
    /// Whether the text says 'about'.
    pub approximate: bool,
    /// Singular name of what it is measured in, or what is counted.
    pub unit: Option<String>,
    /// When it first appears, as given.
    pub published: Option<String>,
}
