//! Dates of tables as ISO 8601 has them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::{rfc2822, strtime};

/// A date in one of the ways in which tables have it, as ISO 8601 has it; nothing where it is none of them. Days with
/// slashes are none: whether the month or the day stands first differs from land to land.
#[must_use]
pub fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    match text.len() {
        8 if is_number(text) => Some(strtime::parse("%Y%m%d", text).ok()?.to_date().ok()?.to_string()),
        10 | 13 if is_number(text) => since_1970(text),
        14 if is_number(text) => zulu(strtime::parse("%Y%m%d%H%M%S", text).ok()?.to_datetime().ok()?),
        // GDELT.
        16 if text.ends_with('Z') && text.get(..8).is_some_and(is_number) => {
            zulu(strtime::parse("%Y%m%dT%H%M%SZ", text).ok()?.to_datetime().ok()?)
        }
        _ => written(text),
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// In seconds, or in thousandths of them.
fn since_1970(text: &str) -> Option<String> {
    let number: i64 = text.parse().ok()?;
    let at = if text.len() == 10 { Timestamp::from_second(number) } else { Timestamp::from_millisecond(number) };
    Some(at.ok()?.to_string())
}

fn zulu(at: DateTime) -> Option<String> {
    Some(format!("{at}Z"))
}

/// A day, an instant as it is, a time without its zone, or the date of a mail or a feed.
fn written(text: &str) -> Option<String> {
    if let Some(day) = text.parse::<Date>().ok().filter(|_| text.len() == 10) {
        return Some(day.to_string());
    }
    if text.parse::<Timestamp>().is_ok() {
        return Some(text.replacen(' ', "T", 1));
    }
    if let Ok(at) = text.parse::<DateTime>() {
        return Some(at.to_string());
    }
    rfc2822::parse(text).ok().map(|at| at.timestamp().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_tables_are_told() {
        for (text, expected) in [
            ("2026-02-03", Some("2026-02-03")),
            ("2026-02-03 10:15:00", Some("2026-02-03T10:15:00")),
            ("2026-02-03 10:15:00+01:00", Some("2026-02-03T10:15:00+01:00")),
            ("2026-02-03T10:15:00Z", Some("2026-02-03T10:15:00Z")),
            ("20260203", Some("2026-02-03")),
            ("20260203101500", Some("2026-02-03T10:15:00Z")),
            ("20260203T101500Z", Some("2026-02-03T10:15:00Z")),
            ("Tue, 03 Feb 2026 10:15:00 GMT", Some("2026-02-03T10:15:00Z")),
            ("1770113700", Some("2026-02-03T10:15:00Z")),
            ("03/02/2026", None),
            ("20261399", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(iso(text).as_deref(), expected, "{text}");
        }
    }
}
