//! What belongs to a model beside its scores: the thresholds that turn them into attributions, and how likely those are right.

mod cue_ends;

use std::sync::LazyLock;

use serde::Deserialize;

pub use cue_ends::{CueEndWeights, CueEnds};

/// The numbers of one model. They are fitted to its scores and are wrong for any other's.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Calibration {
    /// Which words are cues.
    pub cue: CueThresholds,
    /// Where cues end.
    pub cue_end: CueEndWeights,
    /// How likely an attribution is right.
    pub confidence: ConfidenceWeights,
    /// Where annotated cues end, counted.
    #[serde(skip)]
    pub cue_ends: CueEnds,
}

/// Added to the log-probability that a word is no cue: the higher, the fewer cues.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CueThresholds {
    /// Anywhere.
    pub doubt: f32,
    /// Inside the content of another attribution.
    pub doubt_inside: f32,
}

/// A logistic regression on whether a careful reader's annotation agrees with an attribution, and where it is cut.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ConfidenceWeights {
    /// What an attribution has whatever its scores.
    pub intercept: f32,
    /// Of the log-odds that its cue is one.
    pub cue: f32,
    /// Of the score of its source and content.
    pub links: f32,
    /// An attribution that is less likely right is not given.
    pub least: f32,
}

impl Calibration {
    /// Whether all its numbers are: one that is not would spread through every score.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        let CueThresholds { doubt, doubt_inside } = self.cue;
        let CueEndWeights { weight, doubt: end_doubt, prior, surest } = self.cue_end;
        let ConfidenceWeights { intercept, cue, links, least } = self.confidence;
        [doubt, doubt_inside, weight, end_doubt, prior, surest, intercept, cue, links, least]
            .iter()
            .all(|n| n.is_finite())
    }

    /// For a model whose probabilities are taken as they are: every cue that is likelier than not, with nothing cut.
    #[must_use]
    pub fn neutral() -> &'static Self {
        static NEUTRAL: LazyLock<Calibration> = LazyLock::new(|| Calibration {
            cue: CueThresholds { doubt: 0.0, doubt_inside: 0.0 },
            cue_end: CueEndWeights { weight: 0.0, doubt: 0.0, prior: 1.0, surest: 4.6 },
            confidence: ConfidenceWeights { intercept: 0.0, cue: 1.0, links: 0.0, least: 0.0 },
            cue_ends: CueEnds::default(),
        });
        &NEUTRAL
    }
}
