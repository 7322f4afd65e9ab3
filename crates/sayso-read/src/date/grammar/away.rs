//! Points a length of time away from another: 'ten years ago', 'two weeks later', 'a month from now'.

use crate::date::meaning::{Expression, Meaning, Origin};
use crate::date::unit::Unit;
use crate::date::value::{Count, Length, Moment, Reference};

use super::cursor::{Cursor, Parsed};

/// So many weeks ago are counted to the day; more are not.
const FEW_WEEKS: i32 = 2;

/// What puts a point a length away: 'ago', 'earlier', 'later'.
pub(super) fn away(rest: Cursor<'_>, length: Length) -> Parsed<'_, Expression> {
    let (rest, (from, side)) = rest.phrase(&rest.language().away.points)?;
    if length.unit < Unit::Day && from == Origin::Narrative {
        return None;
    }
    if length.unit < Unit::Day && from == Origin::Publication {
        return Some((rest, Meaning::Moment(None, Moment::Unknown).into()));
    }
    let halves = |count: u32| i32::try_from(count).ok()?.checked_mul(2);
    let (count, length) = match (length.count, length.unit) {
        (Count::AndHalf(count), Unit::Century) => (halves(count)?.checked_add(1)?.checked_mul(50)?, of_years(length)),
        (Count::AndHalf(count), Unit::Decade) => (halves(count)?.checked_add(1)?.checked_mul(5)?, of_years(length)),
        (Count::AndHalf(0), Unit::Year) => (6, Length { unit: Unit::Month, ..length }),
        (Count::Of(count) | Count::AndHalf(count), _) => (i32::try_from(count).ok()?, length),
        (Count::Some, _) => return Some((rest, some_time(length, from, side).into())),
    };
    let (unit, factor, grain) = match length.unit {
        Unit::Week if count <= FEW_WEEKS => (Unit::Week, 1, Unit::Day),
        Unit::Decade => (Unit::Year, 10, Unit::Year),
        Unit::Century => (Unit::Year, 100, Unit::Year),
        unit => (unit, 1, unit),
    };
    let by = count.checked_mul(side * factor)?;
    Some((rest, Meaning::Step { unit, by, from, grain }.into()))
}

fn of_years(length: Length) -> Length {
    Length { unit: Unit::Year, ..length }
}

/// A point several units away.
fn some_time(length: Length, from: Origin, side: i32) -> Meaning {
    match (from, side) {
        (Origin::Publication, -1) => Meaning::Reference(Reference::Past),
        (Origin::Publication, _) => Meaning::Reference(Reference::Future),
        (Origin::Narrative, _) => Meaning::Length(length),
    }
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn points_away() {
        assert_eq!(
            read("two weeks ago; six weeks ago; ten years ago; a month from now; a decade ago; several years ago"),
            [
                "two weeks ago = 2010-09-01",
                "six weeks ago = 2010-W31",
                "ten years ago = 2000",
                "a month from now = 2010-10",
                "a decade ago = 2000",
                "several years ago = PAST_REF"
            ]
        );
    }

    #[test]
    fn halves_and_quarters_of_centuries() {
        assert_eq!(
            read(
                "half a century ago; a quarter of a century ago; a century and a half ago; half a decade ago; half a year ago"
            ),
            [
                "half a century ago = 1960",
                "a quarter of a century ago = 1985",
                "a century and a half ago = 1860",
                "half a decade ago = 2005",
                "half a year ago = 2010-03"
            ]
        );
    }

    #[test]
    fn hours_later_are_a_length() {
        assert_eq!(read("three hours later"), ["three hours = PT3H"]);
    }
}
