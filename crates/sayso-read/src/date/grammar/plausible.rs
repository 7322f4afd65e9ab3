//! Whether what looks like a year, a month or a day is meant as one: 'Resolution 1929', 'May', 'Windows 2000'.

use crate::date::calendar::Period;
use crate::date::lexicon::Sense;
use crate::date::meaning::{Expression, Meaning, Which, Yearly};
use crate::date::token::{Gap, Token};

use super::cursor::Cursor;
use super::plausible_words::PlausibleWords;

/// Whether an expression stands where a time can.
pub(super) fn is_time(start: Cursor<'_>, rest: Cursor<'_>, found: &Expression) -> bool {
    if start.is_glued() && is_inside_word(start) {
        return false;
    }
    if is_title(start, rest) && !is_holiday(&found.meaning) {
        return false;
    }
    let length = rest.at - start.at;
    match found.meaning {
        Meaning::Fixed(Period::Year(year)) if length == 1 => is_year(start, rest, year),
        Meaning::Yearly(Yearly::Month(_), Which::Told) if length <= 2 => is_month(start, rest),
        _ => {
            rest.token().is_none_or(|token| token.gap != Gap::Glued || !token.is_word()) || !ends_in_number(start, rest)
        }
    }
}

/// Whether a unit is written like a word of a name: 'This Week', '60 Minutes', 'a Year 11 lesson'.
fn is_title(start: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let capital = |token: &Token<'_>| {
        let unit = matches!(token.sense, Sense::Unit(_) | Sense::Units(_) | Sense::Season(_));
        unit && token.is_capital() && token.text.ends_with(char::is_lowercase)
    };
    (start.at + 1..rest.at).any(|at| start.moved(at).token().is_some_and(capital))
}

fn is_holiday(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Yearly(Yearly::Holiday(_), _))
}

/// Whether the expression begins inside a longer word or number: '$2000', 'A319', '1.2010'.
fn is_inside_word(start: Cursor<'_>) -> bool {
    let joins = |token: &Token<'_>| {
        token.is_word()
            || matches!(token.sense, Sense::Digits(_))
            || ["$", "£", "€", "¥", "#", "@", "&", "_", "+"].contains(&token.text)
    };
    start.before().is_some_and(joins)
        || start.before().is_some_and(|token| token.is_any(&[".", ","])) && starts_in_digits(start)
}

fn starts_in_digits(start: Cursor<'_>) -> bool {
    start.token().is_some_and(|token| matches!(token.sense, Sense::Digits(_)))
}

fn ends_in_number(start: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let last = start.moved(rest.at.saturating_sub(1).max(start.at));
    starts_in_digits(last)
}

/// Whether four digits are a year: not a name's number, a count or a part of a longer number.
fn is_year(start: Cursor<'_>, rest: Cursor<'_>, year: i16) -> bool {
    let words = &start.language().plausible;
    let before = start.before();
    let numbered = before.is_some_and(|token| token.is_any(&words.numbered));
    let marked =
        rest.glued(&["%", "°", "/", "+", "-"]).is_some() && !matches!(rest.token(), Some(token) if token.is("-"));
    let placed = before.is_some_and(|token| token.is_any(&words.before_months) || token.is_any(&words.before_years));
    let common = (1900..=2050).contains(&year);
    let counts = rest.token().is_some_and(|token| is_counted(token, words)) && !placed;
    !numbered
        && !marked
        && !counts
        && (common || placed && !before.is_some_and(|token| token.is_any(&["of", "to", "than", "-"])))
}

/// A noun in the plural, which English forms with -s, a unit or a scale behind a number.
fn is_counted(token: &Token<'_>, words: &PlausibleWords) -> bool {
    let unit = matches!(token.sense, Sense::Unit(_) | Sense::Units(_) | Sense::Scale(_));
    let plural =
        token.is_word() && !token.is_capital() && token.text.ends_with('s') && !token.is_any(&words.not_plural);
    unit || plural || token.is_any(&words.counted)
}

/// Whether a capitalised month is one.
fn is_month(start: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let placed = start.before().is_some_and(|token| token.is_any(&start.language().plausible.before_months));
    let name = rest.token().is_some_and(|token| token.is_word() && token.is_capital() && token.gap != Gap::Glued);
    let verb = start.any(&["may", "march"]).is_some();
    let named = start.before().is_some_and(|token| token.is_word() && token.is_capital());
    placed || !verb && !name && !named
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn names_and_verbs_are_no_times() {
        assert!(read("UNSCR 2014, Resolution 1929, Flight 1549, USA Today, The Sunday Times, 60 Minutes").is_empty());
        assert!(read("They may march. March on! May I? Prices fall. April Smith came second.").is_empty());
    }

    #[test]
    fn years_of_events_and_months_behind_a_preposition_are_times() {
        assert_eq!(read("the 2004 coup in May, by March"), ["2004 = 2004", "May = 2010-05", "March = 2011-03"]);
    }
}
