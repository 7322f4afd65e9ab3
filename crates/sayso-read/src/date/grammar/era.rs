//! Years that say on which side of Christ's birth they lie: '44 BC', 'AD 79', '500 CE'.

use super::cursor::{Cursor, Parsed};
use super::number::digits_of;
use super::yearly_words::Era;

/// The name of an era. In small letters it is another word.
pub(super) fn era(cursor: Cursor<'_>) -> Parsed<'_, Era> {
    let (rest, era) = cursor.phrase(&cursor.language().yearly.eras)?;
    let capitals = (cursor.at..rest.at).all(|at| {
        cursor.moved(at).token().is_some_and(|token| !token.text.contains(|letter: char| letter.is_lowercase()))
    });
    let whole = !rest.is_glued() || rest.token().is_none_or(|token| !token.is_word());
    (capitals && whole).then_some((rest, era))
}

/// A year with its era; years before Christ are negative.
pub(super) fn year_of_era(cursor: Cursor<'_>) -> Parsed<'_, i16> {
    before_christ(cursor).or_else(|| {
        let named_first = || {
            let (rest, _) = era(cursor).filter(|(_, era)| *era == Era::After)?;
            digits_of(rest, 1, 4)
        };
        let (rest, year) = number_first(cursor, Era::After).or_else(named_first)?;
        Some((rest, i16::try_from(year).ok()?)).filter(|(_, year)| *year > 0)
    })
}

/// '44 BC', '480 B.C.'.
pub(super) fn before_christ(cursor: Cursor<'_>) -> Parsed<'_, i16> {
    let (rest, year) = number_first(cursor, Era::Before).filter(|(_, year)| *year > 0)?;
    Some((rest, -i16::try_from(year).ok()?))
}

fn number_first(cursor: Cursor<'_>, which: Era) -> Parsed<'_, u32> {
    let (rest, year) = digits_of(cursor, 1, 4)?;
    let (rest, _) = era(rest).filter(|(_, era)| *era == which)?;
    Some((rest, year))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn either_side() {
        assert_eq!(
            read("in 44 BC, 480 B.C., AD 79, 79 AD, A.D. 410 and 500 CE"),
            ["44 BC = BC0044", "480 B.C. = BC0480", "AD 79 = 0079", "79 AD = 0079", "A.D. 410 = 0410", "500 CE = 0500"]
        );
    }

    #[test]
    fn small_letters_are_other_words() {
        assert!(read("She sold 79 ad spaces and an ad 12 inches wide.").is_empty());
    }
}
