//! Words that the rules of `weekday.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

/// Weekdays that are parts of names, by the words beside them as they are written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekdayWords {
    /// Names of papers and programmes that begin with a weekday, by their next word.
    pub titles: Words,
    /// Words behind a day's number that are no nouns: 'Monday 16th at noon'.
    pub behind_days: Words,
    /// Names of days in history and of teams, by the word before the weekday.
    pub nicknames: Words,
}
