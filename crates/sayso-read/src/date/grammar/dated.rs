//! Dates by the calendar: 'June 18, 2009', '18 June', '7/8/07', '1990', 'the 1990s'.

use jiff::civil::{Date, Weekday};

use crate::date::calendar::Period;
use crate::date::lexicon::Sense;
use crate::date::meaning::{Meaning, Which, Yearly};

use super::cursor::{Cursor, Parsed};
use super::era::year_of_era;
use super::number::{ANY_LEAP_YEAR, YEARS, below_hundred, digits_of, is_part_of_number, ordinal};
use super::slashed::{joined, placed, without_year};

/// A day or a month of a year, with or without the weekday.
pub(super) fn date(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let dated = weekday_name(cursor).and_then(|(rest, weekday)| {
        let rest = rest.glued(&[","]).unwrap_or(rest).maybe(&["the"]);
        let (rest, meaning) = day_of_month(rest).or_else(|| without_year(rest))?;
        Some((rest, with_weekday(meaning, weekday)))
    });
    dated
        .or_else(|| joined(cursor))
        .or_else(|| day_of_month(cursor))
        .or_else(|| numeric(cursor))
        .or_else(|| numeric_month(cursor))
        .or_else(|| month(cursor))
        .or_else(|| placed(cursor))
}

fn with_weekday(meaning: Meaning, weekday: Weekday) -> Meaning {
    match meaning {
        Meaning::Yearly(Yearly::Day(month, day, None), which) => {
            Meaning::Yearly(Yearly::Day(month, day, Some(weekday)), which)
        }
        other => other,
    }
}

/// 'June 18', 'June 18th, 2009', '18 June 2009', 'the 18th of June'.
fn day_of_month(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, (month, day)) = month_day(cursor).or_else(|| day_month(cursor))?;
    let whole = with_year(rest, |year| Date::new(year, month, day).ok().map(|date| Meaning::Fixed(Period::Day(date))));
    whole.or_else(|| {
        Date::new(ANY_LEAP_YEAR, month, day).ok()?;
        Some((rest, Meaning::Yearly(Yearly::Day(month, day, None), Which::Told)))
    })
}

