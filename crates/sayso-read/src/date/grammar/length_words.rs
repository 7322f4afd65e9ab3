//! Words that the rules of `length.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

use crate::date::Mod;
use crate::date::phrases::{PhraseList, Phrased};

/// The words of lengths of time.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LengthWords {
    /// Phrases before a length, with what they make of it.
    pub approximators: Phrased<Mod>,
    /// Those that are prepositions too: in 'over the past decade' they place a length.
    pub placing_approximators: Phrased<Mod>,
    /// Phrases before a length that change nothing.
    pub unmodified: PhraseList,
    /// What stands for one more, or in front of a count of more.
    pub more: PhraseList,
    /// What makes a length in front of it approximate.
    pub vague: PhraseList,
    /// Words between a count and its unit.
    pub between: Words,
    /// Words behind 'the' that choose among several lengths.
    pub chosen: Words,
    /// Those of them that need no article.
    pub chosen_alone: Words,
    /// Words that make a verb of a following 'last'.
    pub modals: Words,
}
