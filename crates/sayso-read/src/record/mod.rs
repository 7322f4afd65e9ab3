//! A reading as the object that is printed: the stable interface for other programs.

mod article;
mod attribution;
mod date;
mod figure;
mod id;
mod offsets;
mod stated;
mod statement;

use sayso_page::Warning;
use sayso_text::Text;
use serde::{Deserialize, Serialize};

use crate::Reading;
use crate::model::ModelIdentity;

use self::offsets::offsets;

pub use self::offsets::Offsets;
pub use article::ArticleRecord;
pub use attribution::{AttributionRecord, SpeakerRecord};
pub use date::DateRecord;
pub use figure::FigureRecord;
pub use id::Id;
pub use stated::TextStatements;
pub use statement::StatementRecord;

/// One document's reading. Offsets are Unicode code points into `text`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Which version of the record this is: [`Record::SCHEMA`] where this program made it, 0 where an earlier one did that
    /// did not say.
    #[serde(default)]
    pub schema: u32,
    /// As given with the document, or derived from its content.
    pub id: Id,
    /// What the offsets point into.
    pub text: String,
    /// What is known of the article.
    pub article: ArticleRecord,
    /// What is not the article.
    pub furniture: Vec<FurnitureRecord>,
    /// The entries of an article that is told as it goes on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntryRecord>,
    /// The sentences of the article; `schema` 2, as are statements.
    #[serde(default)]
    pub sentences: Vec<Offsets>,
    /// What they state, whoever says it.
    #[serde(default)]
    pub statements: Vec<StatementRecord>,
    /// Who says what.
    pub attributions: Vec<AttributionRecord>,
    /// Numbers that count or measure.
    pub figures: Vec<FigureRecord>,
    /// Dates, times, durations.
    pub dates: Vec<DateRecord>,
    /// What was amiss.
    pub warnings: Vec<WarningRecord>,
    /// Which model read it; null where none did, or it was read before this was kept.
    #[serde(default)]
    pub model: Option<ModelIdentity>,
}

/// A stretch that is not the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FurnitureRecord {
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// What sort of furniture it is.
    pub kind: String,
}

/// An entry of an article that is told as it goes on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntryRecord {
    /// Where it begins, in code points.
    pub start: usize,
    /// Where it ends, in code points.
    pub end: usize,
    /// When it was written, as far as the page says.
    pub published: Option<String>,
    /// Who wrote it.
    pub byline: Vec<String>,
}

/// Something amiss.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WarningRecord {
    /// What, in plain words.
    pub message: String,
    /// Where it begins, in code points, where it has a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// Where it ends, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

impl Record {
    /// The version that is made here. It rises when a field is added or is filled by other rules.
    pub const SCHEMA: u32 = 3;

    /// The record of a reading under an id.
    #[must_use]
    pub fn new(id: Id, reading: &Reading) -> Self {
        let article = &reading.article;
        let text = &article.text;
        let furniture = article.furniture.iter().map(|furniture| {
            let (start, end) = text.code_points(furniture.span);
            FurnitureRecord { start, end, kind: furniture.kind.name().to_owned() }
        });
        let entries = article.entries.iter().map(|entry| {
            let (start, end) = text.code_points(entry.span);
            EntryRecord { start, end, published: entry.published.clone(), byline: entry.byline.clone() }
        });
        let warnings = article.warnings.iter().chain(&reading.warnings);
        Self {
            schema: Self::SCHEMA,
            id,
            text: text.as_str().to_owned(),
            article: ArticleRecord::new(&article.metadata),
            furniture: furniture.collect(),
            entries: entries.collect(),
            sentences: offsets(text, &reading.sentences),
            statements: statement::records(text, &reading.statements),
            attributions: attribution::records(reading),
            figures: figure::records(reading),
            dates: reading.dates.iter().map(|date| DateRecord::new(date, text)).collect(),
            warnings: warnings.map(|warning| WarningRecord::new(warning, text)).collect(),
            model: reading.model.clone(),
        }
    }
}

impl WarningRecord {
    fn new(warning: &Warning, text: &Text) -> Self {
        let (start, end) = warning.span.map(|span| text.code_points(span)).unzip();
        Self { message: warning.message.clone(), start, end }
    }
}
