//! Small words that are no names, or part of names.

use sayso_lang::Words;
use serde::Deserialize;

/// Small words that are no names, or part of names.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallWords {
    /// Words that begin a sentence with a capital and no name.
    pub(super) function: Words,
    /// Days and months.
    pub(super) calendar: Words,
    /// Small words and months that are also names of people, inside a sentence.
    pub(super) names_too: Words,
    /// Words that open the description of somebody who is not named.
    pub(super) indefinite: Words,
    /// Small words inside names of people and places.
    pub(super) particles: Words,
}
