//! The lines of a text that hold anything.

use std::collections::HashMap;

/// A line without the white space around it, borrowed from its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct FurnitureLine<'t> {
    pub(super) text: &'t str,
}

impl FurnitureLine<'_> {
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

pub(super) fn of(text: &str) -> Vec<FurnitureLine<'_>> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|text| FurnitureLine { text }).collect()
}

/// How often each line stands in the text.
pub(super) fn counts<'t>(lines: &[FurnitureLine<'t>]) -> HashMap<&'t str, usize> {
    let mut counts = HashMap::new();
    for line in lines {
        *counts.entry(line.text).or_default() += 1;
    }
    counts
}
