//! Small words that are no names, or part of names.

use sayso_lang::{Calendar, Language, LanguageError, Words};
use serde::Deserialize;

/// Small words that are no names, or part of names.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallWords {
    /// Words that begin a sentence with a capital and no name; months and weekdays among them.
    pub(super) function: Words,
    /// Months that are as often another word, so that a name goes on with them.
    months_too: Words,
    /// The other months, and weekdays.
    #[serde(skip)]
    pub(super) calendar: Words,
    /// Small words and months that are also names of people, inside a sentence.
    pub(super) names_too: Words,
    /// Words that open the description of somebody who is not named.
    pub(super) indefinite: Words,
    /// Small words inside names of people and places.
    pub(super) particles: Words,
}

impl SmallWords {
    /// Loads them from a language's folder, with months and weekdays from its calendar.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(super) fn load(language: &Language) -> Result<Self, LanguageError> {
        let mut words: Self = language.parse("reading/speaker/small.toml")?;
        let calendar = Calendar::load(language)?;
        let days = calendar.months().chain(calendar.weekdays()).map(|(_, named)| named.name().to_owned());
        let days: Vec<String> = days.collect();
        words.calendar.extend(days.iter().filter(|day| !words.months_too.contains(day)).cloned());
        words.function.extend(days);
        Ok(words)
    }
}
