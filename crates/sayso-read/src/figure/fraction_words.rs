//! Words that the rules of `fraction.rs` go by.

use sayso_lang::{Phrases, Table, Words};
use serde::Deserialize;

/// The words of fractions.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FractionWords {
    /// Names of parts, with how many of them make one.
    pub parts: Table<u64>,
    /// What adds a half to a number.
    pub and_a_half: Phrases,
    /// Words in front of a half that is no share.
    pub other_halves: Words,
    /// Words behind a half that is one.
    pub wholes: Words,
    /// Words in front of a fraction that make it one whatever follows.
    pub bounding: Words,
}
