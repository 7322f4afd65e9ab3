//! Times of day: '10 p.m. Wednesday', '18:00 UTC', 'noon', 'Friday morning', 'last night', 'overnight'.

use crate::date::calendar::Period;
use crate::date::lexicon::Sense;
use crate::date::meaning::{Expression, Meaning};
use crate::date::unit::{DayPart, Unit};
use crate::date::value::Moment;

use super::clock_words::Zone;
use super::cursor::{Cursor, Parsed};
use super::dated::date;
use super::hour::{bare_clock, clock, half_of_day, in_half, minutes, run, seconds};
use super::number::{digits_of, is_part_of_number};
use super::point::point;
use super::selector::selector;
use super::spoken_clock::spoken;

/// Any of them.
pub(super) fn time(cursor: Cursor<'_>) -> Parsed<'_, Expression> {
    let (rest, meaning) = dated(cursor)
        .or_else(|| by_clock(cursor).map(|(rest, moment)| with_day(rest, moment)))
        .or_else(|| part_of_day(cursor).map(|(rest, part)| at_hour(rest, &part).unwrap_or((rest, part))))?;
    Some((rest, meaning.into()))
}

/// '2010-05-06T10:30:00Z', '9 July 2005 18:06'.
fn dated(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, day) = date(cursor).filter(|(_, meaning)| matches!(meaning, Meaning::Fixed(Period::Day(_))))?;
    let start = rest.glued(&["t"]).unwrap_or(rest);
    let (rest, hour) = digits_of(start, 2, 2)?;
    let (rest, minute) = minutes(rest, &[":"])?;
    let (rest, second) = seconds(rest);
    let (rest, universal) = zone(rest);
    let moment = in_zone(clock(hour, minute)?, second, universal);
    Some((rest, Meaning::Moment(Some(Box::new(day)), moment)))
}

/// A time by the clock: '10 p.m.', '18:00', '1140 GMT', 'noon', '4 in the morning'.
pub(super) fn by_clock(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    let clocks = [named, spoken, twelve_hours, full_day];
    let (rest, moment) = clocks.iter().find_map(|rule| rule(cursor))?;
    let (rest, universal) = zone(rest);
    Some((rest, in_zone(moment, None, universal)))
}

/// The same time with its seconds, in universal time or not.
fn in_zone(moment: Moment, seconds: Option<i8>, universal: bool) -> Moment {
    match moment {
        Moment::Clock { hour, minute, second, .. } => {
            Moment::Clock { hour, minute, second: second.or(seconds), universal }
        }
        other => other,
    }
}

fn named(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    let (rest, hour) = cursor.take(|token| token.meaning(&cursor.language().clock.named))?;
    Some((rest, Moment::Clock { hour, minute: 0, second: None, universal: false }))
}

/// '7 p.m.', '7:15 pm', '7.50am', "four o'clock", '4 in the morning'.
fn twelve_hours(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    let (rest, (hour, minute)) = bare_clock(cursor).or_else(|| run(cursor))?;
    let (rest, second) = seconds(rest);
    let (rest, afternoon) = half_of_day(rest)?;
    Some((rest, in_zone(in_half(hour, minute, afternoon)?, second, false)))
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
        let (rest, (hour, minute)) = run(cursor).filter(|_| digits_of(cursor, 4, 4).is_some())?;
        Some((rest, hour, minute, false))
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
        Some((rest, Meaning::Moment(day, part))) => (rest, Meaning::Moment(day, in_part(moment, part))),
        Some((rest, day)) => (rest, Meaning::Moment(Some(Box::new(day)), moment)),
        None => (rest, Meaning::Moment(day_behind_bracket(rest).map(Box::new), moment)),
    }
}

/// A time before noon with a part of the day that lies after it: 'five-thirty tomorrow evening'.
fn in_part(moment: Moment, part: Moment) -> Moment {
    let late = matches!(part, Moment::Part(DayPart::Afternoon | DayPart::Evening));
    match moment {
        Moment::Clock { hour: hour @ 1..=11, minute, second, universal } if late => {
            Moment::Clock { hour: hour + 12, minute, second, universal }
        }
        other => other,
    }
}

/// The day behind the same time elsewhere: '0600 GMT (0100 EST) on March 9'. It stays an expression of its own.
fn day_behind_bracket(rest: Cursor<'_>) -> Option<Meaning> {
    let elsewhere = || {
        let (rest, _) = by_clock(rest.glued(&[","]).unwrap_or(rest).word("(")?)?;
        rest.glued(&[")"])
    };
    let rest = rest.glued(&[")"]).or_else(elsewhere)?;
    let (_, meaning) = day(rest.glued(&[","]).unwrap_or(rest).maybe(&["on", "of"]))?;
    Some(meaning)
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
        Meaning::Weekday(..) | Meaning::DayOfWeek(..) | Meaning::Shifted { .. } | Meaning::NumberedDay(..) => true,
        Meaning::Step { grain, .. } => *grain == Unit::Day,
        _ => false,
    }
}

/// 'Friday morning', 'this evening', 'last night', 'tonight', 'overnight', 'the next morning', 'the night'.
pub(super) fn part_of_day(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let of = |day: Meaning, part| Meaning::Moment(Some(Box::new(day)), Moment::Part(part));
    if let Some(rest) = cursor.any(&["tonight", "tonite"]) {
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
    if let Some(found) = part_then_day(cursor) {
        return Some(found);
    }
    let placed = cursor.before().is_some_and(|token| token.is_any(&cursor.language().clock.before_day_parts));
    let (rest, part) = part_name(cursor.word("the")?).filter(|(rest, _)| placed && rest.word("of").is_none())?;
    Some((rest, Meaning::Moment(None, Moment::Part(part))))
}

/// 'the early hours of Wednesday morning'.
fn part_then_day(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, part) = cursor.phrase(&cursor.language().clock.hours)?;
    let next = rest.word("of")?;
    let (rest, day) = match part_of_day(next) {
        Some((rest, Meaning::Moment(Some(day), _))) => (rest, *day),
        _ => day(next)?,
    };
    Some((rest, Meaning::Moment(Some(Box::new(day)), Moment::Part(part))))
}

/// The hour behind a part of the day that tells its half: 'tonight at 9', 'in the morning around 7:30'.
fn at_hour<'t>(rest: Cursor<'t>, meaning: &Meaning) -> Parsed<'t, Meaning> {
    let Meaning::Moment(day, Moment::Part(part)) = meaning else { return None };
    let start = rest.any(&rest.language().clock.before_hours)?;
    let (end, (hour, minute)) = bare_clock(start).filter(|_| half_of_day(rest).is_none())?;
    let goes_on = end.is_glued() && end.token().is_some_and(|token| token.is_word()) || end.glued(&["-"]).is_some();
    let words = &end.language().weekdays.behind_days;
    let closes = end.token().is_none_or(|token| !token.is_word() || token.is_any(words));
    let clear = closes && !goes_on && !is_part_of_number(end) && end.unit().is_none();
    // Behind midnight a night is the next day's morning, which the expression does not say.
    let afternoon = *part != DayPart::Morning && !(*part == DayPart::Night && hour < 6);
    let told = (1..=12).contains(&hour) && !(*part == DayPart::Night && (hour < 6 || hour == 12));
    let moment = in_half(hour, minute, afternoon).filter(|_| clear && told)?;
    Some((end, Meaning::Moment(day.clone(), moment)))
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
