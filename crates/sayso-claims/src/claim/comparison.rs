//! Whether two mentions of one side make one claim: a logistic model over what they share, fitted to pairs of real coverage
//! (`training/claim_pairs.py`). Two claims in one is worse than one claim twice.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::compared_mention::ComparedMention;
use crate::entity::EntityMatch;

/// What two mentions have in common. With weights in its place, what each of it counts.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Compared {
    /// Weight of the shared stems over the geometric mean of both weights.
    overlap: f64,
    /// The same over the lesser of both.
    containment: f64,
    /// Words of the longest run that both have, up to twelve, as a share of twelve.
    run: f64,
    /// The same as a share of the shorter's words.
    run_share: f64,
    /// How many stems are shared, and how telling they are.
    shared: f64,
    shared_weight: f64,
    /// Whether the sources are one; else they may be.
    same_source: f64,
    same_article: f64,
    same_attribution: f64,
    /// Whether both state one figure, or only one of them any.
    figure: f64,
    figure_in_one: f64,
    /// How different they are in length.
    lengths: f64,
}

/// The weights as they were fitted.
#[derive(Debug, Deserialize)]
struct ComparisonWeights {
    /// Probability from which two mentions are one claim.
    least: f64,
    bias: f64,
    of: Compared,
}

static WEIGHTS: LazyLock<ComparisonWeights> = LazyLock::new(|| {
    serde_json::from_str(include_str!("comparison.json")).expect("the weights that ship are loaded in tests")
});

/// Words from which a run tells more than chance.
const LONG_RUN: usize = 12;

/// Words in one piece from which two mentions are one remark, and the share of the shorter that they are: then one of the
/// readings has the wrong source.
const REMARK: (usize, f64) = (6, 0.8);

/// What two mentions have in common; none where their sources are two and they are not one remark.
pub(crate) fn compare(
    one: &ComparedMention<'_>,
    other: &ComparedMention<'_>,
    entity_match: EntityMatch,
) -> Option<Compared> {
    let shorter = one.sequence.len().min(other.sequence.len()).max(1);
    let run = one.sequence.run(other.sequence);
    let run_share = run as f64 / shorter as f64;
    let is_remark = run >= REMARK.0 && run_share >= REMARK.1 && !one.decided && !other.decided;
    if entity_match == EntityMatch::Apart && !is_remark {
        return None;
    }
    let (weight, shared) = one.content.in_common(other.content);
    let counts = |mention: &ComparedMention<'_>| !mention.measured.quantities.is_empty();
    let same_article = one.document == other.document;
    let ratio = (1.0 + one.sequence.len() as f64) / (1.0 + other.sequence.len() as f64);
    Some(Compared {
        overlap: one.content.overlap(other.content),
        containment: one.content.containment(other.content),
        run: run.min(LONG_RUN) as f64 / LONG_RUN as f64,
        run_share,
        shared: shared as f64 / (1.0 + shared as f64),
        shared_weight: (1.0 + weight).ln(),
        same_source: flag(entity_match == EntityMatch::Same),
        same_article: flag(same_article),
        same_attribution: flag(same_article && one.attribution.is_some() && one.attribution == other.attribution),
        figure: flag(one.measured.agrees(other.measured)),
        figure_in_one: flag(counts(one) != counts(other)),
        lengths: ratio.ln().abs(),
    })
}

impl Compared {
    /// From 0 on; at 1 two mentions are taken for one claim.
    pub(super) fn score(&self) -> f64 {
        let ComparisonWeights { least, bias, of } = &*WEIGHTS;
        let probability = 1.0 / (1.0 + (-bias - self.weighed(of)).exp());
        probability / least
    }

    fn weighed(&self, weights: &Self) -> f64 {
        let (own, weights) = (self.values(), weights.values());
        own.iter().zip(weights).map(|(value, weight)| value * weight).sum()
    }

    fn values(&self) -> [f64; 12] {
        let Self { overlap, containment, run, run_share, shared, shared_weight, .. } = *self;
        let Self { same_source, same_article, same_attribution, figure, figure_in_one, lengths, .. } = *self;
        let words = [overlap, containment, run, run_share, shared, shared_weight];
        let places = [same_source, same_article, same_attribution, figure, figure_in_one, lengths];
        std::array::from_fn(|at| if at < words.len() { words[at] } else { places[at - words.len()] })
    }
}

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}
