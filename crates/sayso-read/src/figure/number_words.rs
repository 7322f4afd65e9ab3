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
    /// Those of the letters that stand for a scale behind money alone.
    pub letters_of_money: Words,
    /// Words between a number and its decimals.
    pub decimal_points: Words,
    /// Words that make the number behind them negative.
    pub negatives: Words,
    /// Endings that make a multiple of a number: 'tenfold'.
    pub endings_of_multiples: Words,
    /// Words for two that open a scale: 'a couple of hundred'.
    pub pairs: Words,
    /// Words of scale that are other nouns unless a number precedes them and what is counted follows.
    pub scales_and_nouns: Words,
    /// Plural words of number, with what one of them stands for: 'dozens'.
    pub vague: Table<Scale>,
    /// Words in front of a scale that leave open how many: 'several hundred'.
    pub quantifiers: Words,
    /// Those of the plurals that are numbers only with an 'of' behind them, or where they befall somebody.
    pub vague_before_of: Words,
    /// Words in front of 'scores' that count.
    pub before_scores: Words,
    /// Words behind 'scores' that count, beside verbs in the past.
    pub behind_scores: Words,
}

/// What a word of scale multiplies by: `factor` × 10^`exponent`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(from = "u64")]
pub struct Scale {
    pub factor: u64,
    pub exponent: i32,
}

impl Scale {
    /// The factor as a whole number, where it is one that fits.
    pub fn whole(self) -> Option<u64> {
        self.factor.checked_mul(10u64.checked_pow(self.exponent.try_into().ok()?)?)
    }
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
