//! How often a mail may be asked for: the desk must not be what floods somebody's mailbox, and nobody may use up what is
//! somebody else's.

use std::time::Duration;

use crate::rate_limit::{Household, RateLimit};

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Mails that one household may ask for in an hour.
const FROM_ONE: u32 = 5;

/// Mails to one mailbox in a day that one household may ask for, and all together: one stranger does not use up what its
/// owner may ask for.
const TO_ONE: u32 = 2;
const TO_ONE_FROM_ALL: u32 = 6;

/// Mails about one correction in a day, likewise: who would write to many strangers must send many corrections.
const ABOUT_ONE: u32 = 5;
const ABOUT_ONE_FROM_ALL: u32 = 12;

/// Who asked how often.
#[derive(Debug)]
pub struct Limits {
    household: RateLimit<Household>,
    mailbox: Shared,
    correction: Shared,
}

/// What one household may do to something, and what all may.
#[derive(Debug)]
struct Shared {
    one: RateLimit<(Household, String)>,
    all: RateLimit<String>,
}

impl Shared {
    fn new(one: u32, all: u32) -> Self {
        Self { one: RateLimit::new(one, DAY), all: RateLimit::new(all, DAY) }
    }

    /// What is refused to a household takes nothing from what all may.
    fn admits(&self, key: &str, from: Household) -> bool {
        self.one.admits(&(from, key.to_owned()), from) && self.all.admits(&key.to_owned(), from)
    }
}

impl Limits {
    /// Nobody asked yet.
    pub fn new() -> Self {
        Self {
            household: RateLimit::new(FROM_ONE, HOUR),
            mailbox: Shared::new(TO_ONE, TO_ONE_FROM_ALL),
            correction: Shared::new(ABOUT_ONE, ABOUT_ONE_FROM_ALL),
        }
    }

    /// Whether a household may ask for one more.
    pub fn admits(&self, from: Household) -> bool {
        self.household.admits(&from, from)
    }

    /// Whether it may about a correction that is there.
    pub fn admits_about(&self, correction: &str, from: Household) -> bool {
        self.correction.admits(correction, from)
    }

    /// Whether it may for a mailbox.
    pub fn admits_to(&self, mailbox: &str, from: Household) -> bool {
        self.mailbox.admits(mailbox, from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_does_not_use_up_what_the_owner_may_ask_for() {
        let limits = Limits::new();
        let [stranger, owner] = ["198.51.100.7", "192.0.2.1"].map(|address| Household::of(address.parse().unwrap()));
        assert_eq!((0..100).filter(|_| limits.admits_to("mailbox", stranger)).count(), TO_ONE as usize);
        assert_eq!((0..100).filter(|_| limits.admits_about("correction", stranger)).count(), ABOUT_ONE as usize);
        assert!(limits.admits_to("mailbox", owner) && limits.admits_about("correction", owner));
        let all = |number: u8| limits.admits_to("mailbox", Household::of([203, number, 113, 9].into()));
        assert_eq!((0..100).filter(|number| all(*number)).count(), (TO_ONE_FROM_ALL - TO_ONE - 1) as usize);
    }
}
