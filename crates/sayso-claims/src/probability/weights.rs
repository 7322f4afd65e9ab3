//! The weights of the model, as they were fitted.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::features::Feature;

/// What was fitted.
#[derive(Debug, Deserialize)]
pub(super) struct ModelWeights {
    /// Probability from which a claim is shown first; docs/ledger.md says how many of these are right.
    pub(super) shown_first: f32,
    bias: f64,
    of_feature: HashMap<String, f64>,
}

impl ModelWeights {
    /// The probability of a claim by its features.
    pub(super) fn probability(&self, features: &[Feature]) -> f32 {
        let weighed = features.iter().map(|(name, value)| self.of_feature.get(*name).copied().unwrap_or(0.0) * value);
        #[expect(clippy::cast_possible_truncation, reason = "digits enough")]
        let probability = (1.0 / (1.0 + (-self.bias - weighed.sum::<f64>()).exp())) as f32;
        probability
    }

    /// The features that have a weight.
    #[cfg(test)]
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.of_feature.keys().map(String::as_str)
    }
}

static WEIGHTS: LazyLock<ModelWeights> = LazyLock::new(|| {
    serde_json::from_str(include_str!("weights.json")).expect("the weights that ship are loaded in tests")
});

/// The weights that ship.
pub(super) fn weights() -> &'static ModelWeights {
    &WEIGHTS
}
