//! A string whose parts have styles, and its lines.

use std::ops::Range;

use anstyle::Style;
use textwrap::WordSeparator;
use textwrap::core::{break_words, display_width};
use textwrap::wrap_algorithms::wrap_first_fit;

use crate::terminal::harmless;

/// Text that is safe to show, with its styles.
#[derive(Clone, Debug, Default)]
pub struct StyledText {
    text: String,
    /// Where each run of one style ends, in bytes; the last ends with the text.
    runs: Vec<(usize, Style)>,
}

impl StyledText {
    /// Text in one style.
    pub fn new(text: &str, style: Style) -> Self {
        let mut inked = Self::default();
        inked.push(text, style);
        inked
    }

    /// Adds text in a style.
    pub fn push(&mut self, text: &str, style: Style) {
        self.text.push_str(&harmless(text));
        match self.runs.last_mut() {
            Some((end, last)) if *last == style => *end = self.text.len(),
            _ => self.runs.push((self.text.len(), style)),
        }
    }

    /// Adds another, styles and all.
    pub fn append(&mut self, other: &Self) {
        let mut start = 0;
        for (end, style) in &other.runs {
            self.push(&other.text[start..*end], *style);
            start = *end;
        }
    }

    /// Adds spaces up to a width.
    pub fn pad(&mut self, width: usize) {
        let missing = width.saturating_sub(self.width());
        self.push(&" ".repeat(missing), Style::new());
    }

    /// In columns.
    pub fn width(&self) -> usize {
        display_width(&self.text)
    }

    /// The width of its widest word.
    pub fn longest_word(&self) -> usize {
        self.text.split(' ').map(display_width).max().unwrap_or(0)
    }

    /// Lines of at most `width` columns, broken at spaces, and within a word only where it alone is too wide.
    pub fn wrap(&self, width: usize) -> Vec<Self> {
        let width = width.max(1);
        let words = break_words(WordSeparator::AsciiSpace.find_words(&self.text), width);
        let mut start = 0;
        wrap_first_fit(&words, &[width as f64])
            .into_iter()
            .map(|line| {
                let end = start + line.iter().map(|word| word.word.len() + word.whitespace.len()).sum::<usize>();
                let shown = self.text[start..end].trim_end_matches(' ').len();
                let line = self.slice(start..start + shown);
                start = end;
                line
            })
            .collect()
    }

    /// The first `most` lines, with '…' at the end where there are more.
    pub fn wrap_to(&self, width: usize, most: usize) -> Vec<Self> {
        let mut lines = self.wrap(width);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = last.shortened(width);
            }
        }
        lines
    }

    /// As it is sent to a terminal.
    pub fn print(&self, styled: bool) -> String {
        let shown = self.text.trim_end().len();
        let mut printed = String::new();
        let mut start = 0;
        for (end, style) in &self.runs {
            let part = &self.text[start..(*end).min(shown).max(start)];
            match styled && !style.is_plain() && !part.is_empty() {
                true => printed.push_str(&format!("{style}{part}{style:#}")),
                false => printed.push_str(part),
            }
            start = *end;
        }
        printed
    }

    /// With '…' at its end, within a width.
    fn shortened(&self, width: usize) -> Self {
        let end = self
            .text
            .char_indices()
            .map(|(start, character)| start + character.len_utf8())
            .take_while(|end| display_width(&self.text[..*end]) < width)
            .last()
            .unwrap_or(0);
        let mut short = self.slice(0..self.text[..end].trim_end().len());
        let style = short.runs.last().map(|(_, style)| *style).unwrap_or_default();
        short.push("…", style);
        short
    }

    fn slice(&self, range: Range<usize>) -> Self {
        let mut part = Self::default();
        let mut start = 0;
        for (end, style) in &self.runs {
            let (from, to) = (start.max(range.start), (*end).min(range.end));
            if from < to {
                part.push(&self.text[from..to], *style);
            }
            start = *end;
        }
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_survive_the_breaking_of_lines() {
        let mut inked = StyledText::new("The bureau ", Style::new());
        inked.push("said in a statement", Style::new().bold());
        let lines: Vec<String> = inked.wrap(15).iter().map(|line| line.print(true)).collect();
        assert_eq!(lines, ["The bureau \u{1b}[1msaid\u{1b}[0m", "\u{1b}[1min a statement\u{1b}[0m"]);
    }

    #[test]
    fn what_is_cut_says_so() {
        let inked = StyledText::new("about 1,500 soldiers had been moved", Style::new());
        let lines: Vec<String> = inked.wrap_to(11, 2).iter().map(|line| line.print(false)).collect();
        assert_eq!(lines, ["about 1,500", "soldiers h…"].map(|line| line.replace("soldiers h…", "soldiers…")));
        assert_eq!(StyledText::new("Untersuchung", Style::new()).wrap(5).len(), 3);
        assert_eq!(StyledText::default().wrap(5).len(), 1);
    }
}
