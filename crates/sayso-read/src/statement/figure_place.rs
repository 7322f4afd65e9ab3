//! A figure, as far as it shows where a statement begins.

use sayso_text::Span;

use super::joint_words::JointWords;

/// A figure, as far as it tells where a statement begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FigurePlace {
    pub(super) span: Span,
    /// Whether it is an amount of money.
    pub(super) money: bool,
    /// Whether it is a part of another figure.
    pub(super) part: bool,
}

impl FigurePlace {
    /// A figure with its unit, where it has one.
    pub(crate) fn new(span: Span, unit: Option<&str>, part: bool, words: &JointWords) -> Self {
        // Money is counted by its own name: 'US dollar' and 'dollar' are units that end in it.
        let money = unit.and_then(|unit| unit.split(' ').next()).is_some_and(|unit| words.money.contains(unit));
        Self { span, money, part }
    }
}
