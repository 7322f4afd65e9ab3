//! How often one address may send something.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What one address may send in [`WINDOW`].
const MOST: u32 = 30;

/// Over what time it is counted.
const WINDOW: Duration = Duration::from_secs(60 * 60);

/// Addresses that are remembered; when there are more, those whose time is over are forgotten, then all.
const REMEMBERED: usize = 20_000;

/// Who sent how much.
#[derive(Debug, Default)]
pub struct Pace(Mutex<HashMap<IpAddr, (Instant, u32)>>);

impl Pace {
    /// Counts one more; whether it is still within bounds.
    pub fn admits(&self, address: IpAddr) -> bool {
        self.admits_at(address, Instant::now())
    }

    fn admits_at(&self, address: IpAddr, now: Instant) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.retain(|_, (since, _)| now.duration_since(*since) < WINDOW);
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        let (since, count) = known.entry(address).or_insert((now, 0));
        if now.duration_since(*since) >= WINDOW {
            (*since, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
        *count <= MOST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_held_back_and_another_is_not() {
        let (pace, now) = (Pace::default(), Instant::now());
        let [one, other] = [1, 2].map(|last| IpAddr::from([192, 0, 2, last]));
        assert_eq!((0..100).filter(|_| pace.admits_at(one, now)).count(), MOST as usize);
        assert!(pace.admits_at(other, now));
        assert!(pace.admits_at(one, now + WINDOW));
    }
}
