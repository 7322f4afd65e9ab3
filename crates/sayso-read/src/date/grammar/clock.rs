//! Times of day: '10 p.m. Wednesday', '18:00 UTC', 'noon', 'Friday morning', 'last night', 'overnight'.

use crate::date::calendar::Period;
use crate::date::lexicon::Sense;
use crate::date::meaning::{Expression, Meaning};
use crate::date::unit::{DayPart, Unit};
use crate::date::value::Moment;

use super::clock_words::{Half, Zone};
use super::cursor::{Cursor, Parsed};
use super::dated::date;
use super::number::digits_of;
use super::point::point;
use super::selector::selector;

/// Any of them.
pub(super) fn time(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let (rest, meaning) = dated(cursor)
        .or_else(|| by_clock(cursor).map(|(rest, moment)| with_day(rest, moment)))
        .or_else(|| part_of_day(cursor))?;
    Some((rest, meaning.into()))
}

/// '2010-05-06T10:30:00Z', '9 July 2005 18:06'.
fn dated(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, day) = date(cursor).filter(|(_, meaning)| matches!(meaning, Meaning::Fixed(Period::Day(_))))?;
    let start = rest.glued(&["t"]).unwrap_or(rest);
    let (rest, hour) = digits_of(start, 2, 2)?;
    let (rest, minute) = minutes(rest, &[":"])?;
    let rest = minutes(rest, &[":"]).map_or(rest, |(rest, _)| rest);
    let (rest, universal) = zone(rest);
    let Moment::Clock { hour, minute, .. } = clock(hour, minute)? else { return None };
    Some((rest, Meaning::Moment(Some(Box::new(day)), Moment::Clock { hour, minute, universal })))
}

/// A time by the clock: '10 p.m.', '18:00', '1140 GMT', 'noon', '4 in the morning'.
fn by_clock(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    let (rest, moment) = named(cursor).or_else(|| twelve_hours(cursor)).or_else(|| full_day(cursor))?;
    let (rest, universal) = zone(rest);
    Some((
        rest,
        match moment {
            Moment::Clock { hour, minute, .. } => Moment::Clock { hour, minute, universal },
            other => other,
        },
    ))
}

fn named(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    let (rest, hour) = cursor.take(|token| token.meaning(&cursor.language().clock.named))?;
    Some((rest, Moment::Clock { hour, minute: 0, universal: false }))
}

/// '7 p.m.', '7:15 pm', '7.50am', "four o'clock", '4 in the morning'.
fn twelve_hours(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    let (rest, hour) = super::number::below_hundred(cursor).or_else(|| digits_of(cursor, 1, 2))?;
    let (rest, minute) = minutes(rest, &[":", "."]).unwrap_or((rest, 0));
    let (rest, afternoon) = half_of_day(rest)?;
    let hour = match (hour, afternoon) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        (0..=23, _) => hour,
        _ => return None,
    };
    Some((rest, clock(hour, minute)?))
}

fn minutes<'t>(rest: Cursor<'t>, marks: &[&str]) -> Parsed<'t, u32> {
    let next = rest.glued(marks)?;
    digits_of(next, 2, 2).filter(|(_, minute)| next.is_glued() && *minute < 60)
}

