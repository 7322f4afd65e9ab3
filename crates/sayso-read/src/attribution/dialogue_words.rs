//! Words by which a printed talk is known.

use sayso_lang::Words;
use serde::Deserialize;

/// Words by which a printed talk is known.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DialogueWords {
    /// Labels of whoever asks.
    pub askers: Words,
    /// Labels of whoever answers.
    pub answerers: Words,
    /// Words of an opening that tells of a talk.
    pub talks: Words,
    /// How somebody speaks of himself.
    pub selves: Words,
}
