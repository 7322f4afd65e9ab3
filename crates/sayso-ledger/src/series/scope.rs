//! Whether two figures count one thing.

use super::point::Counted;
use crate::claim::Weights;

/// Overlap of what is said around two figures, from which they count one thing where they count the same noun.
const SAME_NOUN: f64 = 0.18;
/// The same, where one of the nouns is not told.
const OPEN_NOUN: f64 = 0.4;
/// The same, for amounts in one unit.
const SAME_UNIT: f64 = 0.2;
/// The dead of one story are one count, however little else is said.
const SAME_OUTCOME: f64 = 0.02;

/// How alike two points are, 1 and above for one series; none where they cannot be.
pub(super) fn likeness(weights: &Weights, one: &Counted, other: &Counted) -> Option<f64> {
    let same_sentence = one.place == other.place;
    let differ = one.unit != other.unit || one.on_top != other.on_top || one.ahead != other.ahead;
    if same_sentence || differ || one.outcome != other.outcome {
        return None;
    }
    let overlap = weights.overlap(&one.scope, &other.scope);
    let least = match (&one.quantity.counted, &other.quantity.counted) {
        _ if one.outcome.is_some() => SAME_OUTCOME,
        _ if one.unit.is_some() => SAME_UNIT,
        (Some(one), Some(other)) if one == other => SAME_NOUN,
        (Some(_), Some(_)) => return None,
        _ => OPEN_NOUN,
    };
    Some(overlap / least)
}
