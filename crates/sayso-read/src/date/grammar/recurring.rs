//! What recurs: 'every day', 'each July', 'weekly', 'Tuesday nights', '$2 million a year'.

use crate::date::lexicon::Sense;
use crate::date::meaning::{Expression, Meaning, Which};
use crate::date::unit::{DayPart, Unit};
use crate::date::value::{Count, Length, Moment};

use super::clock::by_clock;
use super::cursor::{Cursor, Parsed};
use super::hour::{bare_clock, clock};
use super::number::count;
use super::recurring_words::Distance;
use super::yearly::yearly;

/// Any of them.
pub(super) fn recurring(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let (rest, meaning) =
        [adverb, every, rate, weekdays, weekends, parts_of_days].iter().find_map(|rule| rule(cursor))?;
    Some((rest, meaning.into()))
}

fn adverb(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let words = &cursor.language().recurring;
    let Distance { count, unit } = cursor.token()?.meaning(&words.adverbs)?;
    let is_name = cursor.token()?.is_capital() && cursor.before().is_some_and(|token| token.is_word());
    let rest = cursor.step();
    let is_paper = rest.token().is_some_and(|token| token.is_capital()) && cursor.token()?.is_capital();
    let dividend = cursor.word("quarterly").is_some() && rest.any(&words.reports).is_some();
    let every = Meaning::Every(Length { count: Count::Of(count), unit });
    (!dividend && !is_name && !is_paper && rest.glued(&["-"]).is_none()).then_some((rest, every))
}

/// 'every day', 'every two weeks', 'each July', 'every Thursday'.
fn every(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let start = cursor.any(&["every", "each"])?;
    let rest = start.any(&["single", "passing", "successive"]).unwrap_or(start);
    let (rest, factor) = rest
        .any(&["other", "second"])
        .filter(|next| next.unit().is_some() || super::dated::weekday_name(*next).is_some())
        .map_or((rest, 1), |rest| (rest, 2));
    let (rest, number) = count(rest).unwrap_or((rest, Count::Of(factor)));
    if let Some((rest, unit)) = rest.unit() {
        return Some((rest, Meaning::Every(Length { count: number, unit })));
    }
    if let Some((rest, weekday)) = super::dated::weekday_name(rest) {
        let part = day_part(rest);
        return Some(part.map_or((rest, Meaning::EveryWeek(weekday, None)), |(rest, part)| {
            (rest, Meaning::EveryWeek(weekday, Some(part)))
        }));
    }
    if let Some((rest, part)) = day_part(rest) {
        return Some((rest, Meaning::EveryDay(part)));
    }
    let season = |token: &crate::date::token::DateToken<'_>| match token.sense {
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

fn day_part(cursor: Cursor<'_>) -> Parsed<'_, DayPart> {
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
            || token.is_any(&cursor.language().recurring.before_rates)
    });
    if unit < Unit::Day {
        return None;
    }
    let points_back = rest.any(&cursor.language().recurring.behind_points).is_some();
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
        let at = rest.word("at").and_then(of_day).map(|(rest, moment)| (rest, Meaning::EveryWeekAt(day, moment)));
        return at.or(Some((rest, Meaning::EveryWeek(day, None))));
    }
    let (rest, day) = super::dated::weekday_name(cursor)?;
    let (rest, part) = rest.take(|token| token.meaning(&cursor.language().recurring.day_parts_in_plural))?;
    Some((rest, Meaning::EveryWeek(day, Some(part))))
}

/// '9am', '17.30', '18:00'.
fn of_day(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    let full = || {
        let (rest, (hour, minute)) = bare_clock(cursor).filter(|(rest, _)| rest.at > cursor.at + 1)?;
        Some((rest, clock(hour, minute)?))
    };
    by_clock(cursor).or_else(full)
}

/// 'weekends', but not 'two weekends'.
fn weekends(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let counted = |token: &crate::date::token::DateToken<'_>| {
        matches!(token.sense, Sense::Digits(_) | Sense::Cardinal(_) | Sense::Inner | Sense::Ordinal(_))
    };
    let (rest, _) = cursor.take(|token| (token.sense == Sense::Units(Unit::Weekend)).then_some(()))?;
    (!cursor.before().is_some_and(counted)).then_some((rest, Meaning::EveryWeekend))
}

/// 'in the evenings'.
fn parts_of_days(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let placed = cursor.before().is_some_and(|token| token.is_any(&cursor.language().recurring.before_day_parts));
    let start = cursor.maybe(&["the"]);
    let (rest, part) = start.take(|token| token.meaning(&cursor.language().recurring.day_parts_in_plural))?;
    placed.then_some((rest, Meaning::EveryDay(part)))
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
    fn weekdays_at_an_hour() {
        assert_eq!(
            read("It meets Thursdays at 17.30 and Tuesdays at 9am."),
            ["Thursdays at 17.30 = XXXX-WXX-4T17:30", "Tuesdays at 9am = XXXX-WXX-2T09:00"]
        );
    }

    #[test]
    fn weekends_and_parts_of_days() {
        assert_eq!(
            read("It opens on weekends and every other Monday, every second Friday evening and in the mornings."),
            [
                "weekends = XXXX-WXX-WE",
                "every other Monday = XXXX-WXX-1",
                "every second Friday evening = XXXX-WXX-5TEV",
                "the mornings = XXXX-XX-XXTMO"
            ]
        );
    }

    #[test]
    fn papers_and_dividends_are_none() {
        assert!(read("People's Daily said the quarterly dividend; 60 miles per hour").is_empty());
    }
}
