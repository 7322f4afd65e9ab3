//! Spans of hours: '5 to 6 p.m.', 'tonight from 7 to 7:30', 'between 0730 and 0930'.

use crate::date::meaning::Meaning;
use crate::date::unit::DayPart;
use crate::date::value::Moment;

use super::clock::{part_of_day, time};
use super::cursor::Cursor;
use super::hour::{bare_clock, clock, half_of_day, in_half, run};
use super::number::{digits_of, is_part_of_number};
use super::plausible::counts;
use super::span_part::{Joint, SpanPart, joint};

/// Any of them.
pub(super) fn clock_span(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    [clocks, clocks_of_part, runs].iter().find_map(|rule| rule(cursor))
}

/// '5 to 6 p.m.', 'between 2 and 4:30pm tomorrow': the last part says the half of the day, and the day.
fn clocks(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let words = &cursor.language().spans;
    let (rest, (hour, minute)) = bare_clock(cursor)?;
    let (next, joint) = joint(rest)?;
    let opened = cursor.before().is_some_and(|token| token.is_any(&words.opening));
    let (end, afternoon) = bare_clock(next).and_then(|(end, _)| half_of_day(end))?;
    let (whole, found) = time(next).filter(|(whole, _)| whole.at >= end.at)?;
    let Meaning::Moment(day, _) = &found.meaning else { return None };
    let second = bare_clock(next).and_then(|(_, (hour, minute))| in_half(hour, minute, afternoon))?;
    let same = in_half(hour, minute, afternoon).filter(|first| minutes_of(first) < minutes_of(&second));
    let first = same.or_else(|| in_half(hour, minute, false).filter(|_| afternoon))?;
    (joint == Joint::Range || joint == Joint::List && opened).then(|| {
        let first = Meaning::Moment(day.clone(), first);
        vec![
            SpanPart { start: cursor.at, end: rest.at, meaning: first },
            SpanPart { start: next.at, end: whole.at, meaning: found.meaning.clone() },
        ]
    })
}

/// 'Tonight from 7 to 7:30': the part of the day says their half.
fn clocks_of_part(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    let (rest, meaning) = part_of_day(cursor)?;
    let Meaning::Moment(day, Moment::Part(part)) = meaning else { return None };
    let (rest, first) = bare_clock(rest.any(&cursor.language().spans.opening)?)?;
    let (next, _) = joint(rest).filter(|(_, joint)| *joint != Joint::Comma)?;
    let (end, second) = bare_clock(next)?;
    let afternoon = part != DayPart::Morning;
    let moment = |(hour, minute)| in_half(hour, minute, afternoon);
    let (first, second) = (moment(first)?, moment(second)?);
    // 'Overnight from 10 to 6' ends on another day.
    let closes = minutes_of(&first) < minutes_of(&second) && !is_part_of_number(end) && !counts(end);
    let part = |start, end, moment| SpanPart { start, end, meaning: Meaning::Moment(day.clone(), moment) };
    closes.then(|| vec![part(cursor.at, rest.at, first), part(next.at, end.at, second)])
}

/// 'Between 0730 and 0930': hours written together, of which one begins with a nought.
fn runs(cursor: Cursor<'_>) -> Option<Vec<SpanPart>> {
    cursor.before().filter(|token| token.is_any(&cursor.language().spans.opening))?;
    let moment = |cursor: Cursor<'_>| {
        let (hour, minute) = run(cursor).filter(|_| digits_of(cursor, 4, 4).is_some())?.1;
        Some(Meaning::Moment(None, clock(hour, minute)?))
    };
    let first = moment(cursor)?;
    let (next, _) = joint(cursor.step()).filter(|(_, joint)| *joint != Joint::Comma)?;
    let second = moment(next)?;
    let nought = [cursor, next].iter().any(|at| at.token().is_some_and(|token| token.text.starts_with('0')));
    nought.then(|| {
        vec![
            SpanPart { start: cursor.at, end: cursor.at + 1, meaning: first },
            SpanPart { start: next.at, end: next.at + 1, meaning: second },
        ]
    })
}

fn minutes_of(moment: &Moment) -> i32 {
    match moment {
        Moment::Clock { hour, minute, .. } => i32::from(*hour) * 60 + i32::from(*minute),
        _ => 0,
    }
}
