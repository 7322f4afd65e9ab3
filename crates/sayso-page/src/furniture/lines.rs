//! The lines of a text that hold anything.

/// A line without the white space around it, borrowed from its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
}

impl Line<'_> {
    /// Whether it reads like a headline: some words, not a sentence, not a quotation.
    pub(super) fn is_headline_like(&self) -> bool {
        let words = self.text.split_whitespace().count();
        (3..=25).contains(&words) && self.text.len() <= 160 && !self.text.ends_with(['.', ':', ',', ';', '”', '"', '…'])
    }
}

pub(super) fn of(text: &str) -> Vec<Line<'_>> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|text| Line { text }).collect()
}
