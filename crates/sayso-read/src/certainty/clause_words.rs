//! Words by which the main clause of a content hedges.

use sayso_lang::Words;
use serde::Deserialize;

/// Words on the way to the verb of a clause.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseWords {
    /// Words behind which another clause than the main one goes on.
    pub subordinators: Words,
    /// Finite helping verbs.
    pub helping: Words,
    /// Forms of 'be' behind which an adjective or participle hedges: 'was likely'.
    pub be: Words,
}
