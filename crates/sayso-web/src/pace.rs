//! How often one address, or one name, may try something.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Keys that are remembered; when there are more, those whose time is over are forgotten, then all.
const REMEMBERED: usize = 20_000;

/// Who tried how often.
#[derive(Debug)]
pub struct Pace {
    most: u32,
    window: Duration,
    known: Mutex<HashMap<String, (Instant, u32)>>,
}

impl Pace {
    /// Lets each through so often in a time.
    pub fn new(most: u32, window: Duration) -> Self {
        Self { most, window, known: Mutex::default() }
    }

    /// Counts one more; whether it is still within bounds.
    pub fn admits(&self, key: &str) -> bool {
        self.admits_at(key, Instant::now())
    }

    /// Takes one back that turned out to be no trouble.
    pub fn forgive(&self, key: &str) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, count)) = known.get_mut(key) {
            *count = count.saturating_sub(1);
        }
    }

    fn admits_at(&self, key: &str, now: Instant) -> bool {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.retain(|_, (since, _)| now.duration_since(*since) < self.window);
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let (since, count) = known.entry(key.to_owned()).or_insert((now, 0));
        if now.duration_since(*since) >= self.window {
            (*since, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
        *count <= self.most
    }
}

/// Whom an address stands for: one household has a whole /64 of IPv6.
pub fn household(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_held_back_and_another_is_not() {
        let hour = Duration::from_secs(3600);
        let (pace, now) = (Pace::new(30, hour), Instant::now());
        assert_eq!((0..100).filter(|_| pace.admits_at("192.0.2.1", now)).count(), 30);
        assert!(pace.admits_at("192.0.2.2", now));
        assert!(pace.admits_at("192.0.2.1", now + hour));
    }

    #[test]
    fn what_is_forgiven_does_not_count() {
        let pace = Pace::new(1, Duration::from_secs(3600));
        for _ in 0..10 {
            assert!(pace.admits("a"));
            pace.forgive("a");
        }
        assert!(pace.admits("a") && !pace.admits("a"));
    }

    #[test]
    fn addresses_of_one_household_are_one() {
        let of = |address: &str| household(address.parse().unwrap());
        assert_eq!(of("2001:db8:1:2:3::4"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.1"), "192.0.2.1");
    }
}
