//! Lengths of time, and points that lie a length away: 'two weeks', 'the past decade', 'ten years ago', 'a day later'.

use crate::date::Mod;
use crate::date::lexicon::Sense;
use crate::date::meaning::{Expression, Meaning};
use crate::date::unit::Unit;
use crate::date::value::{Count, Length};

use super::away::away;
use super::cursor::{Cursor, Parsed};
use super::number::count;

/// A length, or a point a length away from another.
pub(super) fn length(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let words = &cursor.language().lengths;
    let approximated = || {
        cursor.phrases(&words.approximators).find_map(|(start, modifier)| {
            let (rest, found) = measured(start)?;
            Some((rest, found.with(Some(modifier))))
        })
    };
    let placing = || {
        cursor.phrases(&words.placing_approximators).find_map(|(start, modifier)| {
            let (rest, found) = unplaced(start)?;
            Some((rest, found.with(Some(modifier))))
        })
    };
    let unmodified = || cursor.any_phrase(&words.unmodified).and_then(measured);
    let found = approximated().or_else(placing).or_else(unmodified).or_else(|| measured(cursor));
    found.filter(|(rest, _)| !is_age(*rest))
}

/// A length that 'over' and 'about' measure rather than place, as they do 'the past decade'.
fn unplaced(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    compound(cursor).or_else(|| counted(cursor))
}

fn measured(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    [compound, chosen, counted, whole, bare].iter().find_map(|rule| rule(cursor))
}

/// 'all day', 'all year long'.
fn whole(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let (rest, unit) = cursor.any(&cursor.language().lengths.whole)?.one_unit()?;
    let rest = rest.word("long").unwrap_or(rest);
    let length = Meaning::Length(Length { count: Count::Of(1), unit });
    (rest.glued(&["-"]).is_none() && unit >= Unit::Hour).then(|| (rest, length.into()))
}

/// 'two-week', 'decades-long', '18-month'.
fn compound(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let (rest, found) = match count(cursor).and_then(|(rest, count)| Some((rest.glued(&["-"])?, count))) {
        Some((next, count)) => {
            let (rest, unit) = next.one_unit().filter(|_| next.is_glued())?;
            (long(rest).unwrap_or(rest), Length { count, unit })
        }
        None => {
            let (rest, unit) = cursor.unit()?;
            let count = if plural(cursor) { Count::Some } else { Count::Of(1) };
            (long(rest)?, Length { count, unit })
        }
    };
    Some((rest, Meaning::Length(found).into()))
}

