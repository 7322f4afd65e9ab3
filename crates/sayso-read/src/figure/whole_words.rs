//! Words that the rules of `clue.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

/// What tells of wholes beyond the sentence of their parts.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WholeWords {
    /// Determiners of what is known already.
    pub known: Words,
    /// Verbs of what is left of a whole.
    pub left: Words,
    /// Words for what is left of a whole: 'the rest, 45'.
    pub remainders: Words,
    /// What befalls persons.
    pub harm: Words,
    /// Nouns for all persons that something befell, in the singular.
    pub persons: Words,
    /// Nouns for what asks people.
    pub surveys: Words,
    /// Participles of those who are asked.
    pub asked: Words,
    /// What those who were asked do, in the present.
    pub answers: Words,
    /// Words between a form of to be and what became of some.
    pub since: Words,
    /// What became of some of those who were counted.
    pub fates: Words,
    /// Nouns that too much is counted in for two counts to be of one whole, in the singular; a part of one, such as the
    /// 'son' of 'person', passes for one.
    pub generic: Words,
    /// Those who sit in a chamber, in the singular.
    pub seated: Words,
}
