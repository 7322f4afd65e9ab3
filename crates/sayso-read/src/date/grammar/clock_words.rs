//! Words that the rules of `clock.rs` go by.

use sayso_lang::{Table, Words};
use serde::Deserialize;

use crate::date::phrases::Phrased;
use crate::date::unit::DayPart;

/// The words of times of day.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockWords {
    /// Names of time zones behind a time.
    pub zones: Phrased<Zone>,
    /// Times that have a name, with their hour.
    pub named: Table<i8>,
    /// Phrases behind an hour that tell its half of the day.
    pub halves: Phrased<Half>,
    /// Words in front of a time by the clock that tell that it is one.
    pub before_times: Words,
    /// Words between minutes and their hour: 'half past six', with the side on which they lie.
    pub beside_hours: Table<i32>,
    /// Parts of an hour, in minutes.
    pub parts_of_hours: Table<i32>,
    /// The unit of the minutes in front of an hour.
    pub minutes: Words,
    /// Phrases for parts of the day, in front of 'of' and the day.
    pub hours: Phrased<DayPart>,
    /// Words between a part of a day and its hour: 'tonight at 9'.
    pub before_hours: Words,
    /// Words in front of 'the morning' and the like that tell that it is a time.
    pub before_day_parts: Words,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    Universal,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    BeforeNoon,
    AfterNoon,
}
