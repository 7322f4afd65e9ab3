//! Days of the week: 'Friday', 'last Wednesday', 'the following Monday'.

use crate::date::meaning::{Meaning, Origin, Which};

use super::cursor::{Cursor, Parsed};
use super::dated::weekday_name;
use super::selector::selector;

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
