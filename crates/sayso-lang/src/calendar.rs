//! The names of months and weekdays, which several stages need.

use serde::Deserialize;

use crate::error::LanguageError;
use crate::language::Language;
use crate::words::Words;

/// The names of months and weekdays in a language, in lower case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    months: [CalendarName; 12],
    weekdays: [CalendarName; 7],
}

/// A month or a weekday.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarName {
    name: Box<str>,
    #[serde(default)]
    short: Words,
}

impl Calendar {
    /// Loads `calendar.toml` of a language's folder.
    ///
    /// # Errors
    ///
    /// Where the file is missing or wrong.
    pub fn load(language: &Language) -> Result<Self, LanguageError> {
        language.parse("calendar.toml")
    }

    /// The months with their numbers: January is 1.
    pub fn months(&self) -> impl Iterator<Item = (i8, &CalendarName)> {
        (1..).zip(&self.months)
    }

    /// The weekdays with their numbers in ISO 8601: Monday is 1.
    pub fn weekdays(&self) -> impl Iterator<Item = (i8, &CalendarName)> {
        (1..).zip(&self.weekdays)
    }
}

impl CalendarName {
    /// The full name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The short forms, without the stop that may follow them.
    pub fn short(&self) -> impl Iterator<Item = &str> {
        self.short.iter()
    }

    /// The full name and the short forms.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name()).chain(self.short())
    }
}
