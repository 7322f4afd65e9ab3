//! Words of a quotation at second hand.

use sayso_lang::Words;
use serde::Deserialize;

/// Words of a quotation at second hand.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondHandWords {
    /// Verbs whose object is who said it.
    pub quotes: Words,
    /// What follows 'as'.
    pub says: Words,
    /// Prepositions before whoever quotes.
    pub agents: Words,
}
