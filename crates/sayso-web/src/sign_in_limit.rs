//! How often signing in may be tried, and how many may at once.
//!
//! Nobody can keep an owner out by trying their name: tries are counted by household and name together, and strangers' tries
//! at a name do not count against a browser or a household that signed in with it.

use std::time::Duration;

use tokio::sync::Semaphore;

use crate::account::{Name, Password};
use crate::desk_store::DeviceStanding;
use crate::middleware::new_token;
use crate::problem::Problem;
use crate::rate_limit::{Household, RateLimit};

/// Wrong tries in [`WINDOW`] from one household at one name, and at whatever names: an office may share one address.
const AT_ONE: u32 = 10;
const FROM_ONE: u32 = 30;

/// Of all strangers at one name: whoever guesses from many addresses is slowed down.
const FROM_STRANGERS: u32 = 100;

/// Of one browser that signed in with the name before; then it counts as a stranger's.
const FROM_DEVICE: u32 = 10;

/// Over what time they are counted.
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// Passwords that are looked at together, of strangers, and of browsers that are known: each takes 19 MiB and a core.
/// Strangers who stand in line keep nobody waiting who was here before.
const TOGETHER: usize = 2;
const TOGETHER_KNOWN: usize = 2;

/// A name, folded and hashed: what somebody invents may be long.
pub type NameKey = [u8; 32];

/// What guards signing in.
#[derive(Debug)]
pub struct SignInLimit {
    house: RateLimit<Household>,
    pair: RateLimit<(Household, NameKey)>,
    strangers: RateLimit<NameKey>,
    device: RateLimit<NameKey>,
    turns: Semaphore,
    turns_known: Semaphore,
    /// Tried where there is no such account, so that both take the same time.
    nobody: Password,
}

impl SignInLimit {
    /// A door that nobody has tried yet.
    pub fn new() -> Result<Self, Problem> {
        Ok(Self {
            house: RateLimit::new(FROM_ONE, WINDOW),
            pair: RateLimit::new(AT_ONE, WINDOW),
            strangers: RateLimit::new(FROM_STRANGERS, WINDOW),
            device: RateLimit::new(FROM_DEVICE, WINDOW),
            turns: Semaphore::new(TOGETHER),
            turns_known: Semaphore::new(TOGETHER_KNOWN),
            nobody: Password::new(&Name::new("nobody")?, &new_token()?)?,
        })
    }

    /// Counts a try before it is known whether it fits, so that many at once gain nothing. What is refused counts no further:
    /// who has used up their own tries uses up nobody else's. Gives where it was counted.
    pub fn admit(&self, name: NameKey, from: Household, known: DeviceStanding) -> Option<CountedTry> {
        if known == DeviceStanding::Device && self.device.admits(&name, from) {
            return Some(CountedTry::ByDevice);
        }
        let is_stranger = known == DeviceStanding::Stranger;
        let admitted = self.house.admits(&from, from)
            && self.pair.admits(&(from, name), from)
            && (!is_stranger || self.strangers.admits(&name, from));
        admitted.then_some(CountedTry::ByHousehold { is_stranger })
    }

    /// Takes a try back that was no guess.
    pub fn forgive(&self, name: NameKey, from: Household, counted: CountedTry) {
        match counted {
            CountedTry::ByDevice => self.device.forgive(&name),
            CountedTry::ByHousehold { is_stranger } => {
                self.house.forgive(&from);
                self.pair.forgive(&(from, name));
                if is_stranger {
                    self.strangers.forgive(&name);
                }
            }
        }
    }

    /// The line in which a try stands.
    pub fn turns(&self, counted: CountedTry) -> &Semaphore {
        if counted == CountedTry::ByDevice { &self.turns_known } else { &self.turns }
    }

    /// What is tried where there is no such account.
    pub fn nobody(&self) -> &Password {
        &self.nobody
    }
}

/// Against whom a try counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedTry {
    /// A browser that signed in with the name before.
    ByDevice,
    /// The household, and all strangers where it is one.
    ByHousehold { is_stranger: bool },
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    fn at(address: &str) -> Household {
        Household::of(address.parse().unwrap())
    }

    fn key(name: &str) -> NameKey {
        Sha256::digest(name).into()
    }

    fn admitted(door: &SignInLimit, name: &str, from: &str, known: DeviceStanding) -> bool {
        door.admit(key(name), at(from), known).is_some()
    }

    #[test]
    fn one_stranger_locks_nobody_out() {
        let door = SignInLimit::new().unwrap();
        let guess = |_: &i32| admitted(&door, "Boss", "198.51.100.7", DeviceStanding::Stranger);
        assert_eq!((0..120).filter(guess).count(), AT_ONE as usize);
        for known in [DeviceStanding::Device, DeviceStanding::Household, DeviceStanding::Stranger] {
            assert!(admitted(&door, "Boss", "192.0.2.1", known), "{known:?} from elsewhere");
        }
        assert!(admitted(&door, "Boss", "198.51.100.7", DeviceStanding::Device), "in the same office");
    }

    #[test]
    fn many_strangers_are_slowed_and_whoever_was_here_before_is_not() {
        let door = SignInLimit::new().unwrap();
        let guess = |number: &i32| {
            let from = format!("2001:db8:{:x}:{:x}::1", number / 100, number % 100);
            admitted(&door, "Boss", &from, DeviceStanding::Stranger)
        };
        assert_eq!((0..10_000).filter(guess).count(), FROM_STRANGERS as usize);
        assert!(admitted(&door, "Boss", "192.0.2.1", DeviceStanding::Household));
        assert!(admitted(&door, "Boss", "192.0.2.2", DeviceStanding::Device));
        assert!(admitted(&door, "E. Editor", "192.0.2.3", DeviceStanding::Stranger), "other names are other names");
    }

    #[test]
    fn invented_names_make_nobodys_tries_forgotten() {
        let door = SignInLimit::new().unwrap();
        let guess = |_: &i32| admitted(&door, "Boss", "192.0.2.1", DeviceStanding::Stranger);
        assert_eq!((0..20).filter(guess).count(), AT_ONE as usize);
        for number in 0..20_500 {
            admitted(&door, &format!("invented {number}"), "198.51.100.7", DeviceStanding::Stranger);
            admitted(
                &door,
                &format!("invented {number}"),
                &format!("2001:db8:{number:x}::1"),
                DeviceStanding::Stranger,
            );
        }
        assert!(!admitted(&door, "Boss", "192.0.2.1", DeviceStanding::Stranger));
    }

    #[test]
    fn a_stolen_browser_guesses_no_faster() {
        let door = SignInLimit::new().unwrap();
        let guess = |_: &i32| admitted(&door, "Boss", "198.51.100.7", DeviceStanding::Device);
        assert_eq!((0..1_000).filter(guess).count(), (FROM_DEVICE + AT_ONE) as usize);
        let counted = door.admit(key("Boss"), at("192.0.2.1"), DeviceStanding::Stranger).unwrap();
        door.forgive(key("Boss"), at("192.0.2.1"), counted);
        let own = |_: &i32| admitted(&door, "Boss", "192.0.2.1", DeviceStanding::Stranger);
        assert_eq!((0..100).filter(own).count(), AT_ONE as usize, "a right password is no guess");
    }
}
