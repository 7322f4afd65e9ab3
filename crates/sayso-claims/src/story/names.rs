//! Which words of a document are names, by how it writes them.

use std::collections::HashMap;

use super::rarity;
use super::words::{StemmedWord, is_number};

/// A word that the document writes with a capital only where any word has one is a name if it is this rare.
const RARE: f32 = 5.0;

/// Share of a headline's longer words that have a capital above which capitals say nothing there.
const TITLE_CASE: f32 = 0.7;

/// Letters of the words that a headline in title case writes small.
const SMALL_WORD: usize = 3;

/// How a document writes its words.
#[derive(Default)]
pub(super) struct WordSpellings {
    counts: HashMap<String, Writing>,
}

#[derive(Default)]
struct Writing {
    small: usize,
    capital: usize,
    opening_capital: usize,
}

impl WordSpellings {
    /// Takes the words of a stretch in.
    pub fn read(&mut self, text: &str, words: &[StemmedWord]) {
        for word in words.iter().filter(|word| !is_number(&word.stem)) {
            let writing = self.counts.entry(word.stem.clone()).or_default();
            match (is_capital(text, word), word.opens) {
                (true, true) => writing.opening_capital += 1,
                (true, false) => writing.capital += 1,
                (false, _) => writing.small += 1,
            }
        }
    }

    /// Whether a stem is a name's.
    pub fn has(&self, stem: &str) -> bool {
        self.counts.get(stem).is_some_and(|writing| {
            let alone = writing.small == 0 && rarity::seen(stem).is_none_or(|articles| articles < RARE);
            writing.capital > writing.small || (writing.opening_capital > 0 && alone)
        })
    }
}

/// Whether a headline writes most words with a capital.
pub(super) fn is_title_case(title: &str, words: &[StemmedWord]) -> bool {
    let long: Vec<&StemmedWord> = words.iter().filter(|word| word.range.len() > SMALL_WORD).collect();
    long.iter().filter(|word| is_capital(title, word)).count() as f32 > TITLE_CASE * long.len() as f32
}

/// Whether a word begins with a capital.
pub(super) fn is_capital(text: &str, word: &StemmedWord) -> bool {
    text[word.range.clone()].starts_with(char::is_uppercase)
}
