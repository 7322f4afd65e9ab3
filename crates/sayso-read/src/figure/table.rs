//! Lists and tables of words, written as text (words parted by spaces, phrases by bars) and indexed when first used.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A long list of words.
pub(super) type Words = LazyLock<HashSet<&'static str>>;

/// Names by the words that stand for them.
pub(super) type Names = LazyLock<HashMap<&'static str, &'static str>>;

/// Whether a short list of words holds a word.
pub(super) fn holds(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|listed| listed == word)
}

/// The words of a list.
pub(super) fn words(list: &'static str) -> HashSet<&'static str> {
    list.split(' ').collect()
}

/// The names of a table whose rows are a name and a list of words.
pub(super) fn names(rows: &[(&'static str, &'static str)]) -> HashMap<&'static str, &'static str> {
    rows.iter().flat_map(|(name, list)| list.split(' ').map(move |word| (word, *name))).collect()
}

/// Phrases with what each of them means, found by their first or last word.
pub(super) struct Phrases<T> {
    by_word: HashMap<&'static str, Vec<(&'static str, T)>>,
}

impl<T: Copy> Phrases<T> {
    /// A table, whose rows are a meaning and phrases, found by first words.
    pub(super) fn by_first(rows: &[(T, &'static str)]) -> Self {
        Self::by(rows, |phrase| phrase.split(' ').next())
    }

    /// The same, found by last words.
    pub(super) fn by_last(rows: &[(T, &'static str)]) -> Self {
        Self::by(rows, |phrase| phrase.rsplit(' ').next())
    }

    fn by(rows: &[(T, &'static str)], key: impl Fn(&'static str) -> Option<&'static str>) -> Self {
        let mut by_word: HashMap<_, Vec<_>> = HashMap::new();
        for (meaning, phrases) in rows {
            for phrase in phrases.split('|') {
                by_word.entry(key(phrase).unwrap_or_default()).or_default().push((phrase, *meaning));
            }
        }
        Self { by_word }
    }

    /// The longest phrase with the key `word` that fits: its number of words and its meaning.
    pub(super) fn longest(&self, word: &str, fits: impl Fn(&str) -> bool) -> Option<(usize, T)> {
        let fitting = self.by_word.get(word)?.iter().filter(|(phrase, _)| fits(phrase));
        fitting.map(|(phrase, meaning)| (phrase.split(' ').count(), *meaning)).max_by_key(|(length, _)| *length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_held_whole() {
        assert!(holds("mile miles", "miles"));
        assert!(!holds("mile miles", "mil"));
        assert!(!holds("mile miles", ""));
    }

    #[test]
    fn the_longest_phrase_wins() {
        let phrases = Phrases::by_last(&[("low", "over|well over"), ("high", "under")]);
        assert_eq!(phrases.longest("over", |phrase| "well over".ends_with(phrase)), Some((2, "low")));
        assert_eq!(phrases.longest("well", |_| true), None);
    }
}
