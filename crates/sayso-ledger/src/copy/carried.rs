//! Which words of a document come from another: runs of shingles that both have, small changes bridged.

use std::collections::BTreeMap;
use std::ops::Range;

use sayso_text::Span;

use crate::Document;
use crate::copy::shingles::{WORDS, Worded};

/// Words from which a run is carried over rather than a turn of phrase that anyone might use.
const RUN: usize = 7;

/// Words between two runs that count as carried too: a word changed here and there is light editing.
const BRIDGED: usize = 3;

/// Places of one shingle in the original that are looked at: enough for a refrain, a bound for a page of one word.
const PLACES: usize = 8;

/// The stretches of a copy that come from the original, in order, from the first word of each to the last.
pub fn carried(copy: &Document, original: &Document) -> Vec<Span> {
    let (copied, spans) = Worded::with_places(copy);
    let span = |range: &Range<usize>| spans[range.start].to(spans[range.end - 1]);
    ranges(&copied, &Places::new(&Worded::new(original))).iter().map(span).collect()
}

/// Where each shingle of an original stands.
pub struct Places(BTreeMap<u32, Vec<usize>>);

impl Places {
    /// Indexes an original.
    pub fn new(original: &Worded) -> Self {
        let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, shingle) in original.shingles.iter().enumerate() {
            let standing = places.entry(*shingle).or_default();
            if standing.len() < PLACES {
                standing.push(at);
            }
        }
        Self(places)
    }

    fn of(&self, shingle: u32) -> &[usize] {
        self.0.get(&shingle).map_or(&[], Vec::as_slice)
    }
}

/// How many words stand in ranges, unchanged: without those that bridge two runs.
pub fn unchanged(copy: &Worded, original: &Places, ranges: &[Range<usize>]) -> usize {
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
pub fn ranges(copy: &Worded, original: &Places) -> Vec<Range<usize>> {
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
fn runs(copy: &Worded, original: &Places) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut standing: Vec<usize> = Vec::new();
    for (at, shingle) in copy.shingles.iter().enumerate() {
        let places = original.of(*shingle);
        let goes_on: Vec<usize> =
            standing.iter().map(|place| place + 1).filter(|place| places.contains(place)).collect();
        match runs.last_mut() {
            Some(run) if !goes_on.is_empty() => {
                run.end = at + WORDS;
                standing = goes_on;
            }
            _ => {
                standing = places.to_vec();
                if !standing.is_empty() {
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
