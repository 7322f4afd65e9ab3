//! The words of a text, and those of them that show its subject.

use std::collections::BTreeSet;

use crate::vocabulary::StandingWords;

/// Letters from which a word that is no number tells anything.
const LEAST: usize = 4;

/// The words of a text as written: letters, digits and what joins them ('U.S.', 'al-Qaeda', '1,500').
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || "“”\"()[]—–…".contains(letter))
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// The words that tell, in small letters, without a possessive: long ones, and numbers.
pub(crate) fn terms(text: &str, known: &StandingWords) -> BTreeSet<String> {
    let telling = |word: &String| {
        let is_number = word.starts_with(|first: char| first.is_ascii_digit());
        is_number || word.chars().count() >= LEAST && !known.empty.contains(word)
    };
    words(text).map(plain).filter(telling).collect()
}

/// A word in small letters, without what an apostrophe ties to it: 'Orlin’s', 'they're', 'I’ve'.
pub(crate) fn plain(word: &str) -> String {
    let lower = word.to_lowercase();
    let end = lower.find(['\'', '’']).filter(|at| *at > 0).unwrap_or(lower.len());
    lower[..end].to_owned()
}

/// Terms from which a set says enough that another can say the same.
const ENOUGH: usize = 3;

/// The share of the smaller set's terms that the other has; a set of one or two counts as larger.
pub(crate) fn overlap(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let smaller = one.len().min(other.len()).max(ENOUGH);
    one.intersection(other).count() as f64 / smaller as f64
}

/// The share of some terms that others have; 0 where there are none.
pub(crate) fn share(of: &BTreeSet<String>, within: &BTreeSet<String>) -> f64 {
    if of.is_empty() { 0.0 } else { of.intersection(within).count() as f64 / of.len() as f64 }
}
