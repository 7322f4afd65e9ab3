//! Cues: the words that attribute.

use std::ops::Range;

use sayso_text::Text;

use crate::model::Word;

use super::best_path::{best_path, runs};
use super::cue::Cue;
use super::cue_ends::settle_ends;

/// Added to the log-probability that a word is no cue: of .4 to 1.2, what lets PolNeAR's dev half keep its best exact
/// sources, at a tenth of a point of exact cues.
const DOUBT: f32 = 0.6;

/// The same inside contents. PolNeAR, from which most is learnt, has no attributions inside attributions, so the model
/// finds too few there: this gives the Wikinews articles kept for tuning their best F1 with source.
const DOUBT_INSIDE: f32 = -0.3;

/// The cues among a scan's words, in order.
pub fn cues(text: &Text, words: &[Word]) -> Vec<Cue> {
    found(text, words, |_| DOUBT)
}

/// The cues inside contents, which are ranges of words, besides the cues that are known.
pub fn cues_inside(text: &Text, words: &[Word], contents: &[Range<usize>], known: &[Cue]) -> Vec<Cue> {
    let mut is_inside = vec![false; words.len()];
    contents.iter().for_each(|content| is_inside[content.clone()].fill(true));
    known.iter().for_each(|cue| is_inside[cue.words.clone()].fill(false));
    let mut cues = found(text, words, |index| if is_inside[index] { DOUBT_INSIDE } else { DOUBT });
    cues.retain(|cue| is_inside[cue.words.clone()].iter().all(|inside| *inside));
    cues
}

fn found(text: &Text, words: &[Word], doubt: impl Fn(usize) -> f32) -> Vec<Cue> {
    let scores = words
        .iter()
        .enumerate()
        .map(|(index, Word { cue: [outside, begin, inside], .. })| [outside + doubt(index), *begin, *inside]);
    let path = best_path(&scores.collect::<Vec<_>>(), |before, tag| tag != 2 || matches!(before, Some(1 | 2)));
    let cue = |run: Range<usize>| Cue { probability: words[run.start].cue[1].exp(), words: run };
    let mut cues: Vec<Cue> = runs(&path, 1, 2).into_iter().map(cue).collect();
    settle_ends(text, words, &mut cues);
    cues
}