pub(super) fn month_day(cursor: Cursor<'_>) -> Parsed<'_, (i8, i8)> {
    let (rest, month) = month_name(cursor)?;
    let behind_comma = || ordinal(rest.glued(&[","])?).filter(|(_, day)| (1..=31).contains(day));
    let spelled = || behind_comma().and_then(|(rest, day)| Some((rest, i8::try_from(day).ok()?)));
    let short = matches!(cursor.token()?.sense, Sense::ShortMonth(_)) && rest.at == cursor.at + 1;
    let (rest, day) = day_number(rest.maybe(&["the"])).filter(|_| !rest.is_glued() || short).or_else(spelled)?;
    Some((rest, (month, day)))
}

pub(super) fn day_month(cursor: Cursor<'_>) -> Parsed<'_, (i8, i8)> {
    let in_words = || {
        let (rest, day) = below_hundred(cursor).filter(|(rest, day)| *day > 20 && month_name(*rest).is_some())?;
        Some((rest, i8::try_from(day).ok().filter(|day| *day <= 31)?))
    };
    let (rest, day) = day_number(cursor.maybe(&["the"])).or_else(in_words)?;
    let rest = rest.maybe(&["day"]).maybe(&["of"]);
    let (rest, month) = rest.joint().and_then(month_name)?;
    // '3-2 March 5': a score before a day.
    let score = cursor.is_glued() && digits_of(rest, 1, 2).is_some_and(|(end, _)| !is_part_of_number(end));
    (!score).then_some((rest, (month, day)))
}

/// A day in digits or as an ordinal, not the beginning of a longer number.
pub(super) fn day_number(cursor: Cursor<'_>) -> Parsed<'_, i8> {
    let (rest, day) = ordinal(cursor).or_else(|| {
        let (rest, day) = digits_of(cursor, 1, 2)?;
        (!is_part_of_number(rest)).then_some((rest, day))
    })?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    Some((rest, day))
}

/// A year behind a day or a month, with or without a comma.
pub(super) fn with_year<T>(rest: Cursor<'_>, build: impl Fn(i16) -> Option<T>) -> Parsed<'_, T> {
    let comma = rest.maybe(&[","]);
    let of = comma.any(&["of", "in"]).unwrap_or(comma);
    let (rest, year) = year_number(of)?;
    build(year).map(|meaning| (rest, meaning))
}

/// '2015-03', '2015-12': a month as ISO 8601 writes it, and not the years 2010 to 2012.
fn numeric_month(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, year) = digits_of(cursor, 4, 4).filter(|(_, year)| YEARS.contains(year))?;
    let next = rest.glued(&["-"]).filter(|next| next.is_glued())?;
    let (end, month) = digits_of(next, 2, 2).filter(|(_, month)| (1..=12).contains(month))?;
    let years = month > year % 100;
    let goes_on = is_part_of_number(end) || end.glued(&["-", "/"]).is_some();
    let period = Period::Month(Some(i16::try_from(year).ok()?), i8::try_from(month).ok()?);
    (!years && !goes_on).then_some((end, Meaning::Fixed(period)))
}

/// 'June', 'June 2009', 'the month of July'.
fn month(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let named = cursor.words("the month of").and_then(month_name);
    let (rest, month) = named.or_else(|| month_name(cursor))?;
    let short = matches!(cursor.token()?.sense, Sense::ShortMonth(_));
    let whole = with_year(rest, |year| Some(Meaning::Fixed(Period::Month(Some(year), month))));
    whole.or_else(|| {
        let no_day = digits_of(rest, 1, 2).is_none_or(|(end, _)| is_part_of_number(end));
        let placed =
            cursor.before().is_some_and(|token| token.is_any(&cursor.language().plausible.before_short_months));
        let placed = placed && cursor.any(&cursor.language().plausible.short_names).is_none();
        let bare = no_day && (!short || rest.at > cursor.at + 1 || placed);
        bare.then_some((rest, Meaning::Yearly(Yearly::Month(month), Which::Told)))
    })
}

/// A month's name, capitalised where it is another word too; an abbreviation takes its full stop along.
pub(super) fn month_name(cursor: Cursor<'_>) -> Parsed<'_, i8> {
    let other_words = &cursor.language().plausible.other_words;
    let (rest, (month, short)) = cursor.take(|token| match token.sense {
        Sense::Month(month) if token.is_capital() || !token.is_any(other_words) => Some((month, false)),
        Sense::ShortMonth(month) if token.is_capital() => Some((month, true)),
        _ => None,
    })?;
    Some((if short { rest.glued(&["."]).unwrap_or(rest) } else { rest }, month))
}

/// '7/8/07' (month first, as American news write), '2010-05-06', '2010/05/06', '23.04.2010'.
pub(super) fn numeric(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let (rest, first) = digits_of(cursor, 1, 4)?;
    let mark = ["/", "-", "."].into_iter().find(|mark| rest.glued(&[*mark]).is_some())?;
    let (rest, second) = digits_of(rest.step(), 1, 2).filter(|(rest, _)| rest.at == cursor.at + 3)?;
    let (rest, third) = digits_of(rest.glued(&[mark])?, 1, 4)?;
    let short = |at: usize| cursor.moved(at).token().is_some_and(|token| token.text.len() < 2);
    let dotted = mark == ".";
    let whole = third > 31 || !dotted;
    if rest.glued(&[mark]).is_some_and(Cursor::is_glued)
        || mark == "-" && (short(cursor.at) || short(cursor.at + 2))
        || !whole
    {
        return None;
    }
    let (year, month, day) = match () {
        () if first > 31 => (first, second, third),
        () if dotted => (third, second, first),
        () => (full_year(third), first, second),
    };
    let (month, day) = if month > 12 { (day, month) } else { (month, day) };
    YEARS.contains(&year).then_some(())?;
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some((rest, Meaning::Fixed(Period::Day(date))))
}

/// Two digits stand for a year from 1970 on.
fn full_year(year: u32) -> u32 {
    match year {
        0..=69 => 2000 + year,
        70..=99 => 1900 + year,
        _ => year,
    }
}

/// A year in four digits or in words.
pub(super) fn year_number(cursor: Cursor<'_>) -> Parsed<'_, i16> {
    let digits = digits_of(cursor, 4, 4).filter(|(rest, _)| !is_part_of_number(*rest));
    if let Some(found) = year_of_era(cursor) {
        return Some(found);
    }
    let (rest, year) = digits.or_else(|| year_in_words(cursor))?;
    Some((rest, i16::try_from(year).ok().filter(|_| YEARS.contains(&year))?))
}

/// 'nineteen ninety-six', 'two thousand'.
fn year_in_words(cursor: Cursor<'_>) -> Parsed<'_, u32> {
    if let Some(rest) = cursor.words("two thousand") {
        let (rest, ones) = below_hundred(rest.maybe(&["and"])).unwrap_or((rest, 0));
        return cursor
            .before()
            .is_some_and(|token| token.is_any(&["year", "in", "since"]) || is_month(token))
            .then_some((rest, 2000 + ones));
    }
    let (rest, century) = cursor.take(|token| match token.sense {
        Sense::Cardinal(number) => Some(number).filter(|number| (17..=20).contains(number)),
        _ => None,
    })?;
    // 'Seventeen hundred (and) thirty-three'.
    let hundred = rest.word("hundred").map(|rest| rest.maybe(&["and"]));
    let (rest, ones) =
        below_hundred(hundred.or_else(|| rest.joint())?).filter(|(_, ones)| *ones >= 10 || hundred.is_some())?;
    Some((rest, 100 * century + ones))
}

/// 'October two thousand': a month or its day stands in front of the year.
fn is_month(token: &crate::date::token::DateToken<'_>) -> bool {
    matches!(token.sense, Sense::Month(_) | Sense::ShortMonth(_))
}

/// 'the 1990s', '1990's', 'the '90s', 'the nineties'.
pub(super) fn decade(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    let start = cursor.maybe(&["the"]);
    let by_word = || {
        let (rest, year) = start.take(|token| token.meaning(&cursor.language().yearly.decades))?;
        let placed = cursor.before().is_some_and(|token| token.is("in")) && cursor.word("the").is_none();
        (start.at > cursor.at || placed).then_some((rest, year))
    };
    let in_digits = || {
        let (rest, year) = decade_in_digits(start)?;
        Some((rest, i16::try_from(year).ok()?))
    };
    let (rest, year) = in_digits().or_else(by_word)?;
    let is_century = year % 100 == 0 && year < 1900;
    let period = if is_century { Period::Century(year / 100) } else { Period::Decade(year / 10) };
    Some((rest, Meaning::Fixed(period)))
}

fn decade_in_digits(cursor: Cursor<'_>) -> Parsed<'_, u32> {
    let plural = |rest: Cursor<'_>| rest.glued(&["'", "’"]).unwrap_or(rest).word("s").map(|rest| rest.at);
    let full = digits_of(cursor, 4, 4).filter(|(_, year)| YEARS.contains(year));
    let short = || {
        let (rest, year) = digits_of(cursor.any(&["'", "’", "‘"])?, 2, 2)?;
        Some((rest, 1900 + year))
    };
    let (rest, year) = full.or_else(short).filter(|(_, year)| year % 10 == 0)?;
    let end = plural(rest)?;
    Some((rest.moved(end), year))
}

/// A year alone: '1990', 'the year 2000', '2013/14'.
pub(super) fn year(cursor: Cursor<'_>) -> Parsed<'_, Meaning> {
    if let Some((rest, year)) = fiscal_year(cursor) {
        return Some((rest, Meaning::Fixed(Period::Year(year))));
    }
    let start = cursor.words("the year").or_else(|| cursor.any(&["calendar", "fiscal"])).unwrap_or(cursor);
    let (rest, year) = year_number(start)?;
    Some((second_year(rest, year).unwrap_or(rest), Meaning::Fixed(Period::Year(year))))
}

/// 'FY2026', 'FY 26', 'fiscal year 2026', 'FY2025/26'.
pub(super) fn fiscal_year(cursor: Cursor<'_>) -> Parsed<'_, i16> {
    let rest = cursor.any_phrase(&cursor.language().yearly.fiscal)?;
    let rest = rest.glued(&["'", "’"]).unwrap_or(rest);
    let (end, year) = digits_of(rest, 4, 4).or_else(|| digits_of(rest, 2, 2))?;
    let year = i16::try_from(full_year(year)).ok()?;
    let whole = !is_part_of_number(end) && YEARS.contains(&year.unsigned_abs().into());
    whole.then(|| (second_year(end, year).unwrap_or(end), year))
}

/// The rest of '2013/2014', '2013/14', '2013-14'.
fn second_year(rest: Cursor<'_>, year: i16) -> Option<Cursor<'_>> {
    let next = rest.glued(&["/", "-", "–"])?;
    let (rest, second) = digits_of(next, 2, 4).filter(|_| next.is_glued())?;
    let following = i32::from(year) + 1;
    let same = second == following.unsigned_abs() || second == following.unsigned_abs() % 100;
    same.then_some(rest)
}

/// A weekday's name; an abbreviation is capitalised, and stands with its full stop or before a date.
pub fn weekday_name(cursor: Cursor<'_>) -> Parsed<'_, Weekday> {
    let (rest, (day, short)) = cursor.take(|token| match token.sense {
        Sense::Weekday(day) => Some((day, false)),
        Sense::ShortWeekday(day) if token.is_capital() => Some((day, true)),
        _ => None,
    })?;
    match short {
        false => Some((rest, day)),
        true if date(rest.glued(&[","]).unwrap_or(rest)).is_some() => Some((rest, day)),
        true => Some((rest.glued(&["."])?, day)),
    }
}

/// A weekday's name where what follows tells that it is one: abbreviated ones need no full stop.
pub(super) fn weekday_in_list(cursor: Cursor<'_>) -> Parsed<'_, Weekday> {
    let (rest, day) = cursor.take(|token| match token.sense {
        Sense::Weekday(day) => Some(day),
        Sense::ShortWeekday(day) if token.is_capital() => Some(day),
        _ => None,
    })?;
    let short = cursor.token().is_some_and(|token| matches!(token.sense, Sense::ShortWeekday(_)));
    Some((if short { rest.glued(&["."]).unwrap_or(rest) } else { rest }, day))
}

#[cfg(test)]
mod tests {
    use crate::date::reading::read;

    #[test]
    fn dates_by_the_calendar() {
        assert_eq!(
            read("June 18, 2009; 18 June 2009; the 4th of July; 7/8/07; 2010-05-06; March 2009"),
            [
                "June 18, 2009 = 2009-06-18",
                "18 June 2009 = 2009-06-18",
                "the 4th of July = 2010-07-04",
                "7/8/07 = 2007-07-08",
                "2010-05-06 = 2010-05-06",
                "March 2009 = 2009-03"
            ]
        );
    }

    #[test]
    fn years_decades_and_centuries() {
        assert_eq!(
            read("in 1066, the 1990s, the late '80s, the nineties, the 1800s, nineteen ninety-six"),
            [
                "1066 = 1066",
                "the 1990s = 199",
                "the late '80s = 198 END",
                "the nineties = 199",
                "the 1800s = 18",
                "nineteen ninety-six = 1996"
            ]
        );
    }

    #[test]
    fn other_numbers_are_none() {
        assert!(read("He paid $2000 in all. 1984 books, 1.2010, room 2010, 3-1-1, Feb. 30").is_empty());
    }
}
