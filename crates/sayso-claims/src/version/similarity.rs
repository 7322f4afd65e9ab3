//! How alike two wordings are.

use std::collections::BTreeMap;

use crate::version::words::DiffWord;
use crate::vocabulary::english;

/// Weight of words that say little, against 1.
const LIGHT_WEIGHT: f64 = 0.25;

/// Key under which all numbers count as one when similarity is measured: a figure that changed is the same sentence.
const NUMBER: &str = "#";

/// Dice's coefficient of two bags of words, light words counting a quarter: 1 for the same words, 0 for none in common.
pub fn similarity(a: &[&DiffWord], b: &[&DiffWord]) -> f64 {
    let mut bag: BTreeMap<&str, usize> = BTreeMap::new();
    for word in b {
        *bag.entry(measured(word)).or_default() += 1;
    }
    let mut common = 0.0;
    for word in a {
        if let Some(left) = bag.get_mut(measured(word)).filter(|left| **left > 0) {
            *left -= 1;
            common += weight(word);
        }
    }
    let total: f64 = a.iter().chain(b).map(|word| weight(word)).sum();
    if total > 0.0 { 2.0 * common / total } else { 0.0 }
}

fn weight(word: &DiffWord) -> f64 {
    if word.is_light() { LIGHT_WEIGHT } else { 1.0 }
}

/// What a word counts as: any number is as good as another.
pub fn measured(word: &DiffWord) -> &str {
    let is_number = word.is_number() || english().version.numbers.contains(&word.key);
    if is_number { NUMBER } else { &word.key }
}
