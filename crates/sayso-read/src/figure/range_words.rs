//! Words that the rules of `range.rs` go by.

use sayso_lang::{Grouped, Words};
use serde::Deserialize;

/// What tells ranges from what looks like one.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RangeWords {
    /// Words and marks between two measures.
    pub joints: Grouped<Joint>,
    /// Verbs of change: 'rose from 5 to 7' states two figures, not a range.
    pub changes: Words,
    /// Words in front of the second number of a range.
    pub modifiers: Words,
    /// Words before 'from' that open a range.
    pub ranging: Words,
    /// What is won, lost or held by two numbers.
    pub scores: Words,
}

/// What parts two measures of one range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Joint {
    To,
    Dash,
    And,
    Or,
    /// Commas and a bare hyphen: units are lent, no range.
    List,
}
