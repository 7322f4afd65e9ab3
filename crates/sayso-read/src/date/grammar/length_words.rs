//! Words that the rules of `length.rs` go by.

use sayso_lang::{Table, Words};
use serde::Deserialize;

use crate::date::Mod;
use crate::date::phrases::{PhraseList, Phrased};
use crate::date::unit::Unit;

/// Lengths by their names.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Table<NamedLength>")]
pub struct NamedLengths(pub Phrased<NamedLength>);

impl From<Table<NamedLength>> for NamedLengths {
    fn from(table: Table<NamedLength>) -> Self {
        Self(table.iter().map(|(name, length)| (name, *length)).collect())
    }
}

/// So many units.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedLength {
    pub count: u32,
    pub unit: Unit,
}

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
    /// Lengths with a name of their own: 'fortnight'.
    pub named: NamedLengths,
    /// Words between a count and its unit.
    pub between: Words,
    /// Words behind 'the' that choose among several lengths.
    pub chosen: Words,
    /// Those of them that need no article.
    pub chosen_alone: Words,
    /// Words between a count and units in the plural: 'the five past years'.
    pub before_units: Words,
    /// Words in front of a unit that take all of it: 'all day'.
    pub whole: Words,
    /// Words that make a verb of a following 'last'.
    pub modals: Words,
}
