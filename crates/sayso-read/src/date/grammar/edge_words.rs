//! Words that the rules of `edge.rs` go by.

use sayso_lang::{Table, Words};
use serde::Deserialize;

use crate::date::Mod;
use crate::date::phrases::Phrased;

/// What narrows a point.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EdgeWords {
    /// Parts of a period, in front of 'of': 'the end of 1990'.
    pub parts: Table<Mod>,
    /// Words in front of a point: 'early next year'.
    pub toward: Table<Mod>,
    /// Phrases in front of a time that tell on which side of it.
    pub before: Phrased<Mod>,
    /// Phrases behind a point that do so.
    pub behind: Phrased<Mod>,
    /// Words in front of a point that is near what is meant.
    pub approximate: Words,
}
