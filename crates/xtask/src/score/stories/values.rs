//! Small things that the scorers of stories share.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::score::Tally;

/// Members that both sets have.
pub fn sets<T: Ord>(gold: &BTreeSet<T>, printed: &BTreeSet<T>) -> Tally {
    Tally::matched(gold.intersection(printed).count(), printed.len(), gold.len())
}

pub fn unordered<T: Ord>(a: T, b: T) -> [T; 2] {
    if a <= b { [a, b] } else { [b, a] }
}

pub fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
