//! Words that the rules of `yearly.rs` go by.

use sayso_lang::{Table, Words};
use serde::Deserialize;

use crate::date::phrases::{PhraseList, Phrased};

/// The words of what comes once a year, and of decades.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearlyWords {
    /// Decades in words, with their first year.
    pub decades: Table<i16>,
    /// Names of eras, in small letters; in texts they stand in capitals.
    pub eras: Phrased<Era>,
    /// Phrases in front of a year that is a business's.
    pub fiscal: PhraseList,
    /// Words behind a season that is a verb's or a fall's.
    pub behind_no_season: Words,
    /// Words and marks in front of a season that is one.
    pub before_seasons: Words,
}

/// On which side of Christ's birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Era {
    Before,
    After,
}
