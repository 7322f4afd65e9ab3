//! The words that take a stance.

use super::frame::Frame;
use super::lexicon_rows::{Condition, Entry, Lexicon};
use super::words::Word;

impl Condition {
    fn holds(self, frame: Frame) -> bool {
        match self {
            Self::Question => frame.question,
            Self::Order => frame.order,
            Self::Infinitive => frame.infinitive,
            Self::Claim => frame.claim,
            Self::Clause => frame.clause,
            Self::Yields | Self::Always => true,
        }
    }
}

impl Entry {
    fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Whether words begin with the row's first word as written, not as a form of it.
    pub fn is_written(&self, words: &[Word]) -> bool {
        words.first().map(Word::written) == Some(self.first())
    }
}

impl Lexicon {
    /// The longest row that the words begin with and whose condition holds.
    pub fn at(&self, words: &[Word], frame: Frame) -> Option<&Entry> {
        let first = words.first()?;
        let rows = first.forms().flat_map(|form| self.beginning(form));
        let mut best: Option<&Entry> = None;
        for row in rows.filter(|row| row.condition.holds(frame) && begins(words, &row.words)) {
            if best.is_none_or(|best| row.words.len() > best.words.len()) {
                best = Some(row);
            }
        }
        best
    }

    /// The rows whose first word is the given one.
    fn beginning(&self, word: &str) -> &[Entry] {
        let start = self.0.partition_point(|entry| entry.first() < word);
        let end = self.0.partition_point(|entry| entry.first() <= word);
        &self.0[start..end]
    }
}

/// Whether words begin with those of a row; helping words may stand between: 'is often seen as' for 'be see as'.
fn begins(words: &[Word], row: &[String]) -> bool {
    let mut rest = words;
    row.iter().enumerate().all(|(at, base)| {
        while at > 0 && rest.first().is_some_and(|word| word.helps() && !word.can_be(base)) {
            rest = &rest[1..];
        }
        let found = rest.first().is_some_and(|word| word.can_be(base));
        rest = rest.get(1..).unwrap_or_default();
        found
    })
}
