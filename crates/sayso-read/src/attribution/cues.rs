//! Cues: the words that attribute.

use std::ops::Range;

use sayso_text::Text;

use crate::calibration::Calibration;
use crate::model::Word;

use super::best_path::{best_path, runs};
use super::cue::Cue;
use super::cue_ends::settle_ends;

/// The cues among a scan's words, in order.
pub fn cues(text: &Text, words: &[Word], calibration: &Calibration) -> Vec<Cue> {
    found(text, words, calibration, |_| calibration.cue.doubt)
}

/// The cues inside contents, which are ranges of words, besides the cues that are known.
pub fn cues_inside(
    text: &Text,
    words: &[Word],
    contents: &[Range<usize>],
    known: &[Cue],
    calibration: &Calibration,
) -> Vec<Cue> {
    let mut is_inside = vec![false; words.len()];
    contents.iter().for_each(|content| is_inside[content.clone()].fill(true));
    known.iter().for_each(|cue| is_inside[cue.words.clone()].fill(false));
    let doubt = |index: usize| if is_inside[index] { calibration.cue.doubt_inside } else { calibration.cue.doubt };
    let mut cues = found(text, words, calibration, doubt);
    cues.retain(|cue| is_inside[cue.words.clone()].iter().all(|inside| *inside));
    cues
}

fn found(text: &Text, words: &[Word], calibration: &Calibration, doubt: impl Fn(usize) -> f32) -> Vec<Cue> {
    let scores = words
        .iter()
        .enumerate()
        .map(|(index, Word { cue: [outside, begin, inside], .. })| [outside + doubt(index), *begin, *inside]);
    let path = best_path(&scores.collect::<Vec<_>>(), |before, tag| tag != 2 || matches!(before, Some(1 | 2)));
    let cue = |run: Range<usize>| Cue { probability: words[run.start].cue[1].exp(), words: run };
    let mut cues: Vec<Cue> = runs(&path, 1, 2).into_iter().map(cue).collect();
    settle_ends(text, words, &mut cues, calibration);
    cues
}
