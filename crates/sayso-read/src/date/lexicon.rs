//! The words that expressions of time are made of.

use jiff::civil::Weekday;
use rustc_hash::FxHashMap;
use sayso_lang::{Calendar, Language, LanguageError, Table, Words};
use serde::Deserialize;

use super::lower_case::in_lower_case;
use super::unit::{DayPart, Season, Unit};

/// What one word can stand for in an expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// Nothing that the grammar knows.
    Plain,
    /// Digits; too many of them for a number give none.
    Digits(Option<u32>),
    Month(i8),
    /// An abbreviation of a month or of a weekday, which may carry a full stop.
    ShortMonth(i8),
    Weekday(Weekday),
    ShortWeekday(Weekday),
    /// 'Mondays'.
    Weekdays(Weekday),
    Unit(Unit),
    /// 'years': a unit in the plural.
    Units(Unit),
    /// 'seven', 'twenty'.
    Cardinal(u32),
    /// 'hundred', 'thousand'.
    Scale(u32),
    Ordinal(u32),
    Season(Season),
    DayPart(DayPart),
    /// 'today', 'yesterday': days from the day of publication.
    Day(i8),
    /// A word that can open or carry an expression without any of the above.
    Key,
    /// 'the', 'about': a word that can open an expression, but only before one that carries it.
    Opener,
    /// 'fiscal', 'consecutive': a word that can stand between the two.
    Inner,
}

/// The words of a language by what each can stand for, in lower case.
#[derive(Debug, Default)]
pub(super) struct Lexicon(FxHashMap<Box<str>, Sense>);

/// The file that they stand in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconFile {
    /// Words that mean a time alone or with what follows them.
    keys: Words,
    /// Words that only open an expression.
    openers: Words,
    /// Words that neither open nor carry an expression.
    inner: Words,
    /// Weekdays that recur, from Monday to Sunday.
    recurring_weekdays: [Box<str>; 7],
    units: Table<Unit>,
    units_in_plural: Table<Unit>,
    cardinals: Table<u32>,
    scales: Table<u32>,
    ordinals: Table<u32>,
    seasons: Table<Season>,
    day_parts: Table<DayPart>,
    /// Days from the day of publication.
    days: Table<i8>,
}

impl Lexicon {
    /// Loads it from a language's folder.
    ///
    /// # Errors
    ///
    /// Where a file is missing or wrong.
    pub(super) fn load(language: &Language) -> Result<Self, LanguageError> {
        Ok(Self::new(&language.parse("dates/lexicon.toml")?, &Calendar::load(language)?))
    }

    /// Of two senses of one word the one that is told last counts.
    fn new(file: &LexiconFile, calendar: &Calendar) -> Self {
        let mut lexicon = Self::default();
        lexicon.tell(file.inner.iter().map(|word| (word, Sense::Inner)));
        lexicon.tell(file.openers.iter().map(|word| (word, Sense::Opener)));
        lexicon.tell(file.keys.iter().map(|word| (word, Sense::Key)));
        lexicon.tell_calendar(calendar);
        let recurring = (1..).zip(&file.recurring_weekdays);
        lexicon.tell(recurring.filter_map(|(number, word)| Some((word.as_ref(), Sense::Weekdays(weekday(number)?)))));
        lexicon.tell_table(&file.units, Sense::Unit);
        lexicon.tell_table(&file.units_in_plural, Sense::Units);
        lexicon.tell_table(&file.cardinals, Sense::Cardinal);
        lexicon.tell_table(&file.scales, Sense::Scale);
        lexicon.tell_table(&file.ordinals, Sense::Ordinal);
        lexicon.tell_table(&file.seasons, Sense::Season);
        lexicon.tell_table(&file.day_parts, Sense::DayPart);
        lexicon.tell_table(&file.days, Sense::Day);
        lexicon
    }

    fn tell_calendar(&mut self, calendar: &Calendar) {
        for (number, month) in calendar.months() {
            self.tell(month.short().map(|word| (word, Sense::ShortMonth(number))));
            self.tell([(month.name(), Sense::Month(number))]);
        }
        for (number, named) in calendar.weekdays() {
            let Some(day) = weekday(number) else { continue };
            self.tell(named.short().map(|word| (word, Sense::ShortWeekday(day))));
            self.tell([(named.name(), Sense::Weekday(day))]);
        }
    }

    fn tell_table<V: Copy>(&mut self, table: &Table<V>, sense: impl Fn(V) -> Sense) {
        self.tell(table.iter().map(|(word, value)| (word, sense(*value))));
    }

    fn tell<'w>(&mut self, words: impl IntoIterator<Item = (&'w str, Sense)>) {
        self.0.extend(words.into_iter().map(|(word, sense)| (word.into(), sense)));
    }

    /// What a token stands for, by its letters alone.
    pub(super) fn sense(&self, token: &str) -> Sense {
        if token.as_bytes()[0].is_ascii_digit() {
            return Sense::Digits(token.parse().ok());
        }
        let known = in_lower_case(token, |word| self.0.get(word).copied()).flatten();
        known.unwrap_or(Sense::Plain)
    }
}

/// The weekday of a number, Monday being 1.
fn weekday(number: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::vocabulary::english;

    fn sense(token: &str) -> Sense {
        english().lexicon.sense(token)
    }

    #[test]
    fn words_in_any_case() {
        assert_eq!(sense("OCTOBER"), Sense::Month(10));
        assert_eq!(sense("Sept"), Sense::ShortMonth(9));
        assert_eq!(sense("years"), Sense::Units(Unit::Year));
        assert_eq!(sense("7"), Sense::Digits(Some(7)));
        assert_eq!(sense("octobers"), Sense::Plain);
        assert_eq!(sense("99999999999999"), Sense::Digits(None));
    }

    #[test]
    fn every_word_is_within_the_bound() {
        let longest = crate::date::lower_case::LONGEST;
        assert!(english().lexicon.0.keys().all(|word| word.len() <= longest), "{longest} is too short");
    }
}
