//! Centuries: 'the 20th century', 'the 3rd century BC'.

use crate::date::calendar::Period;
use crate::date::meaning::Meaning;
use crate::date::unit::Unit;

use super::cursor::{Cursor, Parsed};
use super::era::era;
use super::number::ordinal;
use super::yearly_words::Era;

/// A century by its number.
pub(super) fn century(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, number) = ordinal(cursor.maybe(&["the"]))?;
    let (rest, _) = rest.joint()?.one_unit().filter(|(_, unit)| *unit == Unit::Century)?;
    let (rest, period) = century_of(rest, i8::try_from(number).ok()?);
    Some((rest, Meaning::Fixed(period)))
}

/// The century of a number, with the era that may stand behind it.
pub(super) fn century_of(rest: Cursor<'_>, number: i8) -> (Cursor<'_>, Period) {
    match era(rest) {
        Some((rest, Era::Before)) => (rest, Period::Century(-i16::from(number))),
        Some((rest, Era::After)) => (rest, Period::Century(i16::from(number) - 1)),
        None => (rest, Period::Century(i16::from(number) - 1)),
    }
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn before_and_after_christ() {
        assert_eq!(
            read("the 20th century, the third century B.C., the 1st century AD, a fifth-century BCE wall"),
            [
                "the 20th century = 19",
                "the third century B.C. = BC02",
                "the 1st century AD = 00",
                "fifth-century BCE = BC04"
            ]
        );
    }
}
