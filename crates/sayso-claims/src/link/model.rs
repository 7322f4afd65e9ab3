//! How sure it is that two claims are linked: a logistic model of what they have to do with each other.
//!
//! The weights are made by `training/links`, on real stories and on the demo's.

use std::sync::LazyLock;

use serde::Deserialize;

use super::pair::PairFeatures;

/// The models, a kind of links each.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Models {
    pub(super) denies: LinkModel,
    pub(super) supports: LinkModel,
}

/// A logistic model with the probability from which it makes a link.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LinkModel {
    /// The probability from which two claims are linked: set for the best F1 on stories that were not trained on.
    at_least: f64,
    bias: f64,
    weights: PairFeatures,
}

impl LinkModel {
    /// The probability that two claims are linked, where that is enough.
    pub(super) fn links(&self, pair: &PairFeatures) -> Option<f64> {
        let odds = (self.bias + pair.weighed(&self.weights)).exp();
        Some(odds / (1.0 + odds)).filter(|probability| *probability >= self.at_least)
    }
}

/// The models that ship.
pub(super) static MODELS: LazyLock<Models> =
    LazyLock::new(|| serde_json::from_str(include_str!("weights.json")).expect("the weights are loaded in tests"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_read() {
        let pair = PairFeatures::default();
        assert!(MODELS.denies.links(&pair).is_none() && MODELS.supports.links(&pair).is_none());
    }
}
