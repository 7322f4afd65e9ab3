//! Words that the rules of `plausible.rs` go by.

use sayso_lang::Words;
use serde::Deserialize;

use crate::date::phrases::PhraseList;

/// What tells a time from what looks like one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlausibleWords {
    /// Words whose number is no year.
    pub numbered: Words,
    /// Words in front of a month that is a month's name and not a verb's or a person's.
    pub before_months: Words,
    /// Words and marks in front of a year, beside those.
    pub before_years: Words,
    /// Words in front of the short form of a month that needs no full stop.
    pub before_short_months: Words,
    /// Words in front of a day and a month in numbers, which are a date there.
    pub before_slashed: Words,
    /// Short forms of months that are people's names, too.
    pub short_names: Words,
    /// Names of months that are other words, too, and months only with a capital letter.
    pub other_words: Words,
    /// Words behind a house's number and the name of its street.
    pub streets: Words,
    /// Words that stand between a count and what it is part of: '1945 of them'.
    pub parts_of: PhraseList,
    /// Words that can stand behind a year, of small words.
    pub behind_years: Words,
    /// Words in front of a year that are names of what comes in years.
    pub events: Words,
    /// Words in front of a name that is given.
    pub naming: Words,
    /// Words in front of a year that is one whatever stands behind it.
    pub before_certain_years: Words,
    /// Words in front of a thing's name.
    pub before_names: Words,
    /// Words that a year can be joined to: 'a 1960s-era', '2008-born'.
    pub joined_to_years: Words,
    /// Words in -s that are no nouns in the plural.
    pub not_plural: Words,
    /// Nouns and the like behind a number that counts, beside plurals in -s.
    pub counted: Words,
}
