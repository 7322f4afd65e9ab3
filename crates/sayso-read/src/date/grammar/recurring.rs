//! What recurs: 'every day', 'each July', 'weekly', 'Tuesday nights', '$2 million a year'.

use crate::date::lexicon::Sense;
use crate::date::meaning::{Expression, Meaning, Which};
use crate::date::unit::Unit;
use crate::date::value::{Count, Length};

use super::cursor::{Cursor, Parsed};
use super::number::count;
use super::yearly::yearly;

/// Adverbs and adjectives, with what they recur at.
const ADVERBS: [(&str, u32, Unit); 11] = [
    ("hourly", 1, Unit::Hour),
    ("daily", 1, Unit::Day),
    ("nightly", 1, Unit::Day),
    ("weekly", 1, Unit::Week),
    ("fortnightly", 2, Unit::Week),
    ("monthly", 1, Unit::Month),
    ("quarterly", 3, Unit::Month),
    ("annually", 1, Unit::Year),
    ("annual", 1, Unit::Year),
    ("yearly", 1, Unit::Year),
    ("biennial", 2, Unit::Year),
];

/// What businesses report or pay once, although it is called quarterly.
const DIVIDENDS: &[&str] = &["dividend", "cash", "loss", "profit", "net", "results", "earnings", "report", "of"];

/// Any of them.
pub(super) fn recurring(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let (rest, meaning) =
        adverb(cursor).or_else(|| every(cursor)).or_else(|| rate(cursor)).or_else(|| weekdays(cursor))?;
    Some((rest, meaning.into()))
}

fn adverb(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (_, number, unit) = ADVERBS.iter().find(|(word, ..)| cursor.word(word).is_some())?;
    let is_name = cursor.token()?.is_capital() && cursor.before().is_some_and(|token| token.is_word());
    let rest = cursor.step();
    let is_paper = rest.token().is_some_and(|token| token.is_capital()) && cursor.token()?.is_capital();
    let dividend = cursor.word("quarterly").is_some() && rest.any(DIVIDENDS).is_some();
    let every = Meaning::Every(Length { count: Count::Of(*number), unit: *unit });
    (!dividend && !is_name && !is_paper && rest.glued(&["-"]).is_none()).then_some((rest, every))
}

/// 'every day', 'every two weeks', 'each July', 'every Thursday'.
fn every(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let start = cursor.any(&["every", "each"])?;
    let rest = start.any(&["single", "passing", "successive"]).unwrap_or(start);
    let (rest, factor) = rest.word("other").map_or((rest, 1), |rest| (rest, 2));
    let (rest, number) = count(rest).unwrap_or((rest, Count::Of(factor)));
    if let Some((rest, unit)) = rest.unit() {
        return Some((rest, Meaning::Every(Length { count: number, unit })));
    }
    if let Some((rest, weekday)) = super::weekday::weekday_name(rest) {
        let part = day_part(rest);
        return Some(part.map_or((rest, Meaning::EveryWeek(weekday, None)), |(rest, part)| {
            (rest, Meaning::EveryWeek(weekday, Some(part)))
        }));
    }
    if let Some((rest, _)) = day_part(rest) {
        return Some((rest, Meaning::Every(Length { count: number, unit: Unit::Day })));
    }
    let season = |token: &crate::date::token::Token<'_>| match token.sense {
        Sense::Season(season) => Some(crate::date::meaning::Yearly::Season(season)),
        _ => None,
    };
    match rest
        .take(season)
        .map(|(rest, season)| (rest, Meaning::Yearly(season, Which::Told)))
        .or_else(|| yearly(rest))?
    {
        (rest, Meaning::Yearly(name, Which::Told)) => Some((rest, Meaning::EveryYear(name))),
        _ => None,
    }
}

fn day_part(cursor: Cursor<'_>) -> Parsed<'_, crate::date::unit::DayPart> {
    cursor.take(|token| match token.sense {
        Sense::DayPart(part) => Some(part),
        _ => None,
    })
}

/// 'a year' behind a number or a plural: '$2 million a year', 'two flights a week', 'twice a day', 'per month'.
fn rate(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let per = cursor.word("per");
    let (rest, unit) = per.or_else(|| cursor.any(&["a", "an"]))?.one_unit()?;
    let counts = cursor.before().is_some_and(|token| {
        matches!(token.sense, Sense::Digits(_) | Sense::Cardinal(_) | Sense::Scale(_) | Sense::Units(_))
            || token.is_any(&["million", "billion", "times", "twice", "once", "percent", "%", "dollars", "cents"])
    });
    if unit < Unit::Day {
        return None;
    }
    let points_back = rest.any(&["ago", "earlier", "later", "before", "after", "and", "or"]).is_some();
    let every = Meaning::Every(Length { count: Count::Of(1), unit });
    (per.is_some() || counts && !points_back).then_some((rest, every))
}

/// 'Mondays', 'Tuesday nights'.
fn weekdays(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let plural = cursor.take(|token| match token.sense {
        Sense::Weekdays(day) => Some(day),
        _ => None,
    });
    if let Some((rest, day)) = plural {
        return Some((rest, Meaning::EveryWeek(day, None)));
    }
    const PARTS: [(&str, crate::date::unit::DayPart); 4] = [
        ("mornings", crate::date::unit::DayPart::Morning),
        ("afternoons", crate::date::unit::DayPart::Afternoon),
        ("evenings", crate::date::unit::DayPart::Evening),
        ("nights", crate::date::unit::DayPart::Night),
    ];
    let (rest, day) = super::weekday::weekday_name(cursor)?;
    let (rest, part) = PARTS.iter().find_map(|(word, part)| Some((rest.word(word)?, *part)))?;
    Some((rest, Meaning::EveryWeek(day, Some(part))))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn what_recurs() {
        assert_eq!(
            read(
                "every two weeks; each July; on Mondays; Tuesday nights; the annual fair; twice a day; $2 million a year"
            ),
            [
                "every two weeks = P2W",
                "each July = XXXX-07",
                "Mondays = XXXX-WXX-1",
                "Tuesday nights = XXXX-WXX-2TNI",
                "annual = P1Y",
                "a day = P1D",
                "a year = P1Y"
            ]
        );
    }

    #[test]
    fn papers_and_dividends_are_none() {
        assert!(read("People's Daily said the quarterly dividend; 60 miles per hour").is_empty());
    }
}
