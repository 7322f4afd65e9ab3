//! Days of the week: 'Friday', 'last Wednesday', 'the following Monday'.

use jiff::civil::Weekday;
use sayso_lang::Words;
use serde::Deserialize;

use crate::date::lexicon::Sense;
use crate::date::meaning::{Meaning, Origin, Which};

use super::cursor::{Cursor, Parsed};
use super::dated::date;
use super::selector::selector;

/// Weekdays that are parts of names, by the words beside them as they are written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::date) struct WeekdayWords {
    /// Names of papers and programmes that begin with a weekday, by their next word.
    titles: Words,
    /// Names of days in history and of teams, by the word before the weekday.
    nicknames: Words,
}

/// A weekday's name, capitalised; an abbreviation only with its full stop or before a comma.
pub(super) fn weekday_name(cursor: Cursor<'_>) -> Parsed<'_, Weekday> {
    let (rest, (day, short)) = cursor.take(|token| match token.sense {
        Sense::Weekday(day) if token.is_capital() => Some((day, false)),
        Sense::ShortWeekday(day) if token.is_capital() => Some((day, true)),
        _ => None,
    })?;
    match short {
        false => Some((rest, day)),
        true if rest.glued(&[","]).is_some_and(|rest| date(rest).is_some()) => Some((rest, day)),
        true => Some((rest.glued(&["."])?, day)),
    }
}

/// A weekday, with what tells which.
pub(super) fn weekday(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, which) = match selector(cursor) {
        Some((rest, selector)) => (rest, which_of(selector.from, selector.by)),
        None => (cursor, Which::Told),
    };
    let (end, day) = weekday_name(rest)?;
    let words = &cursor.language().weekdays;
    let title = end.token().is_some_and(|token| words.titles.contains(token.text));
    let nickname = rest.before().is_some_and(|token| words.nicknames.contains(token.text));
    (!title && !nickname).then_some((end, Meaning::Weekday(day, which)))
}

pub(super) fn which_of(from: Origin, by: i32) -> Which {
    match (from, by) {
        (Origin::Publication, -1) => Which::Last,
        (Origin::Publication, 0) => Which::This,
        (Origin::Publication, 1) => Which::Next,
        _ => Which::From(from, by),
    }
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn weekdays_by_tense_and_by_word() {
        assert_eq!(
            read("He left on Friday. He will return on Friday. last Monday; next Wednesday; this Friday"),
            [
                "Friday = 2010-09-10",
                "Friday = 2010-09-17",
                "last Monday = 2010-09-13",
                "next Wednesday = 2010-09-22",
                "this Friday = 2010-09-17"
            ]
        );
    }

    #[test]
    fn papers_and_histories_are_none() {
        assert!(read("The Sunday Times; Bloody Sunday; Sun, a maker of computers").is_empty());
    }
}
