//! How much an editor would miss each claim of a story, and which statements are sure enough for the brief.

use crate::coverage::{Coverage, Statement};
use crate::features::{Features, of_claims as features_of};

/// What each claim is worth, 0 to 1.
pub(crate) struct Worth {
    of_claims: Vec<f64>,
    sure: Vec<bool>,
}

/// The worth of every claim.
pub(crate) fn of_claims(coverage: &Coverage<'_>) -> Worth {
    Worth {
        of_claims: features_of(coverage).iter().map(of).collect(),
        sure: coverage.story.claims.iter().map(|claim| claim.shown_first).collect(),
    }
}

impl Worth {
    /// What a claim is worth.
    pub(crate) fn of(&self, claim: usize) -> f64 {
        self.of_claims[claim]
    }

    /// Whether a claim is sure enough to be told in words that name its speaker.
    pub(crate) fn is_sure(&self, claim: usize) -> bool {
        self.sure[claim]
    }

    /// Whether a statement is sure enough to be told.
    pub(crate) fn is_told(&self, statement: &Statement) -> bool {
        statement.confidence >= SURE
    }
}

/// Confidence from which an attribution counts: what is quoted whole is right whoever is taken for its speaker, so this only
/// keeps out what says nothing.
const SURE: f64 = 0.3;

fn of(features: &Features) -> f64 {
    1.0 / (1.0 + (-(BIAS + features.times(&WEIGHTS))).exp())
}

/// A logistic regression on nine real stories (`training/brief_worth.py`): 1 for what belongs in the ten lines that an editor
/// must see, 0.3 for another part of a fact, 0.1 for a detail.
const BIAS: f64 = -1.527;
const WEIGHTS: Features = Features {
    outlets: 0.160,
    mentions: 0.228,
    lead: 0.458,
    place: -0.697,
    denies: 0.537,
    declines: 0.410,
    figure: -0.132,
    linked: 0.479,
    length: 0.121,
    central: 1.092,
    headed: 1.463,
    relayed: 0.041,
    voice: 0.161,
    person: -0.019,
    denied: 0.649,
};
