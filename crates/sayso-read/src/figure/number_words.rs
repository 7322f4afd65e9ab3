//! Words that stand for numbers.

use sayso_lang::{Table, Words};
use serde::Deserialize;

/// Words that stand for numbers, in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NumberWords {
    /// Those below a hundred.
    pub small: Table<u64>,
    /// Words of scale: 'million'.
    pub scales: Table<Scale>,
    /// Letters that stand for a scale behind a number: '10m', '4.2bn'.
    pub letters: Table<Scale>,
    /// Plural words of number, with what one of them stands for: 'dozens'.
    pub vague: Table<Scale>,
    /// Words in front of a scale that leave open how many: 'several hundred'.
    pub quantifiers: Words,
    /// Those of the plurals that are numbers only with an 'of' behind them.
    pub vague_before_of: Words,
}

/// What a word of scale multiplies by: `factor` × 10^`exponent`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(from = "u64")]
pub struct Scale {
    pub factor: u64,
    pub exponent: i32,
}

impl From<u64> for Scale {
    fn from(number: u64) -> Self {
        let mut scale = Self { factor: number, exponent: 0 };
        while scale.factor > 0 && scale.factor.is_multiple_of(10) {
            scale = Self { factor: scale.factor / 10, exponent: scale.exponent + 1 };
        }
        scale
    }
}
