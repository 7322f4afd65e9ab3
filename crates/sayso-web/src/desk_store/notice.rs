//! Readers who asked to be told by mail: their addresses, from the request to the mail, and which mail is due. A correction
//! that several readers sent has several.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};

use super::{DeskStore, failed};
use crate::middleware::hash;
use crate::problem::Problem;

/// Days in which an address is confirmed, or a decision sent; after them it is erased.
const WAITING_DAYS: i64 = 3;

/// Days for which a confirmed address waits for a decision.
const CONFIRMED_DAYS: i64 = 180;

const DAY: i64 = 24 * 60 * 60;

/// Seconds until a mail is tried again, after the first try and each later one. The last is how long a try that the program
/// did not live to see the end of is waited for.
const PAUSES: [i64; 5] = [5, 5 * 60, 60 * 60, 6 * 60 * 60, 60];

/// How often a mail is tried.
#[expect(clippy::cast_possible_wrap, reason = "a few pauses")]
pub const TRIES: i64 = PAUSES.len() as i64;

/// What a mail is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Asks whether the address is the reader's.
    Confirm,
    /// Tells that the correction was decided.
    Decided,
}

/// A mail that is due.
#[derive(Clone, PartialEq, Eq)]
pub struct DueMail {
    /// What for.
    pub purpose: Purpose,
    /// To whom.
    pub address: String,
    /// The correction that it is about.
    pub correction: String,
    /// What the link that confirms has; it is kept nowhere but in the mail.
    pub secret: String,
    /// How often it has been tried, with this time.
    pub tries: i64,
}

impl DeskStore {
    /// Keeps an address for a correction and has it asked whether it is the reader's; once more where it was asked and did
    /// not confirm.
    pub(crate) fn ask_by_mail(&self, correction: &str, address: &str, now: Timestamp) -> Result<(), Problem> {
        const ASK: &str = "INSERT INTO notice(correction, address, state, since, due) VALUES (?1, ?2, 'asked', ?3, ?3) \
                           ON CONFLICT (correction, address) DO UPDATE SET hash = NULL, since = excluded.since, \
                           due = excluded.due, tries = 0 WHERE state = 'asked'";
        self.locked().execute(ASK, params![correction, address, now.as_second()]).map_err(failed)?;
        Ok(())
    }

    /// Whether a confirmed address waits for the decision.
    pub(crate) fn is_told_by_mail(&self, correction: &str) -> Result<bool, Problem> {
        const TOLD: &str = "SELECT EXISTS (SELECT 1 FROM notice WHERE correction = ?1 AND state = 'confirmed')";
        self.locked().query_row(TOLD, [correction], |row| row.get(0)).map_err(failed)
    }

    /// Whether an address can be confirmed with a secret.
    pub(crate) fn confirms(&self, secret: &str) -> Result<bool, Problem> {
        const CONFIRMS: &str = "SELECT EXISTS (SELECT 1 FROM notice WHERE hash = ?1)";
        self.locked().query_row(CONFIRMS, [hash(secret)], |row| row.get(0)).map_err(failed)
    }

    /// Confirms the address of a secret; gives the correction that it waits for, and nothing where there is none.
    pub(crate) fn confirm(&self, secret: &str, now: Timestamp) -> Result<Option<String>, Problem> {
        const CONFIRM: &str = "UPDATE notice SET since = iif(state = 'asked', ?2, since), state = 'confirmed', \
                               due = NULL, tries = 0 WHERE hash = ?1 RETURNING correction";
        let confirmed =
            self.locked().query_row(CONFIRM, params![hash(secret), now.as_second()], |row| row.get(0)).optional();
        confirmed.map_err(failed)
    }

    /// The next mail that is due, with a fresh secret for it. It counts as tried from here on, so that a program that dies
    /// of it does not try for ever.
    pub(crate) fn take_errand(&self, secret: &str, now: Timestamp) -> Result<Option<DueMail>, Problem> {
        const DUE: &str = "SELECT state, address, correction, tries FROM notice WHERE due <= ?1 AND tries < ?2 \
                           ORDER BY due LIMIT 1";
        const TAKE: &str = "UPDATE notice SET tries = ?2, due = ?3, hash = iif(state = 'asked', ?4, NULL) \
                            WHERE correction = ?1 AND address = ?5";
        let mut connection = self.locked();
        let transaction = Transaction::new(&mut connection, TransactionBehavior::Immediate).map_err(failed)?;
        let due = transaction.query_row(DUE, params![now.as_second(), TRIES], |row| errand(row, secret));
        let Some(errand) = due.optional().map_err(failed)? else { return Ok(None) };
        let pause = usize::try_from(errand.tries - 1).ok().and_then(|tried| PAUSES.get(tried)).unwrap_or(&DAY);
        let taken = params![errand.correction, errand.tries, now.as_second() + pause, hash(secret), errand.address];
        transaction.execute(TAKE, taken).map_err(failed)?;
        transaction.commit().map_err(failed)?;
        Ok(Some(errand))
    }

