//! Words that the rules of `unit.rs` go by.

use sayso_lang::{Phrases, Table, Words};
use serde::Deserialize;

use super::table::ByFirst;

/// Units, by the ways that each is written; with its name in the singular.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct UnitWords {
    /// Percent, in all the ways that news writes it: its sign or word belongs to the figure.
    pub shares: ByFirst<String>,
    /// Units spelled out, in lower case.
    pub spelled: ByFirst<String>,
    /// Symbols as written.
    pub symbols: ByFirst<String>,
    /// What puts a temperature below nought.
    pub below_nought: Phrases,
    /// Symbols that are names of other things, too.
    pub also_names: Words,
    /// Spans of time.
    pub durations: Words,
    /// What may stand between a number and a span of time without making it a count.
    pub between_duration: Words,
    /// Those of them that name a time where one follows: '2.1 last year'.
    pub known_spans: Words,
    /// What figures are given per; others ('per person') belong to what is counted.
    pub per: Words,
    /// Finer units that may stand behind one, by its name: '5 ft 10 in'.
    pub finer: Table<FinerUnit>,
}

/// A finer unit, and how many of it make one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinerUnit {
    /// Its name.
    pub unit: String,
    /// How many make one.
    pub count: u32,
    /// Letters for it that are other words, too.
    pub letters: Words,
}

/// What a unit measures, as far as reading a figure depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Money, a share, a length, a weight.
    Plain,
    /// Percent: its sign or word belongs to the figure.
    FractionUse,
    /// Time: a duration is a date, not a figure.
    Duration,
}
