//! A place among the tokens, from which rules read on.

use crate::date::DateWords;
use crate::date::lexicon::Sense;
use crate::date::phrases::{PhraseList, Phrased};
use crate::date::token::{DateToken, Gap, OneOf};
use crate::date::unit::Unit;

/// A rule's success: where it ended, and what it read.
pub(in crate::date) type Parsed<'t, T> = Option<(Cursor<'t>, T)>;

/// A place among the tokens. Reading never crosses a [`Gap::Break`].
#[derive(Clone, Copy, Debug)]
pub(in crate::date) struct Cursor<'t> {
    tokens: &'t [DateToken<'t>],
    words: &'t DateWords,
    /// Where the expression begins.
    start: usize,
    /// The next token.
    pub(in crate::date) at: usize,
}

impl<'t> Cursor<'t> {
    /// Begins an expression.
    pub(in crate::date) fn new(tokens: &'t [DateToken<'t>], at: usize, words: &'t DateWords) -> Self {
        Self { tokens, words, start: at, at }
    }

    /// The words of the text's language.
    pub(super) fn language(self) -> &'t DateWords {
        self.words
    }

    /// The next token of the expression.
    pub(super) fn token(self) -> Option<&'t DateToken<'t>> {
        self.tokens.get(self.at).filter(|token| self.at == self.start || token.gap != Gap::Break)
    }

    /// The token before the next one, in the same paragraph.
    pub(super) fn before(self) -> Option<&'t DateToken<'t>> {
        let next = self.tokens.get(self.at);
        let index = self.at.checked_sub(1).filter(|_| next.is_none_or(|token| token.gap != Gap::Break))?;
        self.tokens.get(index)
    }

    /// Where the next token would be read as the first one.
    pub(super) fn step(self) -> Self {
        Self { at: self.at + 1, ..self }
    }

    /// The same expression, read on from another place.
    pub(super) fn moved(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// Whether the next token stands right behind the one before it.
    pub(super) fn is_glued(self) -> bool {
        self.token().is_some_and(|token| token.gap == Gap::Glued)
    }

    /// Reads a token that `read` knows.
    pub(super) fn take<T>(self, read: impl FnOnce(&DateToken<'t>) -> Option<T>) -> Parsed<'t, T> {
        let found = read(self.token()?)?;
        Some((self.step(), found))
    }

    /// Reads one word or mark.
    pub(super) fn word(self, word: &str) -> Option<Self> {
        self.token().filter(|token| token.is(word)).map(|_| self.step())
    }

    /// Reads one of some words or marks.
    pub(super) fn any(self, words: &(impl OneOf + ?Sized)) -> Option<Self> {
        self.token().filter(|token| token.is_any(words)).map(|_| self.step())
    }

    /// Reads words in their order, parted by blanks in `words`. Most fail by their first letter, which is looked at first.
    pub(super) fn words(self, words: &str) -> Option<Self> {
        let begins = |token: &DateToken<'_>| token.text.as_bytes()[0].eq_ignore_ascii_case(&words.as_bytes()[0]);
        self.token().filter(|token| begins(token))?;
        words.split(' ').try_fold(self, |cursor, word| cursor.word(word))
    }

    /// Reads each of some phrases that stands here, the longer before the shorter.
    pub(super) fn phrases<M: Copy>(self, phrases: &Phrased<M>) -> impl Iterator<Item = (Self, M)> {
        let begun = self.token().into_iter().flat_map(|token| phrases.beginning(token));
        begun.filter_map(move |(phrase, meaning)| Some((self.words(phrase)?, *meaning)))
    }

    /// Reads the longest of some phrases that stands here, with what it means.
    pub(super) fn phrase<M: Copy>(self, phrases: &Phrased<M>) -> Parsed<'t, M> {
        self.phrases(phrases).next()
    }

    /// Reads the longest of some phrases that stands here.
    pub(super) fn any_phrase(self, phrases: &PhraseList) -> Option<Self> {
        phrases.beginning(self.token()?).find_map(|phrase| self.words(phrase))
    }

    /// Reads one of some words if it stands here.
    pub(super) fn maybe(self, words: &(impl OneOf + ?Sized)) -> Self {
        self.any(words).unwrap_or(self)
    }

    /// Reads a mark that is glued to what stands before it.
    pub(super) fn glued(self, marks: &(impl OneOf + ?Sized)) -> Option<Self> {
        self.any(marks).filter(|_| self.is_glued())
    }

    /// Passes from one word of a compound to the next: 'third quarter', 'third-quarter'.
    pub(super) fn joint(self) -> Option<Self> {
        match self.glued(&["-", "‑", "–"]) {
            Some(next) => next.is_glued().then_some(next),
            None => (!self.is_glued()).then_some(self),
        }
    }

    /// Reads a unit in the singular or the plural.
    pub(super) fn unit(self) -> Parsed<'t, Unit> {
        self.take(|token| match token.sense {
            Sense::Unit(unit) | Sense::Units(unit) => Some(unit),
            _ if token.is("second") => Some(Unit::Second),
            _ => None,
        })
    }

    /// Reads a unit in the singular.
    pub(super) fn one_unit(self) -> Parsed<'t, Unit> {
        self.take(|token| match token.sense {
            Sense::Unit(unit) => Some(unit),
            _ => None,
        })
    }
}
