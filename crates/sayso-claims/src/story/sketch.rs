//! A small sample of a text's wording, by which copies and versions are recognised.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::hash::{fnv, mixed};

/// Words in a row that make one sample: fewer repeat by chance in agency prose, more miss light editing.
const ROW: usize = 5;

/// Samples that are kept: the share of common ones is then known to about a tenth.
const SAMPLES: usize = 64;

/// Rows without which a text is too short for its samples to tell anything.
const ENOUGH: usize = 12;

/// The least hashes of a text's rows of words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sketch(Vec<u64>);

impl Sketch {
    /// Samples a text.
    pub(super) fn new(text: &str) -> Self {
        let words: Vec<u64> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded).collect();
        let mut least = BTreeSet::new();
        for row in words.windows(ROW) {
            least.insert(row.iter().fold(0, |sum, word| mixed(sum ^ word)));
            if least.len() > SAMPLES {
                least.pop_last();
            }
        }
        Self(least.into_iter().collect())
    }

    /// The samples, in order.
    pub(super) fn samples(&self) -> &[u64] {
        &self.0
    }

    /// How much of the shorter text's wording is in the other, from 0 to 1; 0 where a text is too short to tell.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> f32 {
        if self.0.len().min(other.0.len()) < ENOUGH {
            return 0.0;
        }
        let last =
            |sketch: &Self| if sketch.0.len() < SAMPLES { u64::MAX } else { sketch.0.last().copied().unwrap_or(0) };
        let bound = last(self).min(last(other));
        let within = |sketch: &Self| sketch.0.iter().filter(|hash| **hash <= bound).count();
        let common = self.0.iter().filter(|hash| **hash <= bound && other.0.binary_search(hash).is_ok()).count();
        common as f32 / within(self).min(within(other)).max(1) as f32
    }
}

impl FromIterator<u64> for Sketch {
    /// From samples that are in order.
    fn from_iter<T: IntoIterator<Item = u64>>(samples: T) -> Self {
        Self(samples.into_iter().collect())
    }
}

/// A word in lower-case letters, as far as ASCII goes.
fn folded(word: &str) -> u64 {
    fnv(word.bytes().map(|byte| byte.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from: usize, to: usize) -> String {
        (from..to).map(|n| format!("word{n} ")).collect()
    }

    #[test]
    fn a_part_overlaps_wholly_and_another_text_not() {
        let whole = Sketch::new(&text(0, 400));
        assert!(whole.overlap(&Sketch::new(&text(100, 200))) > 0.9);
        let half = whole.overlap(&Sketch::new(&text(200, 600)));
        assert!((0.3..0.7).contains(&half), "{half}");
        assert_eq!(whole.overlap(&Sketch::new(&text(500, 900))), 0.0);
        assert_eq!(whole.overlap(&Sketch::new("word1 word2 word3 word4 word5 word6")), 0.0);
    }
}
