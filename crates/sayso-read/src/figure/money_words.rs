//! Words that the rules of `money.rs` go by.

use sayso_lang::{Grouped, Words};
use serde::Deserialize;

/// Currencies, by the signs, codes and words that stand for each.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CurrencyWords {
    /// Signs and the currency that one alone stands for.
    pub signs: Grouped<String>,
    /// What stands beside a dollar sign, before or behind it, to say whose dollar it is.
    pub dollars: Grouped<String>,
    /// Codes and abbreviations in front of or behind a number.
    pub codes: Grouped<String>,
    /// Names; where several countries use one alone, a nationality may precede it. Pounds alone may be weights.
    pub names: Grouped<String>,
    /// Nationalities that add nothing to a name.
    pub unnamed_nations: Words,
    /// Nationalities that add nothing to a name that has one already.
    pub named_nations: Words,
    /// Countries in front of a sign other than that of the dollar.
    pub before_sign: Words,
    /// Signs and codes in front of amounts whose scale is a letter, which may be parted from them.
    pub scaled_by_letters: Words,
}
