//! Times that are only past, present or future: 'now', 'recently', 'the foreseeable future'.

use crate::date::meaning::{Expression, Meaning};
use crate::date::value::Reference::{self, Future, Past, Present};

use super::cursor::{Cursor, Parsed};

/// Phrases, the longer of two that share a beginning first.
const PHRASES: [(&str, Reference); 38] = [
    ("right now", Present),
    ("now", Present),
    ("currently", Present),
    ("presently", Present),
    ("nowadays", Present),
    ("these days", Present),
    ("the present time", Present),
    ("the current time", Present),
    ("the moment", Present),
    ("the time being", Present),
    ("this time", Present),
    ("present", Present),
    ("more recently", Past),
    ("most recently", Past),
    ("recently", Past),
    ("more recent years", Past),
    ("recent years", Past),
    ("recent times", Past),
    ("the recent past", Past),
    ("the distant past", Past),
    ("the past", Past),
    ("past years", Past),
    ("lately", Past),
    ("of late", Past),
    ("the near future", Future),
    ("the foreseeable future", Future),
    ("the indefinite future", Future),
    ("the immediate future", Future),
    ("some point in the future", Future),
    ("the distant future", Future),
    ("the future", Future),
    ("future", Future),
    ("the near term", Future),
    ("the short term", Future),
    ("the weeks to come", Future),
    ("the months to come", Future),
    ("the years to come", Future),
    ("one day", Future),
];

/// Reads one of them where its surroundings let it be a time.
pub(super) fn reference(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let (words, side) = PHRASES.iter().find(|(words, _)| cursor.words(words).is_some())?;
    let rest = cursor.words(words)?;
    is_time(words, cursor, rest).then(|| (rest, Meaning::Reference(*side).into()))
}

fn is_time(words: &str, cursor: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let before = |known: &[&str]| cursor.before().is_some_and(|token| token.is_any(known));
    let after = |known: &[&str]| rest.any(known).is_some();
    match words {
        "the moment" => before(&["at", "for"]),
        "this time" => before(&["at"]),
        "present" => before(&["at"]),
        "future" => before(&["in"]),
        "the past" if before(&["in"]) => rest.unit().is_none() && super::number::count(rest).is_none(),
        "the past" => {
            rest.token().is_none_or(|token| !token.is_word() || token.is_any(&["and", "or", "but", "as", "by", "to"]))
        }
        "one day" => cursor.token().is_some_and(|token| !token.is_capital()) && is_future(cursor),
        "now" => {
            let opens = cursor.token().is_some_and(|token| token.is_capital()) && rest.glued(&[","]).is_some();
            !after(&["-"]) && !opens
        }
        _ => true,
    }
}

/// Whether a modal stands right before or behind, as in 'will one day return'.
fn is_future(cursor: Cursor<'_>) -> bool {
    let modal = &["will", "would", "could", "may", "might", "that", "he", "she", "they", "we"];
    cursor.before().is_some_and(|token| token.is_any(modal))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn times_without_a_date() {
        assert_eq!(
            read("It is now; recently; in recent years; for the foreseeable future; at the moment; of late"),
            [
                "now = PRESENT_REF",
                "recently = PAST_REF",
                "recent years = PAST_REF",
                "the foreseeable future = FUTURE_REF",
                "the moment = PRESENT_REF",
                "of late = PAST_REF"
            ]
        );
    }

    #[test]
    fn other_moments_are_none() {
        assert!(read("Now, the moment came; late trains; past events; a present").is_empty());
    }
}
