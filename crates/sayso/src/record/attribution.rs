//! Who says what, as it is printed.

use sayso_read::Reading;
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
            stance: None,
            certainty: None,
            speakers: Vec::new(),
            via: Vec::new(),
            medium: Vec::new(),
            evidence: Vec::new(),
            parent: attribution.parent.map(id),
            figures: attribution.figures.clone(),
            dates: attribution.dates.clone(),
            confidence: two_digits(attribution.confidence),
        })
        .collect()
}

/// Rounded to hundredths: more digits than the calibration supports would only look exact.
fn two_digits(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}