    /// A mail was sent: it is not due any more, and an address that was told of the decision is erased.
    pub(crate) fn sent(&self, errand: &DueMail) -> Result<(), Problem> {
        const ASKED: &str = "UPDATE notice SET due = NULL, tries = 0 WHERE hash = ?1 AND state = 'asked'";
        match errand.purpose {
            Purpose::Confirm => self.locked().execute(ASKED, [hash(&errand.secret)]).map(drop).map_err(failed),
            Purpose::Decided => self.give_up(errand),
        }
    }

    /// A mail cannot be sent: the address is erased.
    pub(crate) fn give_up(&self, errand: &DueMail) -> Result<(), Problem> {
        let dropped = params![errand.correction, errand.address];
        self.erasing(|transaction| transaction.execute(DROP, dropped).map_err(failed)).map(drop)
    }

    /// Erases addresses that are kept no longer.
    pub(crate) fn forget_notices(&self, now: Timestamp) -> Result<(), Problem> {
        const FORGET: &str = "DELETE FROM notice WHERE since < iif(state = 'confirmed', ?1, ?2) \
                              OR (tries >= ?3 AND due <= ?4)";
        let now = now.as_second();
        let limits = params![now - CONFIRMED_DAYS * DAY, now - WAITING_DAYS * DAY, TRIES, now];
        self.erasing(|transaction| transaction.execute(FORGET, limits).map_err(failed)).map(drop)
    }
}

/// Only while a mail is due: an address that was confirmed meanwhile stays.
const DROP: &str = "DELETE FROM notice WHERE correction = ?1 AND address = ?2 AND due IS NOT NULL";

/// A correction was decided: a confirmed address is told, once `due` is past, and one that is not is erased; gives how many
/// were. What was told once is gone from here, so that a second decision finds nobody to tell.
pub fn decided(connection: &Connection, correction: &str, due: Timestamp) -> rusqlite::Result<usize> {
    const TELL: &str = "UPDATE notice SET state = 'decided', since = ?2, due = ?2, tries = 0, hash = NULL \
                        WHERE correction = ?1 AND state = 'confirmed'";
    connection.execute(TELL, params![correction, due.as_second()])?;
    connection.execute("DELETE FROM notice WHERE correction = ?1 AND state = 'asked'", [correction])
}

/// A decision was taken back: whoever was not told of it yet waits for the next.
pub fn undecided(connection: &Connection, correction: &str) -> rusqlite::Result<()> {
    const WAIT: &str = "UPDATE notice SET state = 'confirmed', due = NULL, tries = 0 \
                        WHERE correction = ?1 AND state = 'decided'";
    connection.execute(WAIT, [correction]).map(drop)
}

/// Erases the addresses that wait for a correction.
pub fn erased(connection: &Connection, correction: &str) -> rusqlite::Result<usize> {
    connection.execute("DELETE FROM notice WHERE correction = ?1", [correction])
}

