//! A number phrase, as it was read.

use super::decimal::Decimal;
use super::line::{Line, TokenKind};

/// What a number phrase says of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// So many.
    Exact,
    /// 'Dozens', 'several hundred': so many at the least.
    Vague,
    /// A part of one: 'a third'.
    Fraction,
    /// 'A couple of hundred': about so many.
    Near,
}

/// A number phrase: tokens `from..to`.
#[derive(Clone, Copy, Debug)]
pub struct Numeral {
    pub from: usize,
    pub to: usize,
    pub amount: Decimal,
    pub sense: Sense,
    /// Whether a word or a letter of scale is part of it: 'million', 'bn'.
    pub scaled: bool,
}

impl Numeral {
    /// Whether it is written with digits alone, without groups or decimals, as years and names are.
    pub fn is_bare(&self, line: &Line<'_>) -> bool {
        self.to == self.from + 1 && line.word(self.from).bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Whether it is written in digits.
    pub fn in_digits(&self, line: &Line<'_>) -> bool {
        line.is(self.from, TokenKind::Number)
    }
}
