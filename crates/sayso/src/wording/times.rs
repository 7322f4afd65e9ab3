//! Instants as people write them: 'Feb 5, 08:30 UTC', whatever the offset that the outlet gave.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use sayso_ledger::document::instant;

/// Where no time is given, or none that can be read.
const UNKNOWN: &str = "no date given";

/// Characters of a day without a time: '2026-02-05'.
const DAY: usize = 10;

/// The instant of a time as given.
pub fn at(written: Option<&str>) -> Option<Timestamp> {
    written.and_then(instant)
}

/// 'Feb 5, 08:30 UTC'; 'Feb 5' where no more than the day is given.
#[must_use]
pub fn moment(written: Option<&str>) -> String {
    match (at(written), written) {
        (Some(time), Some(written)) if written.trim().len() <= DAY => day(time),
        (Some(time), _) => format!("{}, {} UTC", day(time), clock(time)),
        _ => UNKNOWN.to_owned(),
    }
}

/// 'Feb 5', in UTC.
#[must_use]
pub fn day(time: Timestamp) -> String {
    TimeZone::UTC.to_datetime(time).strftime("%b %-d").to_string()
}

/// '08:30', in UTC.
#[must_use]
pub fn clock(time: Timestamp) -> String {
    TimeZone::UTC.to_datetime(time).strftime("%H:%M").to_string()
}

/// 'Feb 3 to Feb 9, 2026': from the first of some instants to the last.
pub fn range(times: impl Iterator<Item = Timestamp> + Clone) -> String {
    let (Some(first), Some(last)) = (times.clone().min(), times.max()) else {
        return UNKNOWN.to_owned();
    };
    let year = |time: Timestamp| TimeZone::UTC.to_datetime(time).strftime("%Y").to_string();
    let [from, until] = [day(first), day(last)];
    match (year(first) == year(last), from == until) {
        (true, true) => format!("{from}, {}", year(first)),
        (true, false) => format!("{from} to {until}, {}", year(last)),
        (false, _) => format!("{from}, {} to {until}, {}", year(first), year(last)),
    }
}
