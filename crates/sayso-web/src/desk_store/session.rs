//! Sessions: who is signed in, known by a secret that only their browser has; and keys for programs, which only look.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::{DeskStore, failed};
use crate::account::Role;
use crate::middleware::hash;
use crate::problem::Problem;

/// A session that nobody uses ends after this many seconds.
const IDLE: i64 = 12 * 60 * 60;

/// However much it is used, it ends after this many.
const LIFE: i64 = 7 * 24 * 60 * 60;

/// That a session is in use is written down no more often than this.
const NOTED: i64 = 60;

/// Keys of one account; the oldest goes when another is made.
const KEYS: i64 = 5;

impl DeskStore {
    /// Begins a session under a fresh secret.
    pub(crate) fn begin_session(&self, account: &str, secret: &str, now: Timestamp) -> Result<(), Problem> {
        const BEGIN: &str = "INSERT INTO session(hash, account, began, active) VALUES (?1, ?2, ?3, ?3)";
        self.locked().execute(BEGIN, params![hash(secret), account, now.as_second()]).map_err(failed)?;
        Ok(())
    }

    /// Forgets sessions that are over.
    pub(crate) fn forget_sessions(&self, now: Timestamp) -> Result<(), Problem> {
        const OVER: &str = "DELETE FROM session WHERE active < ?1 OR began < ?2";
        let over = params![now.as_second() - IDLE, now.as_second() - LIFE];
        self.erasing(|transaction| transaction.execute(OVER, over).map_err(failed)).map(drop)
    }

    /// Whose session a secret opens, and what they may do now.
    pub(crate) fn session(&self, secret: &str, now: Timestamp) -> Result<Option<(String, Role)>, Problem> {
        self.whose(secret, now, true)
    }

    /// The same without using it: a session that is only asked about ends as one that nobody uses.
    pub(crate) fn session_unused(&self, secret: &str, now: Timestamp) -> Result<Option<(String, Role)>, Problem> {
        self.whose(secret, now, false)
    }

    fn whose(&self, secret: &str, now: Timestamp, is_use: bool) -> Result<Option<(String, Role)>, Problem> {
        const SESSION: &str = "SELECT account.name, account.role, session.active FROM session \
                               JOIN account ON account.name = session.account \
                               WHERE hash = ?1 AND active >= ?2 AND began >= ?3";
        let now = now.as_second();
        let connection = self.locked();
        let found = connection
            .query_row(SESSION, params![hash(secret), now - IDLE, now - LIFE], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?))
            })
            .optional()
            .map_err(failed)?;
        let Some((name, role, active)) = found else { return Ok(None) };
        if is_use && active + NOTED < now {
            let note = "UPDATE session SET active = ?2 WHERE hash = ?1";
            connection.execute(note, params![hash(secret), now]).map_err(failed)?;
        }
        Ok(Some((name, role.parse().unwrap_or(Role::Reader))))
    }

    /// Ends a session.
    pub(crate) fn end_session(&self, secret: &str) -> Result<(), Problem> {
        const END: &str = "DELETE FROM session WHERE hash = ?1";
        self.erasing(|transaction| transaction.execute(END, [hash(secret)]).map_err(failed)).map(drop)
    }

    /// Keeps a key with which a program may look at what the account may.
    pub(crate) fn make_key(&self, account: &str, secret: &str, now: Timestamp) -> Result<(), Problem> {
        const MAKE: &str = "INSERT INTO access_key(hash, account, made) VALUES (?1, ?2, ?3)";
        const OLDEST: &str = "DELETE FROM access_key WHERE account = ?1 AND hash NOT IN \
                              (SELECT hash FROM access_key WHERE account = ?1 ORDER BY made DESC LIMIT ?2)";
        self.erasing(|transaction| {
            transaction.execute(MAKE, params![hash(secret), account, now.as_second()]).map_err(failed)?;
            transaction.execute(OLDEST, params![account, KEYS]).map_err(failed)
        })
        .map(drop)
    }

    /// Whose key it is.
    pub(crate) fn key(&self, secret: &str) -> Result<Option<String>, Problem> {
        let found = self
            .locked()
            .query_row("SELECT account FROM access_key WHERE hash = ?1", [hash(secret)], |row| row.get(0))
            .optional();
        found.map_err(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Name, Password};

    fn store() -> DeskStore {
        let store = DeskStore::in_memory();
        let name = Name::new("A. Editor").unwrap();
        let password = Password::new(&name, "four words nobody joins").unwrap();
        assert!(store.make_account(&name, Role::Editor, &password, Timestamp::UNIX_EPOCH).is_err(), "no admin yet");
        store.make_account(&Name::new("Boss").unwrap(), Role::Admin, &password, Timestamp::UNIX_EPOCH).unwrap();
        store.make_account(&name, Role::Editor, &password, Timestamp::UNIX_EPOCH).unwrap();
        store
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_session_ends_when_nobody_uses_it_and_in_any_case() {
        let store = store();
        store.begin_session("a. editor", "secret", at(0)).unwrap();
        let whose = |secret: &str, second| store.session(secret, at(second)).unwrap();
        assert_eq!(whose("secret", 5), Some(("A. Editor".to_owned(), Role::Editor)));
        assert_eq!(whose("other", 5), None);
        assert_eq!(whose("secret", IDLE + 1), None);
        for used in (0..=LIFE).step_by(IDLE as usize / 2) {
            assert!(whose("secret", used).is_some(), "{used}");
        }
        assert_eq!(whose("secret", LIFE + 1), None);
    }

    #[test]
    fn a_session_that_pages_only_ask_about_is_not_used() {
        let store = store();
        store.begin_session("a. editor", "secret", at(0)).unwrap();
        let asked = |second| store.session_unused("secret", at(second)).unwrap().is_some();
        assert!((0..=IDLE).step_by(NOTED as usize * 2).all(asked));
        assert!(!asked(IDLE + 1));
    }

    #[test]
    fn what_an_account_loses_its_sessions_lose_at_once() {
        let store = store();
        let open = |secret: &str| {
            store.begin_session("A. Editor", secret, at(0)).unwrap();
            store.make_key("A. Editor", &format!("key {secret}"), at(0)).unwrap();
        };
        open("one");
        store.set_role("A. Editor", Role::Reader).unwrap();
        assert_eq!(store.session("one", at(1)).unwrap().unwrap().1, Role::Reader);
        store.end_session("one").unwrap();
        assert_eq!(store.session("one", at(1)).unwrap(), None);
        open("two");
        let other = Password::new(&Name::new("A. Editor").unwrap(), "five other words for it").unwrap();
        store.set_password("A. EDITOR", &other).unwrap();
        assert_eq!((store.session("two", at(1)).unwrap(), store.key("key two").unwrap()), (None, None));
        open("three");
        assert_eq!(store.key("key three").unwrap().as_deref(), Some("A. Editor"));
        store.remove_account("A. Editor").unwrap();
        assert_eq!((store.session("three", at(1)).unwrap(), store.key("key three").unwrap()), (None, None));
        assert!(store.remove_account("Boss").is_err() && store.set_role("boss", Role::Reader).is_err());
        assert!(store.remove_account("nobody").is_err());
    }
}
