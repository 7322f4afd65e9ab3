//! Browsers in which somebody signed in before, and from where: what strangers try with a name is not held against them.
//!
//! After OWASP's 'device cookies': to know one opens nothing, it only keeps guesses of others from keeping its owner out.

use jiff::Timestamp;
use rusqlite::params;

use super::{DeskStore, failed};
use crate::middleware::hash;
use crate::problem::Problem;
use crate::rate_limit::Household;

/// Days for which a browser is known that does not sign in again.
pub const KNOWN_DAYS: i64 = 180;

/// Browsers of one account; the one that was away longest is forgotten.
const DEVICES: i64 = 20;

const DAY: i64 = 24 * 60 * 60;

/// How well whoever tries a name is known to be its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceStanding {
    /// By a browser that signed in with the name.
    Device,
    /// By a household from which somebody signed in with it.
    Household,
    /// Not at all.
    Stranger,
}

impl DeskStore {
    /// How well somebody is known who tries a name in a browser from a household.
    pub(crate) fn acquaintance(
        &self,
        name: &str,
        device: Option<&str>,
        from: Household,
        now: Timestamp,
    ) -> Result<DeviceStanding, Problem> {
        const KNOWN: &str = "SELECT coalesce(max(hash = ?2), 0), coalesce(max(household = ?3), 0) FROM device \
                             WHERE account = ?1 AND used >= ?4";
        let fields = params![name, device.map(hash), from.to_string(), now.as_second() - KNOWN_DAYS * DAY];
        let known = self.locked().query_row(KNOWN, fields, |row| Ok((row.get(0)?, row.get(1)?)));
        Ok(match known.map_err(failed)? {
            (true, _) => DeviceStanding::Device,
            (false, true) => DeviceStanding::Household,
            _ => DeviceStanding::Stranger,
        })
    }

    /// Knows a browser by a fresh secret from now on, for the account that signed in and for those that it was known for by
    /// the one before: what somebody planted there is good for nothing.
    pub(crate) fn remember_device(
        &self,
        account: &str,
        (before, secret): (Option<&str>, &str),
        from: Household,
        now: Timestamp,
    ) -> Result<(), Problem> {
        const RENEW: &str = "UPDATE device SET hash = ?2 WHERE hash = ?1";
        const REMEMBER: &str = "INSERT INTO device(hash, account, household, used) VALUES (?1, ?2, ?3, ?4) \
                                ON CONFLICT DO UPDATE SET household = excluded.household, used = excluded.used";
        const OLDEST: &str = "DELETE FROM device WHERE account = ?1 AND hash NOT IN \
                              (SELECT hash FROM device WHERE account = ?1 ORDER BY used DESC LIMIT ?2)";
        let mut connection = self.locked();
        let transaction = connection.transaction().map_err(failed)?;
        if let Some(before) = before {
            transaction.execute(RENEW, params![hash(before), hash(secret)]).map_err(failed)?;
        }
        let device = params![hash(secret), account, from.to_string(), now.as_second()];
        transaction.execute(REMEMBER, device).map_err(failed)?;
        transaction.execute(OLDEST, params![account, DEVICES]).map_err(failed)?;
        transaction.commit().map_err(failed)
    }

    /// Forgets browsers that are known no longer.
    pub(crate) fn forget_devices(&self, now: Timestamp) -> Result<(), Problem> {
        let before = now.as_second() - KNOWN_DAYS * DAY;
        self.erasing(|transaction| transaction.execute("DELETE FROM device WHERE used < ?1", [before]).map_err(failed))
            .map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Name, Password, Role};

    fn home() -> Household {
        Household::of([192, 0, 2, 1].into())
    }

    fn at(day: i64) -> Timestamp {
        Timestamp::from_second(day * DAY).unwrap()
    }

    fn store() -> DeskStore {
        let store = DeskStore::in_memory();
        for name in ["Boss", "E. Editor"].map(|name| Name::new(name).unwrap()) {
            let password = Password::new(&name, "four words nobody joins").unwrap();
            store.make_account(&name, Role::Admin, &password, at(0)).unwrap();
        }
        store
    }

    #[test]
    fn a_browser_is_known_for_who_signed_in_there() {
        let store = store();
        let elsewhere = Household::of([198, 51, 100, 1].into());
        let known = |name: &str, device, from, day| store.acquaintance(name, device, from, at(day)).unwrap();
        assert_eq!(known("Boss", Some("one"), home(), 0), DeviceStanding::Stranger);
        store.remember_device("Boss", (None, "one"), home(), at(0)).unwrap();
        assert_eq!(known("boss", Some("one"), elsewhere, 1), DeviceStanding::Device);
        assert_eq!(known("Boss", Some("other"), home(), 1), DeviceStanding::Household);
        assert_eq!(known("Boss", None, elsewhere, 1), DeviceStanding::Stranger);
        assert_eq!(known("E. Editor", Some("one"), home(), 1), DeviceStanding::Stranger, "of another account");
        store.remember_device("E. Editor", (Some("one"), "two"), home(), at(1)).unwrap();
        assert_eq!(
            known("Boss", Some("one"), elsewhere, 1),
            DeviceStanding::Stranger,
            "each secret is good until the next"
        );
        assert_eq!(known("Boss", Some("two"), elsewhere, 1), DeviceStanding::Device);
        assert_eq!(known("Boss", Some("two"), home(), KNOWN_DAYS + 1), DeviceStanding::Stranger);
        store.forget_devices(at(KNOWN_DAYS + 1)).unwrap();
        assert_eq!(known("E. Editor", Some("two"), home(), 1), DeviceStanding::Device);
        store.remove_account("E. Editor").unwrap();
        assert_eq!(known("E. Editor", Some("two"), home(), 1), DeviceStanding::Stranger);
    }

    #[test]
    fn so_many_browsers_are_known_and_no_more() {
        let store = store();
        for number in 0..DEVICES * 2 {
            store.remember_device("Boss", (None, &number.to_string()), home(), at(number)).unwrap();
        }
        let away = Household::of([198, 51, 100, 1].into());
        let known = |number: i64| store.acquaintance("Boss", Some(&number.to_string()), away, at(DEVICES)).unwrap();
        assert_eq!((known(0), known(DEVICES * 2 - 1)), (DeviceStanding::Stranger, DeviceStanding::Device));
    }
}
