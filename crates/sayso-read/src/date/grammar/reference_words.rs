//! Words that the rules of `reference.rs` go by.

use sayso_lang::{Table, Words};
use serde::Deserialize;

use crate::date::phrases::Phrased;
use crate::date::value::Reference;

/// Times that are only past, present or future.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferenceWords {
    /// What stands for each.
    pub phrases: Phrased<Reference>,
    /// Words of which one must stand in front of a phrase for it to be a time.
    pub only_behind: Table<Words>,
    /// Words behind 'the past' that let it be a time.
    pub behind_past: Words,
    /// Words in front of 'one day' that make it one to come.
    pub before_one_day: Words,
}
