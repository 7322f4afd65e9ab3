//! Words of accounts without a verb of saying.

use sayso_lang::Words;
use serde::Deserialize;

/// Words of accounts without a verb of saying.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountWords {
    /// Prepositions before whoever or whatever gives the account: 'Per the indictment'.
    pub alone: Words,
    /// Prepositions before a noun for an account: 'By the account of'.
    pub prepositions: Words,
    /// Those nouns.
    pub nouns: Words,
    /// Words for whose it is, right before the noun.
    pub owners: Words,
    /// Words that open a phrase for somebody.
    pub determiners: Words,
}
