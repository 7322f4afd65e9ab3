//! The words that take a stance, read once from `stance-cues.tsv`.

use std::sync::OnceLock;

use super::frame::Frame;
use super::stances::Stance;
use super::words::Word;

/// When a row of the lexicon holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// The content asks: 'asked whether'.
    Question,
    /// The content tells somebody to do something: 'told him to leave'.
    Order,
    /// The content is an infinitive: 'sought to prevent'.
    Infinitive,
    /// The content names a claim: 'rejected allegations'.
    Claim,
    /// The content is a clause or a quotation: 'dismissed that it was so'.
    Clause,
    /// Always, but another word of the cue goes before: in 'issued a statement denying' 'denying' before 'statement'.
    Yields,
    /// Always.
    Always,
}

impl Condition {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "question" => Self::Question,
            "order" => Self::Order,
            "infinitive" => Self::Infinitive,
            "claim" => Self::Claim,
            "clause" => Self::Clause,
            "yields" => Self::Yields,
            "" => Self::Always,
            _ => return None,
        })
    }

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

/// A row of the lexicon.
#[derive(Clone, Debug)]
pub struct Entry {
    words: Vec<&'static str>,
    /// What the words do.
    pub stance: Stance,
    /// What they do once negated: 'has not confirmed' declines.
    pub negated: Stance,
    /// When they do so.
    pub condition: Condition,
}

impl Entry {
    /// Whether words begin with the row's first word as written, not as a form of it.
    pub fn is_written(&self, words: &[Word]) -> bool {
        words.first().map(Word::written) == self.words.first().copied()
    }

    fn parse(line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        let words = fields.next()?.split(' ').collect();
        let stance = Stance::named(fields.next()?)?;
        let negated = Stance::named(fields.next()?)?;
        let condition = Condition::named(fields.next().unwrap_or_default())?;
        Some(Self { words, stance, negated, condition })
    }
}

/// The rows in the order of their words, a conditional row before the one that always holds.
pub struct Lexicon(Vec<Entry>);

const TABLE: &str = include_str!("../../data/stance-cues.tsv");

/// The one lexicon.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        let mut entries: Vec<Entry> = lines.filter_map(Entry::parse).collect();
        entries.sort_by(|one, other| (&one.words, one.condition).cmp(&(&other.words, other.condition)));
        Lexicon(entries)
    })
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
        let first = |entry: &Entry| entry.words.first().copied().unwrap_or_default();
        let start = self.0.partition_point(|entry| first(entry) < word);
        let end = self.0.partition_point(|entry| first(entry) <= word);
        &self.0[start..end]
    }
}

/// Whether words begin with those of a row; helping words may stand between: 'is often seen as' for 'be see as'.
fn begins(words: &[Word], row: &[&str]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(lexicon().0.len(), lines);
    }

    #[test]
    fn no_two_lines_say_the_same() {
        let same = |pair: &[Entry]| pair[0].words == pair[1].words && pair[0].condition == pair[1].condition;
        assert!(!lexicon().0.windows(2).any(same));
    }
}
