//! Hours and minutes in numbers, with the half of the day that they are said to lie in: '7:15', 'seven p.m.', '1140'.

use crate::date::value::Moment;

use super::clock_words::Half;
use super::cursor::{Cursor, Parsed};
use super::number::{below_hundred, digits_of};

/// '7', '7:15', '7.50', 'seven': what 'p.m.' can stand behind, with or without seconds.
pub(super) fn bare_clock(cursor: Cursor<'_>) -> Parsed<'_, (u32, u32)> {
    let (rest, hour) = below_hundred(cursor).or_else(|| digits_of(cursor, 1, 2))?;
    Some(minutes(rest, &[":", "."]).map_or((rest, (hour, 0)), |(rest, minute)| (rest, (hour, minute))))
}

/// ':30' behind minutes; none are told where they are nought.
pub(super) fn seconds(rest: Cursor<'_>) -> (Cursor<'_>, Option<i8>) {
    let told = |(rest, second): (_, u32)| (rest, i8::try_from(second).ok().filter(|second| *second > 0));
    minutes(rest, &[":"]).map_or((rest, None), told)
}

/// '1140' before 'a.m.' or 'GMT'.
pub(super) fn run(cursor: Cursor<'_>) -> Parsed<'_, (u32, u32)> {
    let (rest, number) = digits_of(cursor, 3, 4)?;
    Some((rest, (number / 100, number % 100)))
}

/// A time by the clock in a half of the day.
pub(super) fn in_half(hour: u32, minute: u32, afternoon: bool) -> Option<Moment> {
    let hour = match (hour, afternoon) {
        (12, false) => 0,
        (1..=11, true) => hour + 12,
        (0..=23, _) => hour,
        _ => return None,
    };
    clock(hour, minute)
}

/// ':30', '.30' behind an hour.
pub(super) fn minutes<'t>(rest: Cursor<'t>, marks: &[&str]) -> Parsed<'t, u32> {
    let next = rest.glued(marks)?;
    digits_of(next, 2, 2).filter(|(_, minute)| next.is_glued() && *minute < 60)
}

/// 'a.m.', 'pm', 'in the morning': whether it is after noon.
pub(super) fn half_of_day(rest: Cursor<'_>) -> Parsed<'_, bool> {
    for (letter, joined, afternoon) in [("a", "am", false), ("p", "pm", true)] {
        let dotted = || {
            let apart = !rest.is_glued();
            let stop = rest.word(letter)?;
            let dot = stop.word(".").filter(|_| apart || stop.is_glued())?;
            let rest = dot.word("m").filter(|end| dot.is_glued() || end.word(".").is_some())?;
            Some(rest.word(".").unwrap_or(rest))
        };
        let whole = |end: &Cursor<'_>| !end.is_glued() || !end.token().is_some_and(|token| token.is_digits());
        if let Some(rest) = rest.word(joined).filter(whole).or_else(dotted) {
            return Some((rest, afternoon));
        }
    }
    rest.phrase(&rest.language().clock.halves).map(|(rest, half)| (rest, half == Half::AfterNoon))
}

/// A time by the clock, where there is such a one.
pub(super) fn clock(hour: u32, minute: u32) -> Option<Moment> {
    let hour = i8::try_from(hour).ok().filter(|hour| *hour < 24)?;
    let minute = i8::try_from(minute).ok().filter(|minute| *minute < 60)?;
    Some(Moment::Clock { hour, minute, second: None, universal: false })
}
