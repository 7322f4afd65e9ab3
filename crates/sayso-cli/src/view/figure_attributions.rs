//! Which attributions state a figure or a date.

use sayso::{Attribution, Reading};

/// For each of `count` marks, the numbers of the attributions that state it, from 1: '3, 5'.
pub fn stated_in(count: usize, reading: &Reading, marks: impl Fn(&Attribution) -> &[usize]) -> Vec<String> {
    let mut stated = vec![Vec::new(); count];
    for (number, attribution) in (1..).zip(&reading.attributions) {
        for mark in marks(attribution) {
            stated[*mark].push(number.to_string());
        }
    }
    stated.into_iter().map(|numbers: Vec<String>| numbers.join(", ")).collect()
}
