//! Words that the rules of `age.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

/// What tells that a number is an age.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AgeWords {
    /// Words in front of an age.
    pub before: Words,
    /// Words that may stand between those and the age.
    pub between: Words,
    /// Words behind an age between commas, in place of the second.
    pub behind_apposition: Words,
    /// Who is so old.
    pub persons: Words,
    /// Forms of to be between the person and the age.
    pub being: Words,
    /// The two in one word.
    pub persons_being: Words,
    /// Words behind an age that nothing is counted by.
    pub behind: Words,
    /// What befalls people at an age.
    pub lives: Words,
    /// Who is in a bracket of age.
    pub people: Words,
}
