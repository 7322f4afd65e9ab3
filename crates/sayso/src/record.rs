//! A reading as the object that is printed: the stable interface for other programs.

use sayso_page::Warning;
use sayso_read::Reading;
use sayso_text::{Span, Text};
use serde::Serialize;

use crate::Id;

/// `[start, end)` in Unicode code points.
type Offsets = (usize, usize);

/// One document's reading. Offsets are Unicode code points into `text`.
#[derive(Debug, Serialize)]
pub struct Record {
    /// As given with the document, or derived from its content.
    pub id: Id,
    /// What the offsets point into.
    pub text: String,
    /// What is known of the article.
    pub article: ArticleRecord,
    /// What is not the article.
    pub furniture: Vec<FurnitureRecord>,
    /// Who says what.
    pub attributions: Vec<AttributionRecord>,
    /// Numbers that count or measure.
    pub figures: Vec<serde_json::Value>,
    /// Dates, times, durations.
    pub dates: Vec<serde_json::Value>,
    /// What was amiss.
    pub warnings: Vec<WarningRecord>,
}

/// Title, names and dates; null where not known.
#[derive(Debug, Serialize)]
pub struct ArticleRecord {
    title: Option<String>,
    byline: Vec<String>,
    publisher: Option<String>,
    published: Option<String>,
    modified: Option<String>,
    language: Option<String>,
    url: Option<String>,
}

/// A stretch that is not the article.
#[derive(Debug, Serialize)]
pub struct FurnitureRecord {
    start: usize,
    end: usize,
    kind: &'static str,
}

/// One attribution.
#[derive(Debug, Serialize)]
pub struct AttributionRecord {
    id: String,
    source: Vec<Offsets>,
    cue: Vec<Offsets>,
    content: Vec<Offsets>,
    quote_type: &'static str,
    stance: Option<&'static str>,
    certainty: Option<&'static str>,
    speakers: Vec<serde_json::Value>,
    via: Vec<String>,
    medium: Vec<Offsets>,
    evidence: Vec<Offsets>,
    parent: Option<String>,
    figures: Vec<usize>,
    dates: Vec<usize>,
    confidence: f64,
}

/// Something amiss.
#[derive(Debug, Serialize)]
pub struct WarningRecord {
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
}

impl Record {
    /// The record of a reading under an id.
    pub fn new(id: Id, reading: &Reading) -> Self {
        let article = &reading.article;
        let text = &article.text;
        Self {
            id,
            text: text.as_str().to_owned(),
            article: ArticleRecord::new(&article.metadata),
            furniture: article
                .furniture
                .iter()
                .map(|furniture| {
                    let (start, end) = text.code_points(furniture.span);
                    FurnitureRecord { start, end, kind: furniture.kind.name() }
                })
                .collect(),
            attributions: attributions(reading),
            figures: Vec::new(),
            dates: Vec::new(),
            warnings: article
                .warnings
                .iter()
                .chain(&reading.warnings)
                .map(|warning| WarningRecord::new(warning, text))
                .collect(),
        }
    }
}

impl ArticleRecord {
    fn new(metadata: &sayso_page::Metadata) -> Self {
        let metadata = metadata.clone();
        Self {
            title: metadata.title,
            byline: metadata.byline,
            publisher: metadata.publisher,
            published: metadata.published,
            modified: metadata.modified,
            language: metadata.language,
            url: metadata.url,
        }
    }
}

impl WarningRecord {
    fn new(warning: &Warning, text: &Text) -> Self {
        let (start, end) = warning.span.map(|span| text.code_points(span)).unzip();
        Self { message: warning.message.clone(), start, end }
    }
}

fn attributions(reading: &Reading) -> Vec<AttributionRecord> {
    let text = &reading.article.text;
    let offsets = |spans: &[Span]| spans.iter().map(|span| text.code_points(*span)).collect();
    let id = |index: usize| format!("a{}", index + 1);
    reading
        .attributions
        .iter()
        .enumerate()
        .map(|(index, attribution)| AttributionRecord {
            id: id(index),
            source: offsets(&attribution.source),
            cue: offsets(&attribution.cue),
            content: offsets(&attribution.content),
            quote_type: attribution.quote_type.name(),
            stance: None,
            certainty: None,
            speakers: Vec::new(),
            via: Vec::new(),
            medium: Vec::new(),
            evidence: Vec::new(),
            parent: attribution.parent.map(id),
            figures: Vec::new(),
            dates: Vec::new(),
            confidence: two_digits(attribution.confidence),
        })
        .collect()
}

/// Rounded to hundredths: more digits than the calibration supports would only look exact.
fn two_digits(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}
