//! A model that throws dice, so that every shape of output occurs; it stands in for the trained one.

use std::ops::Range;

use sayso_read::{Links, Model, Scan, Word};
use sayso_text::{Span, Text};

/// Scores words by a small hash of a seed and their place, so that every shape of output occurs.
pub struct Dice(pub u64);

impl Dice {
    fn throw(&self, index: usize, face: usize) -> f32 {
        let mixed = (self.0 ^ (index as u64 * 31 + face as u64)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        -((mixed >> 40) as f32 / (1u64 << 24) as f32) * 5.0 - 0.01
    }
}

impl Model for Dice {
    fn scan(&self, text: &Text, visible: &[Span]) -> Scan {
        let words = visible.iter().flat_map(|part| text.slice(*part).split_whitespace());
        let spans = words.filter_map(|word| text.span_of(word)).enumerate();
        let word = |(index, span)| Word { span, cue: [0, 1, 2].map(|face| self.throw(index, face)) };
        Scan { words: spans.map(word).collect(), state: Box::new(()) }
    }

    fn link(&self, scan: &Scan, cues: &[Range<usize>]) -> Vec<Links> {
        let link = |cue: &Range<usize>| {
            let first = cue.start.saturating_sub(20);
            let reach = first..(cue.end + 20).min(scan.words.len());
            let roles = reach.map(|index| [3, 4, 5, 6, 7].map(|face| self.throw(index, face))).collect();
            Links { first, roles, stances: [0, 1, 2, 3, 4, 5, 6, 7, 8].map(|face| self.throw(cue.start, face)) }
        };
        cues.iter().map(link).collect()
    }
}
