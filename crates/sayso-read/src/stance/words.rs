//! A run of words as the lexicon sees it.

use std::ops::Range;

use crate::tokens::{Kind, Tokens};

use super::StanceWords;
use super::lemma;
use super::small_words::SmallWords;

/// A word with the base forms that it may have.
#[derive(Clone, Debug)]
pub struct VerbForms {
    forms: Vec<String>,
    negates: bool,
    helps: bool,
}

impl VerbForms {
    /// A word as written in lower case; curly apostrophes count as straight ones.
    pub fn new(lower: &str, language: &StanceWords) -> Self {
        let written = lower.replace('’', "'");
        let negates = language.words.negates(&written);
        let helps = negates || language.words.helps(&written);
        Self { forms: lemma::forms(&written, &language.forms), negates, helps }
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
        self.negates
    }

    /// Whether it is a helping verb or an adverb: what can stand between a negation and what it negates.
    pub fn helps(&self) -> bool {
        self.helps
    }
}

/// Whether one of the words negates what follows them; 'not only' does not, nor 'not the first'.
pub fn negate(words: &[VerbForms], language: &SmallWords) -> bool {
    let only = |at: usize| {
        let the = usize::from(words.get(at + 1).is_some_and(|next| next.written() == "the"));
        words.get(at + 1 + the).is_some_and(|next| language.not_negated.contains(next.written()))
    };
    words.iter().enumerate().any(|(at, word)| word.negates() && !only(at))
}

/// The words of a run of tokens, without marks and possessive endings; no more than `most` of them.
pub fn words(tokens: &Tokens<'_>, run: Range<usize>, most: usize) -> Vec<VerbForms> {
    let language = &tokens.language().stance;
    let is_verb =
        |index: usize| language.words.subjects.contains(tokens.before(index, 1)) && tokens.is(index, Kind::Possessive);
    run.filter(|index| tokens.is(*index, Kind::Word) || is_verb(*index))
        .take(most)
        .flat_map(|index| parted(tokens.word(index), &language.words))
        .map(|word| VerbForms::new(word, language))
        .collect()
}

/// A pronoun and the verb contracted with it apart: "I'm" is "I" and "'m".
fn parted<'w>(word: &'w str, words: &SmallWords) -> impl Iterator<Item = &'w str> + use<'w> {
    let ends = |ending: &&str| word.ends_with(*ending);
    let verb = words.contractions.iter().find(ends);
    let (pronoun, verb) = word.split_at(word.len() - verb.map_or(0, str::len));
    [pronoun, verb].into_iter().filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negation_may_be_contracted() {
        let language = &crate::vocabulary::english_reading().stance;
        assert!(VerbForms::new("didn’t", language).negates());
        assert!(!VerbForms::new("noted", language).negates());
    }
}
