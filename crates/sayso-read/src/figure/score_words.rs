//! Words that the rules of `score.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

/// What tells that two numbers are the result of a game, a ruling or a bet.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ScoreWords {
    /// Verbs and nouns in front of a result.
    pub before: Words,
    /// What stands for nothing, or for as many, behind a hyphen.
    pub nil: Words,
    /// Words behind a result.
    pub behind: Words,
}
