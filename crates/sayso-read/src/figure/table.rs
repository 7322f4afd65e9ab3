//! Phrases with what each of them means, found by their first or last word.

use rustc_hash::FxHashMap;
use sayso_lang::Grouped;
use serde::Deserialize;

/// Phrases by one word of each.
#[derive(Debug)]
struct Phrases<M> {
    by_word: FxHashMap<Box<str>, Vec<Phrase<M>>>,
}

#[derive(Debug)]
struct Phrase<M> {
    phrase: Box<str>,
    /// How many words it has.
    length: usize,
    meaning: M,
}

impl<M> Default for Phrases<M> {
    fn default() -> Self {
        Self { by_word: FxHashMap::default() }
    }
}

impl<M: Clone> Phrases<M> {
    fn by(grouped: &Grouped<M>, key: impl Fn(&str) -> Option<&str>) -> Self {
        let mut all = Self::default();
        for (phrase, meaning) in grouped.iter() {
            let length = phrase.split(' ').count();
            let entry = Phrase { phrase: phrase.into(), length, meaning: meaning.clone() };
            all.by_word.entry(key(phrase).unwrap_or(phrase).into()).or_default().push(entry);
        }
        all
    }
}

impl<M> Phrases<M> {
    fn longest(&self, word: &str, fits: impl Fn(&str) -> bool) -> Option<(usize, &M)> {
        let fitting = self.by_word.get(word)?.iter().filter(|entry| fits(&entry.phrase));
        fitting.max_by_key(|entry| entry.length).map(|entry| (entry.length, &entry.meaning))
    }
}

/// Phrases found by their first word.
#[derive(Debug, Deserialize)]
#[serde(from = "Grouped<M>", bound = "M: Deserialize<'de> + Clone")]
pub(super) struct ByFirst<M>(Phrases<M>);

/// Phrases found by their last word.
#[derive(Debug, Deserialize)]
#[serde(from = "Grouped<M>", bound = "M: Deserialize<'de> + Clone")]
pub(super) struct ByLast<M>(Phrases<M>);

impl<M> ByFirst<M> {
    /// The longest phrase with the first word `word` that fits: its number of words and its meaning.
    pub(super) fn longest(&self, word: &str, fits: impl Fn(&str) -> bool) -> Option<(usize, &M)> {
        self.0.longest(word, fits)
    }
}

impl<M> ByLast<M> {
    /// The longest phrase with the last word `word` that fits: its number of words and its meaning.
    pub(super) fn longest(&self, word: &str, fits: impl Fn(&str) -> bool) -> Option<(usize, &M)> {
        self.0.longest(word, fits)
    }
}

impl<M: Clone> From<Grouped<M>> for ByFirst<M> {
    fn from(grouped: Grouped<M>) -> Self {
        Self(Phrases::by(&grouped, |phrase| phrase.split(' ').next()))
    }
}

impl<M: Clone> From<Grouped<M>> for ByLast<M> {
    fn from(grouped: Grouped<M>) -> Self {
        Self(Phrases::by(&grouped, |phrase| phrase.rsplit(' ').next()))
    }
}

impl<M> Default for ByFirst<M> {
    fn default() -> Self {
        Self(Phrases::default())
    }
}

impl<M> Default for ByLast<M> {
    fn default() -> Self {
        Self(Phrases::default())
    }
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::english;

    #[test]
    fn the_longest_phrase_wins() {
        let before = &english().bounds.before;
        let length = |word, text: &str| before.longest(word, |phrase| text.ends_with(phrase)).map(|(length, _)| length);
        assert_eq!(length("over", "well over"), Some(2));
        assert_eq!(length("well", "well"), None);
    }
}
