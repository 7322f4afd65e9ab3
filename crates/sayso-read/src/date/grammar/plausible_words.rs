//! Words that the rules of `plausible.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

/// What tells a time from what looks like one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlausibleWords {
    /// Words whose number is no year.
    pub numbered: Words,
    /// Words in front of a month that is a month's name and not a verb's or a person's.
    pub before_months: Words,
    /// Words and marks in front of a year, beside those.
    pub before_years: Words,
    /// Words in -s that are no nouns in the plural.
    pub not_plural: Words,
    /// Nouns and the like behind a number that counts, beside plurals in -s.
    pub counted: Words,
}
