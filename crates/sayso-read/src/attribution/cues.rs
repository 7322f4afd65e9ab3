//! Cues: the words that attribute.

use std::ops::Range;

use super::best_path::{best_path, runs};
use crate::model::Word;

/// Added to the log-probability that a word begins or continues a cue: above zero finds more cues, of which fewer are right.
const CUE_BIAS: f32 = 0.0;

/// A cue that the model found.
#[derive(Debug)]
pub struct Cue {
    /// Its words.
    pub words: Range<usize>,
    /// Probability that its first word begins a cue.
    pub probability: f32,
}

/// The cues among a scan's words, in order.
pub fn cues(words: &[Word]) -> Vec<Cue> {
    let scores: Vec<[f32; 3]> = words.iter().map(|word| biased(word.cue)).collect();
    let path = best_path(&scores, |before, tag| tag != 2 || matches!(before, Some(1 | 2)));
    let cue = |run: Range<usize>| Cue { probability: words[run.start].cue[1].exp(), words: run };
    runs(&path, 1, 2).into_iter().map(cue).collect()
}

fn biased([outside, begin, inside]: [f32; 3]) -> [f32; 3] {
    [outside - CUE_BIAS, begin, inside]
}
