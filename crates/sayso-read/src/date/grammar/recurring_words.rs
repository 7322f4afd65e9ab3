//! Words that the rules of `recurring.rs` go by.

use sayso_lang::{Table, Words};
use serde::Deserialize;

use crate::date::unit::{DayPart, Unit};

/// What tells that something recurs.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecurringWords {
    /// Adverbs and adjectives, with what they recur at.
    pub adverbs: Table<Distance>,
    /// Parts of the day in the plural: 'Tuesday nights'.
    pub day_parts_in_plural: Table<DayPart>,
    /// Words in front of a part of the day in the plural that recurs.
    pub before_day_parts: Words,
    /// What businesses report or pay once, although it is called quarterly.
    pub reports: Words,
    /// Words in front of a unit that make a rate of it, beside numbers.
    pub before_rates: Words,
    /// Words behind a unit that make a point of it.
    pub behind_points: Words,
}

/// How far apart what recurs is.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Distance {
    pub count: u32,
    pub unit: Unit,
}
