//! Who says what, as it is printed.

use sayso_text::Text;
use serde::{Deserialize, Serialize};

use super::{Offsets, StatementRecord, offsets, statement};
use crate::{Certainty, QuoteType, Reading, SourceType, Speaker, SpeakerKind, Stance, Via};

/// One attribution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttributionRecord {
    /// `a1` for the first of its document.
    pub id: String,
    /// Where the source is named.
    pub source: Vec<Offsets>,
    /// The words that attribute.
    pub cue: Vec<Offsets>,
    /// What is attributed.
    pub content: Vec<Offsets>,
    /// Whether the content is quoted.
    pub quote_type: QuoteType,
    /// What the source does with the content.
    pub stance: Stance,
    /// How firmly the source holds it to be so.
    pub certainty: Certainty,
    /// Whom the source comes down to.
    pub speakers: Vec<SpeakerRecord>,
    /// The title or office of the first speaker who has one, as the article gives it, white space made single.
    #[serde(default)]
    pub role: Option<String>,
    /// In what capacity the source speaks; null where nobody is given, or it was read before this was kept.
    #[serde(default)]
    pub source_type: Option<SourceType>,
    /// The words that say why the source is not named.
    #[serde(default)]
    pub why_unnamed: Vec<Offsets>,
    /// Whom the article has it from, nearest first.
    pub via: Vec<String>,
    /// The outlets that the source itself is.
    pub reported_by: Vec<String>,
    /// By what medium it was said.
    pub medium: Vec<Offsets>,
    /// What the source is said to rest on.
    pub evidence: Vec<Offsets>,
    /// The attribution inside whose content this one stands.
    pub parent: Option<String>,
    /// Indexes of the figures that it states.
    pub figures: Vec<usize>,
    /// Indexes of the dates that it states.
    pub dates: Vec<usize>,
    /// What its content states, one thing at a time.
    #[serde(default)]
    pub statements: Vec<StatementRecord>,
    /// How likely it is right, 0 to 1.
    pub confidence: f64,
}

/// Whom a source comes down to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpeakerRecord {
    /// One name throughout the article; an unnamed source is described.
    pub name: String,
    /// What sort of source it is.
    pub kind: SpeakerKind,
    /// The mentions that the name rests on.
    pub because: Vec<Offsets>,
}

impl SpeakerRecord {
    fn new(speaker: &Speaker, text: &Text) -> Self {
        Self { name: speaker.name.clone(), kind: speaker.kind, because: offsets(text, &speaker.because) }
    }
}

/// A reading's attributions, `a1` first.
pub(super) fn records(reading: &Reading) -> Vec<AttributionRecord> {
    let text = &reading.article.text;
    let id = |index: usize| format!("a{}", index + 1);
    reading
        .attributions
        .iter()
        .enumerate()
        .map(|(index, attribution)| AttributionRecord {
            id: id(index),
            source: offsets(text, &attribution.source),
            cue: offsets(text, &attribution.cue),
            content: offsets(text, &attribution.content),
            quote_type: attribution.quote_type,
            stance: attribution.stance,
            certainty: attribution.certainty,
            speakers: attribution.speakers.iter().map(|speaker| SpeakerRecord::new(speaker, text)).collect(),
            role: attribution.role.map(|role| single_spaced(text.slice(role))),
            source_type: attribution.capacity.source_type,
            why_unnamed: offsets(text, &attribution.capacity.why_unnamed),
            via: names(&attribution.provenance.via),
            reported_by: names(&attribution.provenance.reporter),
            medium: offsets(text, &attribution.provenance.medium),
            evidence: offsets(text, &attribution.provenance.evidence),
            parent: attribution.parent.map(id),
            figures: attribution.figures.clone(),
            dates: attribution.dates.clone(),
            statements: statement::records(text, &attribution.statements),
            confidence: two_digits(attribution.confidence),
        })
        .collect()
}

fn names(outlets: &[Via]) -> Vec<String> {
    outlets.iter().map(|via| via.name.clone()).collect()
}

fn single_spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Rounded to hundredths: more digits than the calibration supports would only look exact.
fn two_digits(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}