fn errand(row: &Row<'_>, secret: &str) -> rusqlite::Result<DueMail> {
    let state: String = row.get(0)?;
    Ok(DueMail {
        purpose: if state == "asked" { Purpose::Confirm } else { Purpose::Decided },
        address: row.get(1)?,
        correction: row.get(2)?,
        secret: secret.to_owned(),
        tries: row.get::<_, i64>(3)? + 1,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{CorrectionState, Received};
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    /// A correction `c` that waits, and somebody who wants to know.
    fn asked() -> DeskStore {
        let store = DeskStore::in_memory();
        let sender = store.sender(crate::rate_limit::Household::of([192, 0, 2, 1].into()));
        store.receive("c", &Received::default(), (&sender, true), at(0)).unwrap();
        store.ask_by_mail("c", "reader@mail.example", at(0)).unwrap();
        store
    }

    fn is_kept(store: &DeskStore) -> bool {
        store.locked().query_row("SELECT EXISTS (SELECT 1 FROM notice)", [], |row| row.get(0)).unwrap()
    }

    fn decide(store: &DeskStore, at: Timestamp) {
        let [kind, by, old, new, note] = ["typo", "E", "a", "b", "c"].map(str::to_owned);
        store
            .decide("c", &super::super::Decided { state: CorrectionState::Approved, kind, at, by, old, new, note })
            .unwrap();
    }

    #[test]
    fn a_mail_is_tried_so_often_and_no_more() {
        let store = asked();
        let mut now = 0;
        for tries in 1..=TRIES {
            let errand = store.take_errand("secret", at(now)).unwrap().unwrap();
            assert_eq!((errand.purpose, errand.tries), (Purpose::Confirm, tries));
            assert!(store.take_errand("secret", at(now)).unwrap().is_none(), "it is left alone for a while");
            now += DAY;
        }
        assert!(store.take_errand("secret", at(now)).unwrap().is_none());
        store.forget_notices(at(now)).unwrap();
        assert!(!is_kept(&store), "nobody confirmed in time");
    }

    #[test]
    fn the_secret_of_the_latest_mail_alone_confirms() {
        let store = asked();
        store.take_errand("first", at(0)).unwrap().unwrap();
        let second = store.take_errand("second", at(60)).unwrap().unwrap();
        store.sent(&second).unwrap();
        assert!(!store.confirms("first").unwrap() && store.confirms("second").unwrap());
        assert_eq!(store.confirm("first", at(61)).unwrap(), None);
        assert_eq!(store.confirm("second", at(61)).unwrap().as_deref(), Some("c"));
        store.ask_by_mail("c", "reader@mail.example", at(62)).unwrap();
        assert!(store.take_errand("third", at(DAY)).unwrap().is_none(), "who confirmed is not asked again");
    }

    #[test]
    fn every_reader_of_a_correction_is_told_who_confirmed() {
        let store = asked();
        store.ask_by_mail("c", "other@mail.example", at(1)).unwrap();
        store.ask_by_mail("c", "third@mail.example", at(2)).unwrap();
        for secret in ["one", "two", "three"] {
            let errand = store.take_errand(secret, at(3)).unwrap().unwrap();
            store.sent(&errand).unwrap();
        }
        assert_eq!(store.confirm("one", at(4)).unwrap().as_deref(), Some("c"));
        assert_eq!(store.confirm("three", at(4)).unwrap().as_deref(), Some("c"));
        decide(&store, at(5));
        let mut told = Vec::new();
        while let Some(errand) = store.take_errand("none", at(6)).unwrap() {
            store.sent(&errand).unwrap();
            told.push(errand.address);
        }
        told.sort();
        assert_eq!(told, ["reader@mail.example", "third@mail.example"]);
        assert!(!is_kept(&store));
    }

    #[test]
    fn an_address_is_kept_no_longer_than_it_is_needed() {
        let store = asked();
        store.forget_notices(at(WAITING_DAYS * DAY)).unwrap();
        assert!(is_kept(&store));
        store.forget_notices(at(WAITING_DAYS * DAY + 1)).unwrap();
        assert!(!is_kept(&store), "nobody confirmed");

        let store = asked();
        store.take_errand("secret", at(0)).unwrap().unwrap();
        store.confirm("secret", at(1)).unwrap();
        store.forget_notices(at(CONFIRMED_DAYS * DAY)).unwrap();
        assert!(is_kept(&store));
        store.forget_notices(at(CONFIRMED_DAYS * DAY + 2)).unwrap();
        assert!(!is_kept(&store), "nobody decided");

        let store = asked();
        store.take_errand("secret", at(0)).unwrap().unwrap();
        store.confirm("secret", at(1)).unwrap();
        decide(&store, at(2));
        let errand = store.take_errand("none", at(2)).unwrap().unwrap();
        assert_eq!(errand.purpose, Purpose::Decided);
        store.sent(&errand).unwrap();
        assert!(!is_kept(&store), "it was told");
    }

    #[test]
    fn a_slow_mail_does_not_undo_what_happened_meanwhile() {
        let store = asked();
        let slow = store.take_errand("secret", at(0)).unwrap().unwrap();
        store.confirm("secret", at(1)).unwrap();
        store.give_up(&slow).unwrap();
        assert!(is_kept(&store), "a confirmed address stays though the mail seemed to fail");
        decide(&store, at(2));
        store.sent(&slow).unwrap();
        assert_eq!(store.take_errand("none", at(3)).unwrap().unwrap().purpose, Purpose::Decided);
    }
}
