//! How likely an attribution is right: the model's scores, calibrated.

use super::cue::Cue;
use super::links::Linked;

/// Attributions below are more often wrong than they are worth: of .1 to .3, what gives PolNeAR's dev half its best F1 with source.
pub const LEAST: f32 = 0.15;

/// Fitted by `training/sayso_training/calibrate.py` on PolNeAR's dev half, where the expected calibration error is .038.
///
/// Weights of a logistic regression on whether a careful reader's annotation agrees (content and source, half of the words or more).
const INTERCEPT: f32 = -0.428;
const CUE_WEIGHT: f32 = 0.501;
const LINK_WEIGHT: f32 = 3.831;

/// The probability that the attribution is right.
pub fn confidence(cue: &Cue, linked: &Linked) -> f32 {
    let odds = |probability: f32| (probability / (1.0 - probability)).clamp(1e-3, 1e3).ln();
    let score = INTERCEPT + CUE_WEIGHT * odds(cue.probability) + LINK_WEIGHT * linked.score;
    1.0 / (1.0 + (-score).exp())
}
