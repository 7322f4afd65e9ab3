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
    /// Abbreviations in front of or behind a number, as written.
    pub abbreviations: Grouped<String>,
    /// Codes in front of or behind a number.
    pub codes: Grouped<String>,
    /// Names; where several countries use one alone, a nationality may precede it. Pounds alone may be weights.
    pub names: Grouped<String>,
    /// Nationalities that add nothing to a name.
    pub unnamed_nations: Words,
    /// Nationalities that add nothing to a name that has one already.
    pub named_nations: Words,
    /// Nationalities that may be written small in front of a name, beside those.
    pub small_nations: Words,
    /// Countries in front of a sign other than that of the dollar.
    pub before_sign: Words,
    /// Codes and abbreviations that are words, names or ranks, too.
    pub also_words: Words,
    /// Names that are mostly something else: money only behind a scale.
    pub mostly_others: Words,
    /// What a hundred of make one of the currency in front of them.
    pub hundredths: Words,
    /// Names that several countries share.
    pub shared: Words,
    /// Names under which one currency goes, for the one that is printed.
    pub one_of_many: Grouped<String>,
}
