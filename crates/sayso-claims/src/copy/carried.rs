//! Which words of a document come from another: runs of shingles that both have, small changes bridged.

use std::ops::Range;

use sayso_text::Span;

use crate::Document;
use crate::copy::shingles::{WORDS, Worded};

use super::places::ShinglePlaces;

/// Words from which a run is carried over rather than a turn of phrase that anyone might use.
const RUN: usize = 7;

/// Words between two runs that count as carried too: a word changed here and there is light editing.
const BRIDGED: usize = 3;

/// The stretches of a copy that come from the original, in order, from the first word of each to the last.
#[must_use]
pub fn carried(copy: &Document, original: &Document) -> Vec<Span> {
    stretches(&Worded::new(copy), &Worded::new(original))
}

/// The same, of their words.
pub fn stretches(copy: &Worded, original: &Worded) -> Vec<Span> {
    let span = |range: &Range<usize>| copy.spans[range.start].to(copy.spans[range.end - 1]);
    ranges(copy, original.places()).iter().map(span).collect()
}

/// How many words stand in ranges, unchanged: without those that bridge two runs.
pub fn unchanged(copy: &Worded, original: &ShinglePlaces, ranges: &[Range<usize>]) -> usize {
    let mut reached = 0;
    let mut unchanged = 0;
    for run in runs(copy, original) {
        let at = ranges.partition_point(|range| range.end <= run.start);
        if ranges.get(at).is_some_and(|range| range.start <= run.start) {
            unchanged += run.end - run.start.max(reached).min(run.end);
            reached = reached.max(run.end);
        }
    }
    unchanged
}

/// The ranges of words of a copy that stand in the original, in order.
pub fn ranges(copy: &Worded, original: &ShinglePlaces) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for run in runs(copy, original) {
        match ranges.last_mut() {
            Some(last) if run.start <= last.end + BRIDGED => last.end = run.end.max(last.end),
            _ => ranges.push(run),
        }
    }
    ranges.retain(|range| range.len() >= RUN);
    ranges
}

/// Runs of words that stand in the same order in the original, each as long as it goes.
fn runs(copy: &Worded, original: &ShinglePlaces) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let (mut article_mentions, mut places): (Vec<usize>, Vec<usize>) = Default::default();
    for (at, shingle) in copy.shingles.iter().enumerate() {
        places.clear();
        places.extend(original.of(*shingle));
        article_mentions.iter_mut().for_each(|place| *place += 1);
        article_mentions.retain(|place| places.contains(place));
        match runs.last_mut() {
            Some(run) if !article_mentions.is_empty() => run.end = at + WORDS,
            _ => {
                std::mem::swap(&mut article_mentions, &mut places);
                if !article_mentions.is_empty() {
                    runs.push(at..at + WORDS);
                }
            }
        }
    }
    runs
}

/// How many words of ranges pass a test.
pub fn count(ranges: &[Range<usize>], test: impl Fn(usize) -> bool) -> usize {
    ranges.iter().flat_map(Clone::clone).filter(|word| test(*word)).count()
}
