//! The value that occurs most.

use std::collections::HashMap;
use std::hash::Hash;

use crate::work;

/// The value that occurs most; the first of several.
pub(super) fn most_common<T: Eq + Hash + Clone>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counted: Vec<(T, usize)> = Vec::new();
    let mut places: HashMap<T, usize> = HashMap::new();
    for value in work::each(values) {
        let place = *places.entry(value.clone()).or_insert(counted.len());
        match counted.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => counted.push((value, 1)),
        }
    }
    counted.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(value, _)| value)
}
