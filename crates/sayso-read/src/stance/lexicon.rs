//! The words that take a stance.

use super::content_form::ContentForm;
use super::lexicon_rows::{Condition, StanceEntry, StanceLexicon};
use super::words::VerbForms;

impl Condition {
    fn holds(self, frame: ContentForm) -> bool {
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

impl StanceEntry {
    fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Whether a word between those of the row negates: 'is not aware of'.
    pub fn is_negated_within(&self, words: &[VerbForms]) -> bool {
        skipped(words, &self.words).is_some_and(|between| between.into_iter().any(VerbForms::negates))
    }

    /// Whether words begin with the row's first word as written, not as a form of it.
    pub fn is_written(&self, words: &[VerbForms]) -> bool {
        words.first().map(VerbForms::written) == Some(self.first())
    }
}

impl StanceLexicon {
    /// The longest row that the words begin with and whose condition holds.
    pub fn at(&self, words: &[VerbForms], frame: ContentForm) -> Option<&StanceEntry> {
        let first = words.first()?;
        let rows = first.forms().flat_map(|form| self.beginning(form));
        let mut best: Option<&StanceEntry> = None;
        for row in rows.filter(|row| row.condition.holds(frame) && begins(words, &row.words)) {
            if best.is_none_or(|best| row.words.len() > best.words.len()) {
                best = Some(row);
            }
        }
        best
    }

    /// The rows whose first word is the given one.
    fn beginning(&self, word: &str) -> &[StanceEntry] {
        let start = self.0.partition_point(|entry| entry.first() < word);
        let end = self.0.partition_point(|entry| entry.first() <= word);
        &self.0[start..end]
    }
}

/// Whether words begin with those of a row; helping words may stand between: 'is often seen as' for 'be see as'.
fn begins(words: &[VerbForms], row: &[String]) -> bool {
    skipped(words, row).is_some()
}

/// The helping words that stand between those of a row, where words begin with these.
fn skipped<'w>(words: &'w [VerbForms], row: &[String]) -> Option<Vec<&'w VerbForms>> {
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
