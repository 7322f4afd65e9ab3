//! Who says what, as it is printed.

use sayso_read::{Reading, Speaker, Via};
use sayso_text::Text;
use serde::Serialize;

use super::{Offsets, offsets};

/// One attribution.
#[derive(Debug, Serialize)]
pub struct AttributionRecord {
    id: String,
    source: Vec<Offsets>,
    cue: Vec<Offsets>,
    content: Vec<Offsets>,
    quote_type: &'static str,
    stance: &'static str,
    certainty: &'static str,
    speakers: Vec<SpeakerRecord>,
    via: Vec<String>,
    reported_by: Vec<String>,
    medium: Vec<Offsets>,
    evidence: Vec<Offsets>,
    parent: Option<String>,
    figures: Vec<usize>,
    dates: Vec<usize>,
    confidence: f64,
}

/// Whom a source comes down to.
#[derive(Debug, Serialize)]
pub struct SpeakerRecord {
    name: String,
    kind: &'static str,
    because: Vec<Offsets>,
}

impl SpeakerRecord {
    fn new(speaker: &Speaker, text: &Text) -> Self {
        Self { name: speaker.name.clone(), kind: speaker.kind.name(), because: offsets(text, &speaker.because) }
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
            quote_type: attribution.quote_type.name(),
            stance: attribution.stance.name(),
            certainty: attribution.certainty.name(),
            speakers: attribution.speakers.iter().map(|speaker| SpeakerRecord::new(speaker, text)).collect(),
            via: names(&attribution.provenance.via),
            reported_by: names(&attribution.provenance.reporter),
            medium: offsets(text, &attribution.provenance.medium),
            evidence: offsets(text, &attribution.provenance.evidence),
            parent: attribution.parent.map(id),
            figures: attribution.figures.clone(),
            dates: attribution.dates.clone(),
            confidence: two_digits(attribution.confidence),
        })
        .collect()
}

fn names(outlets: &[Via]) -> Vec<String> {
    outlets.iter().map(|via| via.name.clone()).collect()
}

/// Rounded to hundredths: more digits than the calibration supports would only look exact.
fn two_digits(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}
