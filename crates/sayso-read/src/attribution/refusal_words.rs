//! Words by which a refusal to say anything is found.

use sayso_lang::Words;
use serde::Deserialize;

/// Words by which a refusal to say anything is found.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalWords {
    /// Helping verbs that 'not' follows.
    pub helpers: Words,
    /// The same with the negation in them.
    pub negated: Words,
    /// What is not done.
    pub answers: Words,
    /// What it is not done to.
    pub asked: Words,
}
