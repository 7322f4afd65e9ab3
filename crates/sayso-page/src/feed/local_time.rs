//! The times of entries with the offset that they were written with. A parser gives the instant alone, of which the day may
//! be another than that of those who wrote.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::Offset;
use memchr::memmem;
use regex::bytes::Regex;

/// When an entry was published and changed, as it was written; none where that is not found.
#[derive(Clone, Default)]
pub(super) struct WrittenTimes<'f> {
    published: Vec<&'f str>,
}

/// The elements of the entries of a feed that give times, entry by entry; nothing where they are not as many as were parsed.
pub(super) fn written(feed: &[u8], entries: usize) -> Vec<WrittenTimes<'_>> {
    let starts: Vec<usize> = ENTRY.find_iter(feed).map(|found| found.start()).collect();
    if starts.len() != entries || entries == 0 {
        return vec![WrittenTimes::default(); entries];
    }
    let ends = starts.iter().skip(1).copied().chain([feed.len()]);
    starts.iter().zip(ends).map(|(start, end)| WrittenTimes { published: times(&feed[*start..end]) }).collect()
}

impl WrittenTimes<'_> {
    /// An instant with the offset that it was written with here; in UTC where it was written otherwise.
    pub(super) fn local(&self, instant: &str) -> String {
        let at = instant.parse::<Timestamp>().ok();
        let offset = at.and_then(|at| self.published.iter().find_map(|written| offset(written, at)));
        match at.zip(offset.filter(|offset| !offset.is_zero())) {
            Some((at, offset)) => {
                let local = offset.to_datetime(at);
                let (sign, minutes) = (if offset.is_negative() { '-' } else { '+' }, offset.seconds().abs() / 60);
                let time = local.strftime("%Y-%m-%dT%H:%M:%S");
                format!("{time}{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
            None => instant.to_owned(),
        }
    }
}

/// How an entry begins.
static ENTRY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<(?:item|entry)[\s>]").expect("it is one"));

/// What gives times, and what stands in it.
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"<(?:pubDate|dc:date|updated|published|issued|modified)[^<>]*>\s*(?:<!\[CDATA\[)?\s*([^<\]]{6,60})")
        .expect("it is one")
});

/// Times of an entry that are looked at.
const MOST_TIMES: usize = 8;

fn times(entry: &[u8]) -> Vec<&str> {
    let end = memmem::find(entry, b"<content").unwrap_or(entry.len());
    let after = memmem::rfind(entry, b"</content").unwrap_or(entry.len()).max(end);
    let found = TIME.captures_iter(&entry[..end]).chain(TIME.captures_iter(&entry[after..]));
    found.take(MOST_TIMES).filter_map(|found| str::from_utf8(found.get(1)?.as_bytes()).ok()).map(str::trim).collect()
}

/// The offset of a written time, if that is an instant.
fn offset(written: &str, at: Timestamp) -> Option<Offset> {
    let zone = written.rsplit(' ').next()?;
    let offset = named(zone).or_else(|| numbered(zone))?;
    let local = offset.to_datetime(at);
    // The hour and minute that were written are those of the instant at that offset.
    written.contains(&local.strftime("%H:%M").to_string()).then_some(offset)
}

/// The zones of RFC 822 that news use.
fn named(zone: &str) -> Option<Offset> {
    // no words of a language: names of time zones
    let hours = match zone {
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        _ => return None,
    };
    Offset::from_hours(hours).ok()
}

/// '+0100', '22:30:00-05:00'.
fn numbered(zone: &str) -> Option<Offset> {
    let at = zone.rfind(['+', '-'])?;
    let digits: String = zone[at + 1..].chars().filter(|letter| *letter != ':').collect();
    let is_offset = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: i32 = digits.parse().ok().filter(|_| is_offset)?;
    let seconds = (number / 100 * 60 + number % 100) * 60;
    Offset::from_seconds(if zone[at..].starts_with('-') { -seconds } else { seconds }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(written: &str, instant: &str) -> String {
        WrittenTimes { published: vec![written] }.local(instant)
    }

    #[test]
    fn an_instant_has_the_offset_that_was_written() {
        assert_eq!(told("Fri, 09 Aug 2019 14:38:00 +0100", "2019-08-09T13:38:00+00:00"), "2019-08-09T14:38:00+01:00");
        assert_eq!(told("2026-03-10T22:30:00-05:00", "2026-03-11T03:30:00+00:00"), "2026-03-10T22:30:00-05:00");
        assert_eq!(told("Tue, 10 Mar 2026 22:30 EST", "2026-03-11T03:30:00+00:00"), "2026-03-10T22:30:00-05:00");
        for written in
            ["Tue, 10 Mar 2026 03:30:00 GMT", "2026-03-11T03:30:00Z", "Tue, 10 Mar 2026 20:00 EST", "2026-03-11"]
        {
            assert_eq!(told(written, "2026-03-11T03:30:00+00:00"), "2026-03-11T03:30:00+00:00", "{written}");
        }
    }

    #[test]
    fn every_entry_has_its_own_times() {
        let feed =
            b"<rss><pubDate>x, 1 May 2020 01:00 +0900</pubDate><item><pubDate>1 May 2020 10:00 +0100</pubDate></item>\
                     <item><title>t</title></item></rss>";
        let all = written(feed, 2);
        assert_eq!(all[0].local("2020-05-01T09:00:00+00:00"), "2020-05-01T10:00:00+01:00");
        assert_eq!(all[1].local("2020-05-01T09:00:00+00:00"), "2020-05-01T09:00:00+00:00");
        assert!(written(feed, 3).iter().all(|one| one.published.is_empty()));
    }
}
