//! How often something may be tried, by whom and at what: counted in a table that a stranger can neither fill nor aim.

mod household;
mod table;

use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

pub use household::Household;
pub use table::FairTable;

/// What is remembered at once, of everybody together: some megabytes.
const REMEMBERED: usize = 20_000;

/// Who tried how often.
#[derive(Debug)]
pub struct RateLimit<K> {
    most: u32,
    window: Duration,
    known: Mutex<FairTable<K, AttemptCount>>,
}

#[derive(Clone, Copy, Debug)]
struct AttemptCount {
    since: Instant,
    count: u32,
}

impl<K: Clone + Eq + Hash> RateLimit<K> {
    /// Lets each through so often in a time.
    pub fn new(most: u32, window: Duration) -> Self {
        Self::remembering(REMEMBERED, most, window)
    }

    fn remembering(remembered: usize, most: u32, window: Duration) -> Self {
        Self { most, window, known: Mutex::new(FairTable::new(remembered)) }
    }

    /// Counts one more try of a household at something; whether it is still within bounds.
    pub fn admits(&self, key: &K, from: Household) -> bool {
        self.admits_at(key, from, Instant::now())
    }

    /// Takes one back that turned out to be no trouble.
    pub fn forgive(&self, key: &K) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tries) = known.get_mut(key) {
            tries.count = tries.count.saturating_sub(1);
        }
    }

    fn admits_at(&self, key: &K, from: Household, now: Instant) -> bool {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let is_over = |tries: &AttemptCount| now.duration_since(tries.since) >= self.window;
        if let Some(tries) = known.get_mut(key) {
            let past = if is_over(tries) { AttemptCount { since: now, count: 0 } } else { *tries };
            *tries = AttemptCount { count: past.count.saturating_add(1), ..past };
            return tries.count <= self.most;
        }
        if known.is_full() {
            known.retain(|tries| !is_over(tries));
        }
        known.insert(key.clone(), from, AttemptCount { since: now, count: 1 });
        self.most > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str) -> Household {
        Household::of(address.parse().unwrap())
    }

    #[test]
    fn one_is_held_back_and_another_is_not() {
        let hour = Duration::from_secs(3600);
        let (pace, now) = (RateLimit::new(30, hour), Instant::now());
        let [one, other] = ["192.0.2.1", "192.0.2.2"].map(at);
        assert_eq!((0..100).filter(|_| pace.admits_at(&one, one, now)).count(), 30);
        assert!(pace.admits_at(&other, other, now));
        assert!(pace.admits_at(&one, one, now + hour));
    }

    #[test]
    fn what_is_forgiven_does_not_count() {
        let pace = RateLimit::new(1, Duration::from_secs(3600));
        let from = at("192.0.2.1");
        for _ in 0..10 {
            assert!(pace.admits(&"a", from));
            pace.forgive(&"a");
        }
        assert!(pace.admits(&"a", from) && !pace.admits(&"a", from));
    }

    #[test]
    fn a_stranger_cannot_have_a_count_forgotten() {
        let (pace, now) = (RateLimit::remembering(500, 3, Duration::from_secs(3600)), Instant::now());
        let guesser = at("192.0.2.1");
        assert_eq!((0..9).filter(|_| pace.admits_at(&"owner".to_owned(), guesser, now)).count(), 3);
        for number in 0..2_000 {
            pace.admits_at(&format!("invented {number}"), at("2001:db8::1"), now);
        }
        assert!(!pace.admits_at(&"owner".to_owned(), guesser, now), "what others invent makes nobody forgotten");
    }
}
