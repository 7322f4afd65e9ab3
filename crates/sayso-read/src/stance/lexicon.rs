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

    /// Whether a word between those of the row negates: 'is not aware of'.
    pub fn is_negated_within(&self, words: &[Word]) -> bool {
        skipped(words, &self.words).is_some_and(|between| between.into_iter().any(Word::negates))
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
    skipped(words, row).is_some()
}

/// The helping words that stand between those of a row, where words begin with these.
fn skipped<'w>(words: &'w [Word], row: &[String]) -> Option<Vec<&'w Word>> {
    let (mut rest, mut between) = (words, Vec::new());
    for (at, base) in row.iter().enumerate() {
        while let Some((first, behind)) =
            rest.split_first().filter(|(first, _)| at > 0 && first.helps() && !first.can_be(base))
        {
            between.push(first);
            rest = behind;
        }
        let (_, behind) = rest.split_first().filter(|(first, _)| first.can_be(base))?;
        rest = behind;
    }
    Some(between)
}
