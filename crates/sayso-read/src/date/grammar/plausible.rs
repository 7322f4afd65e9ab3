//! Whether what looks like a year, a month or a day is meant as one: 'Resolution 1929', 'May', 'Windows 2000'.

use crate::date::calendar::Period;
use crate::date::lexicon::Sense;
use crate::date::meaning::{Expression, Meaning, Which, Yearly};
use crate::date::token::{DateToken, Gap};

use super::cursor::Cursor;
use super::plausible_words::PlausibleWords;

/// Whether an expression begins a word or number of its own.
pub(super) fn is_apart(start: Cursor<'_>) -> bool {
    !(start.is_glued() && is_inside_word(start))
}

/// Whether what is read as a number's end is the count of something: '25 people', '25 of them'.
pub(super) fn counts(rest: Cursor<'_>) -> bool {
    let words = &rest.language().plausible;
    let noun = !rest.is_glued() && rest.token().is_some_and(|token| is_counted(token, words));
    noun || rest.any_phrase(&words.parts_of).is_some()
}

/// Whether an expression stands where a time can.
pub(super) fn is_time(start: Cursor<'_>, rest: Cursor<'_>, found: &Expression) -> bool {
    if !is_apart(start) {
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
    let capital = |token: &DateToken<'_>| {
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
    let joins = |token: &DateToken<'_>| {
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
    let certain = before.is_some_and(|token| token.is_any(&words.before_certain_years));
    let counted = rest.token().is_some_and(|token| token.is_any(&words.counted));
    let counts = rest.token().is_some_and(|token| is_counted(token, words)) && !placed || counted && !certain;
    let part = !certain && rest.any_phrase(&words.parts_of).is_some();
    !numbered
        && !marked
        && !counts
        && !part
        && !is_joined(rest)
        && !is_house(start, rest)
        && !is_product(start, rest)
        && (common || placed && !before.is_some_and(|token| token.is_any(&["of", "to", "than", "-"])))
}

/// Whether a noun is joined to the number: 'a 2000-seat hall'.
fn is_joined(rest: Cursor<'_>) -> bool {
    let Some(next) = rest.glued(&["-"]).filter(|next| next.is_glued()) else { return false };
    let word = next.token().filter(|token| token.text.starts_with(char::is_lowercase));
    word.is_some_and(|token| !token.is_any(&rest.language().plausible.joined_to_years))
}

/// Whether the number is a house's: '1984 Orme Street'.
fn is_house(start: Cursor<'_>, rest: Cursor<'_>) -> bool {
    /// Names of streets have so many words at most.
    const LONGEST: usize = 3;
    let words = &start.language().plausible;
    let names = (0..LONGEST).map(|by| rest.moved(rest.at + by));
    let mut names = names.take_while(|word| word.token().is_some_and(|token| token.is_word() && token.is_capital()));
    names.any(|word| word.token().is_some_and(|token| token.is_any(&words.streets)))
}

/// Whether the number belongs to a thing's name: 'the Karel 2000 pump', 'called Orion 1980'.
fn is_product(start: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let words = &start.language().plausible;
    let back = |by: usize| start.at.checked_sub(by).map(|at| start.moved(at)).and_then(|cursor| cursor.token());
    let Some(name) = back(1).filter(|token| is_name(token) && !token.is_any(&words.events)) else { return false };
    let spaced = start.token().is_some_and(|token| token.gap == Gap::Space) && name.gap == Gap::Space;
    let named = spaced && back(2).is_some_and(|token| token.is_any(&words.before_names));
    let given = spaced && back(2).is_some_and(|token| token.is_any(&words.naming));
    let noun = rest.token().is_some_and(|token| {
        token.gap == Gap::Space && token.text.starts_with(char::is_lowercase) && !token.is_any(&words.behind_years)
    });
    named && noun || given
}

/// Whether a word is a name, and no word of the calendar.
fn is_name(token: &DateToken<'_>) -> bool {
    token.is_word() && token.is_capital() && matches!(token.sense, Sense::Plain)
}

/// A noun in the plural, which English forms with -s, a unit or a scale behind a number.
fn is_counted(token: &DateToken<'_>, words: &PlausibleWords) -> bool {
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
