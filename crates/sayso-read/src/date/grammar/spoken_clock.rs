//! Times of day as they are spoken: 'half past six', 'a quarter to nine in the evening', 'ten minutes past five', 'at
//! five-thirty'.

use crate::date::lexicon::Sense;
use crate::date::value::Moment;

use super::cursor::{Cursor, Parsed};
use super::hour::{half_of_day, in_half};
use super::number::{below_hundred, digits_of};

/// Any of them.
pub(super) fn spoken(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    beside_hour(cursor).or_else(|| hour_and_minutes(cursor))
}

/// 'At five-thirty', 'at seven twenty-seven'.
fn hour_and_minutes(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    let word = |token: &crate::date::token::DateToken<'_>| match token.sense {
        Sense::Cardinal(number) => Some(number),
        _ => None,
    };
    cursor.before().filter(|token| token.is("at"))?;
    let (rest, hour) = cursor.take(word).filter(|(_, hour)| (1..=12).contains(hour))?;
    let (end, minutes) = below_hundred(rest.joint()?).filter(|(_, minutes)| (10..60).contains(minutes))?;
    let behind = &cursor.language().weekdays.behind_days;
    let day = matches!(end.token().map(|token| token.sense), Some(Sense::Day(_) | Sense::Weekday(_) | Sense::Opener));
    let (whole, afternoon) = half_of_day(end).map_or((end, None), |(rest, half)| (rest, Some(half)));
    let closes = end.token().is_none_or(|token| !token.is_word() || token.is_any(behind)) || day || afternoon.is_some();
    let moment = in_half(hour, minutes, afternoon.unwrap_or(false))?;
    closes.then_some((whole, moment))
}

/// Minutes before or behind a full hour.
fn beside_hour(cursor: Cursor<'_>) -> Parsed<'_, Moment> {
    let words = &cursor.language().clock;
    let (rest, (minutes, certain)) = part_of_hour(cursor).or_else(|| minutes(cursor))?;
    let (rest, sign) = rest.take(|token| token.meaning(&words.beside_hours))?;
    let before = cursor.before();
    let opens = before.is_some_and(|token| token.is_any(&cursor.language().spans.opening));
    let placed = !opens && before.is_some_and(|token| token.is_any(&words.before_times));
    // 'Ten to five' is a vote or a score as often as a time.
    if sign < 0 && !(certain || placed) || sign < 0 && minutes > 29 {
        return None;
    }
    let (rest, hour) = named_hour(rest).or_else(|| hour(rest))?;
    let total = i32::from(hour) * 60 + sign * minutes;
    let of_day = total.rem_euclid(24 * 60);
    let part = |number: i32| i8::try_from(number).ok();
    Some((rest, Moment::Clock { hour: part(of_day / 60)?, minute: part(of_day % 60)?, second: None, universal: false }))
}

/// 'half', 'a quarter', with their minutes.
fn part_of_hour(cursor: Cursor<'_>) -> Parsed<'_, (i32, bool)> {
    let start = cursor.maybe(&["a"]);
    let (rest, minutes) = start.take(|token| token.meaning(&cursor.language().clock.parts_of_hours))?;
    Some((rest, (minutes, true)))
}

/// 'ten', '20 minutes': those that say their unit are certain.
fn minutes(cursor: Cursor<'_>) -> Parsed<'_, (i32, bool)> {
    let (rest, number) =
        below_hundred(cursor).or_else(|| digits_of(cursor, 1, 2)).filter(|(_, number)| *number < 60)?;
    let unit = rest.any(&cursor.language().clock.minutes);
    Some((unit.unwrap_or(rest), (i32::try_from(number).ok()?, unit.is_some())))
}

/// 'noon', 'midnight'.
fn named_hour(cursor: Cursor<'_>) -> Parsed<'_, i8> {
    cursor.take(|token| token.meaning(&cursor.language().clock.named))
}

/// An hour in numbers that no larger number goes on, with its half of the day.
fn hour(cursor: Cursor<'_>) -> Parsed<'_, i8> {
    let (rest, hour) = below_hundred(cursor).or_else(|| digits_of(cursor, 1, 2))?;
    let goes_on = rest.glued(&[".", ",", ":", "%"]).is_some_and(|next| next.is_glued());
    let counts = rest.token().is_some_and(|token| matches!(token.sense, Sense::Scale(_))) || rest.unit().is_some();
    let (rest, afternoon) = half_of_day(rest).unwrap_or((rest, false));
    let Moment::Clock { hour, .. } = in_half(hour, 0, afternoon).filter(|_| hour <= 12 && !goes_on && !counts)? else {
        return None;
    };
    Some((rest, hour))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn beside_the_hour() {
        assert_eq!(
            read(
                "half past six on Monday; a quarter to nine in the evening; ten past five; at five to three; 20 minutes before noon"
            ),
            [
                "half past six on Monday = 2010-09-13T06:30",
                "a quarter to nine in the evening = 2010-09-13T20:45",
                "ten past five = 2010-09-13T05:10",
                "five to three = 2010-09-13T02:55",
                "20 minutes before noon = 2010-09-13T11:40"
            ]
        );
    }

    #[test]
    fn votes_and_fractions_are_none() {
        assert!(read("The court ruled five to four. Half to one million came past, from 7 to 9 of them.").is_empty());
    }
}
