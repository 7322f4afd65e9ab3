//! When to visit next.

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::{SignedDuration, Timestamp};

/// After how long an article is visited again, counted from the visit before: most silent edits are made within hours, and
/// after ten days hardly any.
const REVISITS: [SignedDuration; 5] = [
    SignedDuration::from_hours(1),
    SignedDuration::from_hours(6),
    SignedDuration::from_hours(24),
    SignedDuration::from_hours(72),
    SignedDuration::from_hours(168),
];

/// The first wait after a failure, which doubles with each; and the longest.
const FIRST_WAIT: SignedDuration = SignedDuration::from_mins(2);
pub const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(24);

/// Failures in a row after which a page is given up: some four hours, over which an outage is rarely longer.
pub const MOST_FAILURES: u32 = 7;

/// How often what is watched is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitIntervals {
    /// Between two visits of a feed.
    pub lists: SignedDuration,
    /// Between two requests to one site, where its robots.txt does not ask for more.
    pub site: SignedDuration,
}

impl Default for VisitIntervals {
    /// Feeds are made anew every ten minutes or so; a request every three seconds is what a reader makes.
    fn default() -> Self {
        Self { lists: SignedDuration::from_mins(15), site: SignedDuration::from_secs(3) }
    }
}

/// When an article is visited again that was visited so many times; never, at last.
pub fn revisit(visits: u32, now: Timestamp) -> Option<Timestamp> {
    let wait = REVISITS.get(usize::try_from(visits).ok()?.checked_sub(1)?)?;
    Some(now + *wait)
}

/// When something is tried again that failed so many times in a row: later each time, and not all at once.
pub fn retry(key: &str, failures: u32, now: Timestamp) -> Timestamp {
    let doubled = FIRST_WAIT.checked_mul(1 << failures.saturating_sub(1).min(16)).unwrap_or(LONGEST_WAIT);
    now + jittered(doubled.min(LONGEST_WAIT), key, failures)
}

/// Three to five fourths of a wait. The share is drawn from what waits and how often it did, not by chance, so that a day that is
/// played again is the same day.
fn jittered(wait: SignedDuration, key: &str, failures: u32) -> SignedDuration {
    let mut hasher = DefaultHasher::new();
    (key, failures).hash(&mut hasher);
    let thousandths = i32::try_from(hasher.finish() % 501).unwrap_or_default() + 750;
    wait * thousandths / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_end() {
        let now = Timestamp::UNIX_EPOCH;
        let waits: Vec<i64> = (1..30).map(|failures| retry("a", failures, now).as_second()).collect();
        assert!((90..=150).contains(&waits[0]) && (180..=300).contains(&waits[1]), "{waits:?}");
        assert!(waits.iter().all(|wait| *wait <= 24 * 3_600 * 5 / 4));
        assert!(waits[28] >= 24 * 3_600 * 3 / 4);
    }

    #[test]
    fn waits_are_spread_and_the_same_again() {
        let now = Timestamp::UNIX_EPOCH;
        let waits = |failures| (0..50).map(|key| retry(&format!("k{key}"), failures, now)).collect::<Vec<_>>();
        assert_eq!(waits(3), waits(3));
        let mut some = waits(3);
        some.sort();
        some.dedup();
        assert!(some.len() > 40);
    }

    #[test]
    fn an_article_is_visited_again_less_and_less() {
        let hours: Vec<_> =
            (0..8).map(|visits| revisit(visits, Timestamp::UNIX_EPOCH).map(|at| at.as_second() / 3_600)).collect();
        assert_eq!(hours, [None, Some(1), Some(6), Some(24), Some(72), Some(168), None, None]);
    }
}
