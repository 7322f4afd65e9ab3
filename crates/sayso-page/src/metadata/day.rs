//! Days as pages write them: in words, in digits, in an address.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::vocabulary::{all, any, pattern};

use super::order::DayMonthOrder;

static ISO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\s*((?:19|20)\d\d)[-/](\d\d?)[-/](\d\d?)(?:(?:T|\s+)(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?)?",
    )
});
static COMPACT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:\D|T|$)"));
static DAY_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    let (endings, months) = (any(|words| &words.months.day_endings), any(|words| &words.months.before_month));
    let years = any(|words| &words.months.before_year);
    pattern(&format!(
        r"(?i)\b(\d{{1,2}})(?:\.|{endings})?\s*(?:{months}\s+)?(\pL{{3,10}})\.?,?\s*(?:{years}\s+)?((?:19|20)\d\d)\b"
    ))
});
static MONTH_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    let endings = any(|words| &words.months.day_endings);
    pattern(&format!(
        r"(?i)\b(\pL{{3,10}})\.?\s+(\d{{1,2}}){endings}?,?\s+(?:\d\d:\d\d(?::\d\d)?\s+)?((?:19|20)\d\d)\b"
    ))
});
static DOTTED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d|\d\d)\b"));
static SLASHED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)\b"));
static ISO_INSIDE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b"));
static EAST_ASIAN: LazyLock<Regex> = LazyLock::new(|| pattern(r"((?:19|20)\d\d)\s*年\s*(\d\d?)\s*月\s*(\d\d?)\s*日"));
static IN_ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"[/=_-]((?:19|20)\d\d)(?:/(\d\d?)/(\d\d?)|-(\d\d)-(\d\d)|_(\d\d)_(\d\d)|(\d\d)(\d\d))(?:\D|$)")
});
static DAY_IN_ADDRESS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[/_](\d\d)-(\d\d)-((?:19|20)\d\d)(?:\D|$)"));

/// A date as ISO 8601: with its time of day and offset where it was written in ISO's form, else the day alone.
pub(super) fn parse(text: &str, order: DayMonthOrder) -> Option<String> {
    let compact = || numbered(&COMPACT, text, [1, 2, 3]);
    iso(text).or_else(compact).or_else(|| in_words(text)).or_else(|| in_digits(text, order))
}

/// Whether a text has a day, written in any form but with slashes, which may mean two.
pub(crate) fn mentions_day(text: &str, day: &str) -> bool {
    let of = |pattern: &Regex, read: &dyn Fn(&Captures<'_>) -> Option<String>| {
        pattern.captures_iter(text).filter_map(|found| read(&found)).any(|found| found == day)
    };
    of(&DAY_FIRST, &|found| date(number(found, 3)?, month(&found[2])?, number(found, 1)?))
        || of(&MONTH_FIRST, &|found| date(number(found, 3)?, month(&found[1])?, number(found, 2)?))
        || of(&DOTTED, &|found| date(number(found, 3)?, number(found, 2)?, number(found, 1)?))
        || of(&ISO_INSIDE, &|found| date(number(found, 1)?, number(found, 2)?, number(found, 3)?))
}

fn iso(text: &str) -> Option<String> {
    let found = ISO.captures(text)?;
    let day = numbered(&ISO, text, [1, 2, 3])?;
    let Some(time) = found.get(4) else { return Some(day) };
    let offset = found.get(5).map_or(String::new(), |offset| match offset.as_str() {
        plain if plain.len() == 5 => format!("{}:{}", &plain[..3], &plain[3..]),
        written => written.to_owned(),
    });
    Some(format!("{day}T{}{offset}", time.as_str()))
}

fn in_words(text: &str) -> Option<String> {
    let day_first =
        DAY_FIRST.captures_iter(text).find_map(|found| date(number(&found, 3)?, month(&found[2])?, number(&found, 1)?));
    day_first.or_else(|| {
        MONTH_FIRST
            .captures_iter(text)
            .find_map(|found| date(number(&found, 3)?, month(&found[1])?, number(&found, 2)?))
    })
}

/// In the page's order; the other way round only where nothing else is possible.
fn in_digits(text: &str, order: DayMonthOrder) -> Option<String> {
    let orders = match order {
        DayMonthOrder::DayFirst => [[3, 2, 1], [3, 1, 2]],
        DayMonthOrder::MonthFirst => [[3, 1, 2], [3, 2, 1]],
    };
    numbered(&DOTTED, text, [3, 2, 1])
        .or_else(|| orders.into_iter().find_map(|order| numbered(&SLASHED, text, order)))
        .or_else(|| numbered(&ISO_INSIDE, text, [1, 2, 3]))
        .or_else(|| numbered(&EAST_ASIAN, text, [1, 2, 3]))
}

