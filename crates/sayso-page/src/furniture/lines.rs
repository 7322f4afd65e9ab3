//! The lines of a text that hold anything.

use std::collections::HashMap;

/// A line without the white space around it, borrowed from its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct FurnitureLine<'t> {
    pub(super) text: &'t str,
    /// Whether it is one of several lines into which a paragraph was broken, as in what is copied from a PDF.
    pub(super) is_part: bool,
}

impl<'t> FurnitureLine<'t> {
    /// A line that stands by itself.
    pub(super) fn alone(text: &'t str) -> Self {
        Self { text, is_part: false }
    }

    /// Whether it reads like a headline: some words, not a sentence, not a quotation.
    pub(super) fn is_headline_like(&self) -> bool {
        let words = self.text.split_whitespace().count();
        (3..=25).contains(&words)
            && self.text.len() <= 160
            && !self.text.starts_with(['—', '–', '-', '•', '*'])
            && !self.text.ends_with(['.', ':', ',', ';', '”', '"', '…'])
    }

    /// Whether it ends like a sentence.
    pub(super) fn is_sentence(&self) -> bool {
        self.text.trim_end_matches(['”', '"', '’', '\'', ')', '»']).ends_with(['.', '!', '?', '…'])
    }
}

/// Lines of a paragraph that was broken into lines are about as long as one another: at least so many quarters of the longest.
const EVEN: usize = 3;

/// Longer lines are paragraphs, one a line.
const LONGEST_BROKEN: usize = 120;

/// Shorter ones may be the items of a list.
const SHORTEST_BROKEN: usize = 40;

/// A paragraph of fewer lines may be a headline and what stands below it.
const FEWEST_BROKEN: usize = 3;

pub(super) fn of(text: &str) -> Vec<FurnitureLine<'_>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let blocks = lines.split(|line| line.is_empty()).filter(|block| !block.is_empty());
    blocks.flat_map(of_block).collect()
}

fn of_block<'t>(block: &[&'t str]) -> Vec<FurnitureLine<'t>> {
    let is_broken = is_broken(block);
    let goes_on = |at: usize| block.get(at).is_some_and(|line| at > 0 && follows(block[at - 1], line));
    let is_part = |at: usize| is_broken || goes_on(at) || goes_on(at + 1);
    block.iter().enumerate().map(|(at, text)| FurnitureLine { text, is_part: is_part(at) }).collect()
}

/// Whether lines without a blank one between them are one paragraph: all but the last are even in length.
fn is_broken(block: &[&str]) -> bool {
    let Some((_, full)) = block.split_last().filter(|(_, full)| full.len() + 1 >= FEWEST_BROKEN) else { return false };
    let lengths = || full.iter().map(|line| line.chars().count());
    let (shortest, longest) = (lengths().min().unwrap_or_default(), lengths().max().unwrap_or_default());
    shortest >= SHORTEST_BROKEN && shortest * 4 >= longest * EVEN && longest <= LONGEST_BROKEN
}

/// Whether a line begins in the middle of a sentence that the line above does not end.
fn follows(above: &str, line: &str) -> bool {
    line.starts_with(char::is_lowercase) && !FurnitureLine::alone(above).is_sentence()
}

/// How often each line stands in the text.
pub(super) fn counts<'t>(lines: &[FurnitureLine<'t>]) -> HashMap<&'t str, usize> {
    let mut counts = HashMap::new();
    for line in lines {
        *counts.entry(line.text).or_default() += 1;
    }
    counts
}
