//! How likely an attribution is right: the model's scores, calibrated.

use super::cue::Cue;
use super::links::Linked;
use crate::calibration::ConfidenceWeights;

/// The probability that the attribution is right.
pub fn confidence(cue: &Cue, linked: &Linked, weights: &ConfidenceWeights) -> f32 {
    let odds = |probability: f32| (probability / (1.0 - probability)).clamp(1e-3, 1e3).ln();
    let score = weights.intercept + weights.cue * odds(cue.probability) + weights.links * linked.score;
    1.0 / (1.0 + (-score).exp())
}
