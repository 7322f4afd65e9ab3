//! A run of words as the lexicon sees it.

use std::ops::Range;

use crate::tokens::{Kind, Tokens};

use super::lemma;

/// A word with the base forms that it may have.
#[derive(Clone, Debug)]
pub struct Word {
    forms: Vec<String>,
}

impl Word {
    /// A word as written in lower case; curly apostrophes count as straight ones.
    pub fn new(lower: &str) -> Self {
        Self { forms: lemma::forms(&lower.replace('’', "'")) }
    }

    /// As written, in lower case.
    pub fn written(&self) -> &str {
        &self.forms[0]
    }

    /// As written, then its base forms.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.forms.iter().map(String::as_str)
    }

    /// Whether it is a form of a word.
    pub fn can_be(&self, base: &str) -> bool {
        self.forms.iter().any(|form| form == base)
    }

    /// Whether it negates: 'not', 'never', "didn't".
    pub fn negates(&self) -> bool {
        let word = self.written();
        NEGATIONS.binary_search(&word).is_ok() || word.ends_with("n't")
    }

    /// Whether it is a helping verb or an adverb: what can stand between a negation and what it negates.
    pub fn helps(&self) -> bool {
        let word = self.written();
        HELPERS.binary_search(&word).is_ok() || (word.len() > 4 && word.ends_with("ly")) || self.negates()
    }
}

/// Whether one of the words negates what follows them; 'not only' does not.
pub fn negate(words: &[Word]) -> bool {
    let only = |at: usize| words.get(at + 1).is_some_and(|next| matches!(next.written(), "just" | "merely" | "only"));
    words.iter().enumerate().any(|(at, word)| word.negates() && !only(at))
}

/// Words that negate, sorted.
const NEGATIONS: &[&str] = &["cannot", "hardly", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing"];

/// Helping verbs and adverbs of time and degree, sorted.
const HELPERS: &[&str] = &[
    "'d", "'ll", "'m", "'re", "'s", "'ve", "again", "all", "also", "always", "am", "any", "are", "as", "be", "been",
    "being", "both", "can", "could", "did", "do", "does", "earlier", "even", "ever", "far", "first", "had", "has",
    "have", "having", "is", "just", "later", "may", "might", "must", "now", "often", "once", "only", "shall", "should",
    "so", "still", "then", "there", "to", "too", "twice", "very", "was", "were", "will", "would", "yet",
];

/// The words of a run of tokens, without marks and possessive endings; no more than `most` of them.
pub fn words(tokens: &Tokens<'_>, run: Range<usize>, most: usize) -> Vec<Word> {
    let is_verb = |index: usize| {
        let subject =
            matches!(tokens.before(index, 1), "it" | "that" | "he" | "she" | "there" | "this" | "what" | "who");
        subject && tokens.is(index, Kind::Possessive)
    };
    run.filter(|index| tokens.is(*index, Kind::Word) || is_verb(*index))
        .take(most)
        .flat_map(|index| parted(tokens.word(index)))
        .map(Word::new)
        .collect()
}

/// A pronoun and the verb contracted with it apart: "I'm" is "I" and "'m".
fn parted(word: &str) -> impl Iterator<Item = &str> {
    let ends = |ending: &&str| word.ends_with(*ending);
    let verb = ["'m", "’m", "'re", "’re", "'ll", "’ll", "'d", "’d", "'ve", "’ve"].into_iter().find(ends);
    let (pronoun, verb) = word.split_at(word.len() - verb.map_or(0, str::len));
    [pronoun, verb].into_iter().filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(NEGATIONS.is_sorted());
        assert!(HELPERS.is_sorted());
    }

    #[test]
    fn a_negation_may_be_contracted() {
        assert!(Word::new("didn’t").negates());
        assert!(!Word::new("noted").negates());
    }
}
