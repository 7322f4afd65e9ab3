//! Words that the rules of `fraction.rs` go by.

use sayso_lang::{Table, Words};
use serde::Deserialize;

use super::table::ByFirst;

/// How surely words between two numbers make one share of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FractionUse {
    /// 'In every': always.
    Sure,
    /// 'In': but where something was done so often in so many places.
    In,
    /// 'Out of': where the second number is one that shares are told in.
    Loose,
}

/// The words of fractions.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FractionWords {
    /// Names of parts, with how many of them make one.
    pub parts: Table<u64>,
    /// What stands between so many and of how many: 'in', 'out of every'.
    pub shares: ByFirst<FractionUse>,
    /// Words in front of a half that is no share.
    pub other_halves: Words,
    /// Words behind a half that is one.
    pub wholes: Words,
    /// Words in front of a fraction that make it one whatever follows.
    pub bounding: Words,
}
