//! A cue, before its ends are final.

use std::ops::Range;

/// A cue that the model found.
#[derive(Debug)]
pub struct Cue {
    /// Its words.
    pub words: Range<usize>,
    /// Probability that its first word begins a cue.
    pub probability: f32,
}