fn numbered(pattern: &Regex, text: &str, [year, month, day]: [usize; 3]) -> Option<String> {
    pattern
        .captures_iter(text)
        .find_map(|found| date(number(&found, year)?, number(&found, month)?, number(&found, day)?))
}

fn number(found: &Captures<'_>, place: usize) -> Option<u32> {
    found.get(place)?.as_str().parse().ok()
}

/// A month by how its name begins, in any language; the longest beginning decides.
pub(super) fn month(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    let beginnings = all().iter().flat_map(|words| words.months.months.iter());
    beginnings
        .filter(|(begin, _)| name.starts_with(begin))
        .max_by_key(|(begin, _)| begin.len())
        .map(|(_, month)| *month)
}

fn date(year: u32, month: u32, day: u32) -> Option<String> {
    let year = if year < 100 { year + 2000 } else { year };
    let last = last_day(year, month);
    ((1..=12).contains(&month) && (1..=last).contains(&day)).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn last_day(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The day in an address.
pub(super) fn in_address(address: &str) -> Option<String> {
    let Some(found) = IN_ADDRESS.captures(address) else {
        return numbered(&DAY_IN_ADDRESS, address, [3, 2, 1]);
    };
    let part = |places: [usize; 4]| places.into_iter().find_map(|place| number(&found, place));
    date(number(&found, 1)?, part([2, 4, 6, 8])?, part([3, 5, 7, 9])?)
}

/// Whether a date is of the day after another's.
pub(super) fn is_next(one: &str, other: &str) -> bool {
    next(one).is_some_and(|next| other.get(..10) == Some(next.as_str()))
}

/// Whether two dates are one with its day and its month swapped.
pub(super) fn is_swapped(one: &str, other: &str) -> bool {
    let part = |date: &str, range: std::ops::Range<usize>| date.get(range).map(str::to_owned);
    let parts = |date: &str| [part(date, 0..4), part(date, 5..7), part(date, 8..10)];
    let ([year, month, day], swapped) = (parts(one), parts(other));
    swapped == [year, day, month]
}

/// The day after a date's.
pub(super) fn next(stated: &str) -> Option<String> {
    let part = |range: std::ops::Range<usize>| stated.get(range)?.parse::<u32>().ok();
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    match (month, day) {
        (12, 31) => date(year + 1, 1, 1),
        (_, last) if last == last_day(year, month) => date(year, month + 1, 1),
        _ => date(year, month, day + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_many_forms() {
        for (text, date) in [
            ("2020-05-03", "2020-05-03"),
            ("2020-05-03T07:08:09+0200", "2020-05-03T07:08:09+02:00"),
            ("2020-05-03 07:08 UTC", "2020-05-03T07:08"),
            ("20200503", "2020-05-03"),
            ("Sun, 03 May 2020 00:04:00 +0200", "2020-05-03"),
            ("Published May 3rd, 2020 at noon", "2020-05-03"),
            ("Fri Feb 18 10:27:24 2022", "2022-02-18"),
            ("3. Dezember 2020 10:29", "2020-12-03"),
            ("le 07 Mai 2020", "2020-05-07"),
            ("3 de mayo de 2022", "2022-05-03"),
            ("03.05.20, 12 Uhr", "2020-05-03"),
            ("03/05/2020", "2020-05-03"),
            ("05/23/2020", "2020-05-23"),
            ("2020年5月3日", "2020-05-03"),
        ] {
            assert_eq!(parse(text, DayMonthOrder::DayFirst).as_deref(), Some(date), "{text}");
        }
        assert_eq!(parse("Room 2020 has 31 chairs", DayMonthOrder::DayFirst), None);
        assert_eq!(parse("03/05/2020", DayMonthOrder::MonthFirst).as_deref(), Some("2020-03-05"));
        assert!(is_next("2020-02-29T00:10:00Z", "2020-03-01") && !is_next("2020-02-28", "2020-03-01"));
        assert!(is_swapped("2023-01-11", "2023-11-01T08:00") && !is_swapped("2023-01-11", "2022-11-01"));
        assert_eq!(in_address("https://a.example/2020/05/03/ferry").as_deref(), Some("2020-05-03"));
        assert_eq!(in_address("https://a.example/a-2020").as_deref(), None);
    }
}
