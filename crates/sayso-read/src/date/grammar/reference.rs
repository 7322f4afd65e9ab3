//! Times that are only past, present or future: 'now', 'recently', 'the foreseeable future'.

use crate::date::meaning::{Expression, Meaning};

use super::cursor::{Cursor, Parsed};

/// Reads one of them where its surroundings let it be a time.
pub(super) fn reference(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let phrases = &cursor.language().references.phrases;
    let mut begun = phrases.beginning(cursor.token()?);
    let (phrase, rest, side) = begun.find_map(|(phrase, side)| Some((phrase, cursor.words(phrase)?, *side)))?;
    is_time(phrase, cursor, rest).then(|| (rest, Meaning::Reference(side).into()))
}

fn is_time(phrase: &str, cursor: Cursor<'_>, rest: Cursor<'_>) -> bool {
    let words = &cursor.language().references;
    if let Some(known) = words.only_behind.get(phrase) {
        return cursor.before().is_some_and(|token| token.is_any(known));
    }
    match phrase {
        "the past" if cursor.before().is_some_and(|token| token.is("in")) => {
            rest.unit().is_none() && super::number::count(rest).is_none()
        }
        "the past" => rest.token().is_none_or(|token| !token.is_word() || token.is_any(&words.behind_past)),
        "one day" => cursor.token().is_some_and(|token| !token.is_capital()) && is_future(cursor),
        "now" => {
            let opens = cursor.token().is_some_and(|token| token.is_capital()) && rest.glued(&[","]).is_some();
            rest.word("-").is_none() && !opens
        }
        _ => true,
    }
}

/// Whether a modal stands right before, as in 'will one day return'.
fn is_future(cursor: Cursor<'_>) -> bool {
    cursor.before().is_some_and(|token| token.is_any(&cursor.language().references.before_one_day))
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
