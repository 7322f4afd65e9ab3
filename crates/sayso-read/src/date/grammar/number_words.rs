//! Words that the rules of `number.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

use crate::date::phrases::PhraseList;

/// Words of numbers and quantities.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberWords {
    /// Words and phrases for more than one that leave open how many.
    pub several: PhraseList,
    /// What makes an ordinal of digits.
    pub ordinal_endings: Words,
}
