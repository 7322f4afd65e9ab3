//! Words that the rules of `calendar.rs` go by.

use sayso_lang::{Calendar, Language, LanguageError, Words};
use serde::Deserialize;

/// What tells that a number is a year, a day of a month or a time of day.
#[derive(Debug, Default)]
pub struct CalendarWords {
    /// Names of months and their short forms.
    pub months: Words,
    pub times: TimeWords,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TimeWords {
    /// Words behind a time of day.
    pub behind_times: Words,
    /// Words in front of a year, whatever follows it: 'in 1900 people still …'.
    pub before_years: Words,
    /// Words in front of a year that a modifier bounds.
    pub before_bounded_years: Words,
}

impl CalendarWords {
    /// Loads them from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub fn load(language: &Language) -> Result<Self, LanguageError> {
        let mut months = Words::default();
        months.extend(Calendar::load(language)?.months().flat_map(|(_, month)| month.all().map(str::to_owned)));
        Ok(Self { months, times: language.parse("figures/times.toml")? })
    }
}