/// The rest of 'decades-long'.
fn long(rest: Cursor<'_>) -> Option<Cursor<'_>> {
    rest.glued(&["-"])?.word("long")
}

/// 'the past two months', 'the first hours', 'last five years', 'the nine months'.
fn chosen(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let words = &cursor.language().lengths;
    let the = cursor.any(&["the", "these", "those"]);
    let choice = the.unwrap_or(cursor).any(if the.is_some() { &words.chosen } else { &words.chosen_alone });
    let verb = cursor.word("last").is_some() && cursor.before().is_some_and(|token| token.is_any(&words.modals));
    if the.is_none() && choice.is_none() || verb {
        return None;
    }
    let start = choice.unwrap_or(the.unwrap_or(cursor));
    let (rest, length) = match count(start) {
        Some((rest, count)) => with_unit(rest, count).filter(|(rest, length)| !is_attribute(*rest, *length))?,
        None if choice.is_none() => return None,
        None => uncounted(start, the.is_some())?,
    };
    let rest = rest.words("or so").unwrap_or(rest);
    Some((rest, Meaning::Length(length).into()))
}

/// 'the eleven year partnership': a unit in the singular behind several belongs to what follows.
fn is_attribute(rest: Cursor<'_>, length: Length) -> bool {
    let singular = rest.before().is_some_and(|token| matches!(token.sense, Sense::Unit(_)));
    singular && !matches!(length.count, Count::Of(1) | Count::AndHalf(_))
}

/// What follows 'the past' without a count: 'decade', 'years'.
fn uncounted(start: Cursor<'_>, definite: bool) -> Parsed<'_, Length> {
    if let Some(found) = of_named(start, Count::Of(1)).filter(|(_, length)| length.count != Count::Of(1)) {
        return Some(found);
    }
    let rest = start.maybe(&start.language().lengths.between);
    let (end, unit) = rest.unit()?;
    let length = match (plural(rest), unit) {
        (true, _) => Length { count: Count::Some, unit },
        (false, Unit::Decade) => Length { count: Count::Of(10), unit: Unit::Year },
        (false, _) => Length { count: Count::Of(1), unit },
    };
    let closes = definite && unit != Unit::Second && unit != Unit::Quarter || plural(rest);
    closes.then_some((end, length))
}

fn plural(cursor: Cursor<'_>) -> bool {
    cursor.token().is_some_and(|token| matches!(token.sense, Sense::Units(_)))
}

/// 'two weeks', 'a minute and a half', 'ten years ago', 'another five years'.
fn counted(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let words = &cursor.language().lengths;
    let start = cursor.any_phrase(&words.more);
    let (rest, count) = match (start, count(start.unwrap_or(cursor))) {
        (_, Some(found)) => found,
        (Some(start), None) => (start, Count::Of(1)),
        (None, None) => return None,
    };
    let (rest, length) = with_unit(rest, count)?;
    let vague = rest.any_phrase(&words.vague);
    let rest = vague.or_else(|| rest.words("or more")).unwrap_or(rest);
    let (rest, found) = away(rest, length).unwrap_or((rest, Meaning::Length(length).into()));
    Some((rest, found.with(vague.map(|_| Mod::Approx))))
}

/// The unit behind a count, with 'and a half'.
fn with_unit(rest: Cursor<'_>, count: Count) -> Parsed<'_, Length> {
    let start = (0..2).fold(rest, |rest, _| rest.maybe(&rest.language().lengths.between));
    let start = selected_units(start).unwrap_or(start);
    if start.is_glued() {
        return None;
    }
    if let Some(found) = of_named(start, count) {
        return Some(found);
    }
    let (rest, unit) = start.unit().filter(|_| !is_fraction(start, count))?;
    if rest.glued(&["-"]).is_some() {
        return None;
    }
    let half = rest.words("and a half").or_else(|| rest.words("and half")).zip(match count {
        Count::Of(count) => Some(Count::AndHalf(count)),
        _ => None,
    });
    let (rest, count) = half.unwrap_or((rest, count));
    Some((rest, Length { count, unit }))
}

/// The rest of 'the five past years', 'the two next days'.
fn selected_units(rest: Cursor<'_>) -> Option<Cursor<'_>> {
    rest.any(&rest.language().lengths.before_units).filter(|units| plural(*units))
}

/// 'fortnight', 'quarter of a century' behind a count.
fn of_named(start: Cursor<'_>, count: Count) -> Parsed<'_, Length> {
    let (rest, named) = start.phrase(&start.language().lengths.named.0)?;
    let count = match count {
        Count::Of(count) => Count::Of(count.checked_mul(named.count)?),
        Count::AndHalf(0) if named.count % 2 == 0 => Count::Of(named.count / 2),
        _ => Count::Some,
    };
    Some((rest, Length { count, unit: named.unit }))
}

/// A count with its unit: 'two weeks', 'a fortnight'.
pub(super) fn counted_length(cursor: Cursor<'_>) -> Parsed<'_, Length> {
    let (rest, count) = count(cursor)?;
    with_unit(rest, count)
}

/// 'three quarters of the vote', 'a second', 'one quarter'.
fn is_fraction(start: Cursor<'_>, count: Count) -> bool {
    let Some((rest, unit)) = start.unit() else { return false };
    let quarter =
        unit == Unit::Quarter && (rest.word("of").is_some() || count == Count::Of(1) || count == Count::Of(3));
    let article = start.before().is_some_and(|token| !matches!(token.sense, Sense::Cardinal(_) | Sense::Digits(_)));
    let second = unit == Unit::Second && !plural(start) && article;
    quarter || second
}

/// 'years', 'weeks' alone.
fn bare(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let (rest, unit) = cursor.unit().filter(|_| plural(cursor))?;
    let counted = cursor.before().is_some_and(|token| matches!(token.sense, Sense::Digits(_) | Sense::Ordinal(_)));
    let vague = matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend);
    if counted || vague || cursor.is_glued() {
        return None;
    }
    let length = Length { count: Count::Some, unit };
    away(rest, length).or(Some((rest, Meaning::Length(length).into())))
}

/// Ages are none: '52 years old', 'two-year-old', 'aged 30 years', '40 years of age'.
fn is_age(rest: Cursor<'_>) -> bool {
    let old = rest.glued(&["-"]).unwrap_or(rest).any(&["old", "olds"]).is_some();
    old || rest.words("of age").is_some()
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn lengths() {
        assert_eq!(
            read(
                "two weeks; nearly 40 years; up to 30 days; a year and a half; 2 1/2 years; half an hour; several months"
            ),
            [
                "two weeks = P2W",
                "nearly 40 years = P40Y LESS_THAN",
                "up to 30 days = P30D EQUAL_OR_LESS",
                "a year and a half = P1Y6M",
                "2 1/2 years = P2Y6M",
                "half an hour = PT30M",
                "several months = PXM"
            ]
        );
        assert_eq!(
            read(
                "the past decade; the first nine months; a six-week trial; decades-long; for years; over the past few days"
            ),
            [
                "the past decade = P10Y",
                "the first nine months = P9M",
                "six-week = P6W",
                "decades-long = PXDE",
                "years = PXY",
                "the past few days = PXD"
            ]
        );
    }

    #[test]
    fn ages_fractions_and_verbs_are_none() {
        assert!(
            read("a two-year-old boy, 52 years old, 40 years of age, three quarters of voters, a second term")
                .is_empty()
        );
        assert_eq!(read("It is expected to last four days."), ["four days = P4D"]);
    }
}