/// 'a.m.', 'pm', 'in the morning': whether it is after noon.
fn half_of_day(rest: Cursor<'_>) -> Parsed<'_, bool> {
    for (letter, joined, afternoon) in [("a", "am", false), ("p", "pm", true)] {
        let dotted = || {
            let rest = rest.word(letter)?.glued(&["."])?.glued(&["m"])?;
            Some(rest.glued(&["."]).unwrap_or(rest))
        };
        if let Some(rest) = rest.word(joined).or_else(dotted) {
            return Some((rest, afternoon));
        }
    }
    rest.phrase(&rest.language().clock.halves).map(|(rest, half)| (rest, half == Half::AfterNoon))
}

/// '18:00', '1140 GMT': where a word before or a zone behind tells that it is a time.
fn full_day(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    let told = cursor.before().is_some_and(|token| token.is_any(&cursor.language().clock.before_times));
    let colon = || {
        let (rest, hour) = digits_of(cursor, 1, 2)?;
        let (rest, minute) = minutes(rest, &[":"])?;
        Some((rest, hour, minute, true))
    };
    let run = || {
        let (rest, number) = digits_of(cursor, 4, 4)?;
        Some((rest, number / 100, number % 100, false))
    };
    let (rest, hour, minute, colon) = colon().or_else(run)?;
    let zoned = zone(rest).0.at > rest.at || !colon && told && rest.word("yesterday").is_some();
    let moment = clock(hour, minute).filter(|_| !goes_on(rest))?;
    (zoned || colon && told).then_some((rest, moment))
}

/// Whether a word or a longer number goes on here: '18:00h', '1:30:05', '3:2-4'.
fn goes_on(rest: Cursor<'_>) -> bool {
    let joined = rest.glued(&[":", "-", "/"]).is_some_and(|next| next.is_glued());
    joined || rest.is_glued() && rest.token().is_some_and(|token| token.is_word() && !token.is("z"))
}

fn clock(hour: u32, minute: u32) -> Option<Moment> {
    let hour = i8::try_from(hour).ok().filter(|hour| *hour < 24)?;
    let minute = i8::try_from(minute).ok().filter(|minute| *minute < 60)?;
    Some(Moment::Clock { hour, minute, universal: false })
}

fn zone(rest: Cursor<'_>) -> (Cursor<'_>, bool) {
    let open = rest.word("(").unwrap_or(rest);
    let found = open.phrase(&rest.language().clock.zones).map(|(end, zone)| (end, zone == Zone::Universal));
    match found {
        Some((end, universal)) if open.at == rest.at => (end, universal),
        Some((end, universal)) => end.glued(&[")"]).map_or((rest, false), |end| (end, universal)),
        None => (rest, false),
    }
}

/// The day of a time by the clock: 'noon Thursday', '9 a.m. on Friday morning', '5 p.m. EST, Nov. 6', '9pm that night'.
fn with_day(rest: Cursor<'_>, moment: Moment) -> (Cursor<'_>, Meaning) {
    let next = rest.glued(&[","]).unwrap_or(rest);
    let next = next.maybe(&["on", "of"]);
    match part_of_day(next).or_else(|| day(next)) {
        Some((rest, Meaning::Moment(day, _))) => (rest, Meaning::Moment(day, moment)),
        Some((rest, day)) => (rest, Meaning::Moment(Some(Box::new(day)), moment)),
        None => (rest, Meaning::Moment(None, moment)),
    }
}

/// A point that is a day.
fn day(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    point(cursor).filter(|(_, meaning)| is_day(meaning))
}

fn is_day(meaning: &Meaning) -> bool {
    use crate::date::meaning::Yearly;
    match meaning {
        Meaning::Fixed(period) => matches!(period, Period::Day(_)),
        Meaning::Yearly(name, _) => matches!(name, Yearly::Day(..) | Yearly::Holiday(_)),
        Meaning::Weekday(..) => true,
        Meaning::Step { grain, .. } => *grain == Unit::Day,
        _ => false,
    }
}

/// 'Friday morning', 'this evening', 'last night', 'tonight', 'overnight', 'the next morning', 'the night'.
pub(super) fn part_of_day(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let of = |day: Meaning, part| Meaning::Moment(Some(Box::new(day)), Moment::Part(part));
    if let Some(rest) = cursor.word("tonight") {
        return Some((rest, of(Meaning::step(Unit::Day, 0), DayPart::Night)));
    }
    if let Some(rest) = cursor.word("overnight").filter(|rest| rest.unit().is_none()) {
        return Some((rest, Meaning::Moment(None, Moment::Part(DayPart::Night))));
    }
    if let Some((rest, selector)) = selector(cursor) {
        let (rest, part) = part_name(rest)?;
        let day = Meaning::Step { unit: Unit::Day, by: selector.by, from: selector.from, grain: Unit::Day };
        return Some((rest, of(day, part)));
    }
    if let Some((rest, day)) = day(cursor) {
        let (rest, part) = part_name(rest.joint()?)?;
        return Some((rest, of(day, part)));
    }
    let placed = cursor.before().is_some_and(|token| token.is_any(&cursor.language().clock.before_day_parts));
    let (rest, part) = part_name(cursor.word("the")?).filter(|(rest, _)| placed && rest.word("of").is_none())?;
    Some((rest, Meaning::Moment(None, Moment::Part(part))))
}

fn part_name(cursor: Cursor<'_>) -> Parsed<'_, DayPart> {
    cursor.take(|token| match token.sense {
        Sense::DayPart(part) => Some(part),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn times_with_their_day() {
        assert_eq!(
            read("10 p.m. Wednesday; 16:08 UTC; noon Thursday; 3:09 a.m. on Friday morning; 2010-05-06T10:30:00Z"),
            [
                "10 p.m. Wednesday = 2010-09-15T22:00",
                "16:08 UTC = 2010-09-15T16:08Z",
                "noon Thursday = 2010-09-09T12:00",
                "3:09 a.m. on Friday morning = 2010-09-10T03:09",
                "2010-05-06T10:30:00Z = 2010-05-06T10:30Z"
            ]
        );
    }

    #[test]
    fn parts_of_days() {
        assert_eq!(
            read("last night; this morning; Tuesday evening; tonight"),
            [
                "last night = 2010-09-14TNI",
                "this morning = 2010-09-15TMO",
                "Tuesday evening = 2010-09-14TEV",
                "tonight = 2010-09-15TNI"
            ]
        );
    }

    #[test]
    fn scores_and_ratios_are_none() {
        assert!(read("They won 3:42, 12:1, at 10:75, 25 p.m.").is_empty());
    }
}
