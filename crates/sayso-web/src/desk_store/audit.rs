//! The log of what people did at the desk. Entries are added, never altered; only the addresses in them are forgotten.

use jiff::Timestamp;
use rusqlite::params;

use super::{DeskStore, failed, instant};
use crate::problem::Problem;

/// How long it is kept from where somebody signed in or tried to.
const ADDRESS_DAYS: i64 = 180;

/// One thing that somebody did, or tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Where it stands in the log.
    pub number: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// What came of it: 'done', 'refused', 'failed'.
    pub outcome: String,
    /// From where, for signing in.
    pub address: Option<String>,
}

impl DeskStore {
    /// Writes one down.
    pub(crate) fn note(
        &self,
        at: Timestamp,
        who: &str,
        what: &str,
        outcome: &str,
        address: Option<&str>,
    ) -> Result<(), Problem> {
        const NOTE: &str = "INSERT INTO audit(at, who, what, outcome, address) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.locked().execute(NOTE, params![at.as_second(), who, what, outcome, address]).map_err(failed)?;
        Ok(())
    }

    /// The log, the latest first, from before a number; and whether there is more.
    ///
    /// # Errors
    ///
    /// Where the file beside the ledger cannot be read.
    pub fn deeds(&self, before: Option<i64>, most: usize) -> Result<(Vec<AuditEntry>, bool), Problem> {
        const DEEDS: &str = "SELECT number, at, who, what, outcome, address FROM audit WHERE number < ?1 \
                             ORDER BY number DESC LIMIT ?2";
        let connection = self.locked();
        let mut statement = connection.prepare(DEEDS).map_err(failed)?;
        let rows = statement.query_map(
            params![before.unwrap_or(i64::MAX), i64::try_from(most).unwrap_or(i64::MAX - 1) + 1],
            |row| {
                Ok(AuditEntry {
                    number: row.get(0)?,
                    at: instant(row.get(1)?),
                    who: row.get(2)?,
                    what: row.get(3)?,
                    outcome: row.get(4)?,
                    address: row.get(5)?,
                })
            },
        );
        let mut deeds: Vec<AuditEntry> = rows.and_then(Iterator::collect).map_err(failed)?;
        let more = deeds.len() > most;
        deeds.truncate(most);
        Ok((deeds, more))
    }

    /// Forgets addresses that are kept no longer.
    pub(crate) fn forget_addresses(&self, now: Timestamp) -> Result<(), Problem> {
        let before = now.as_second() - ADDRESS_DAYS * 24 * 60 * 60;
        let forget = "UPDATE audit SET address = NULL WHERE address IS NOT NULL AND at < ?1";
        self.erasing(|transaction| transaction.execute(forget, [before]).map_err(failed)).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_added_to_and_only_addresses_are_forgotten() {
        let store = DeskStore::in_memory();
        for what in ["sign in", "decide"] {
            store.note(Timestamp::UNIX_EPOCH, "A. Editor", what, "done", Some("192.0.2.1")).unwrap();
        }
        let (latest, more) = store.deeds(None, 1).unwrap();
        assert_eq!((latest[0].what.as_str(), more), ("decide", true));
        store.forget_addresses(Timestamp::from_second((ADDRESS_DAYS + 1) * 24 * 60 * 60).unwrap()).unwrap();
        let (earlier, more) = store.deeds(Some(latest[0].number), 1).unwrap();
        assert_eq!((earlier[0].what.as_str(), earlier[0].address.as_deref(), more), ("sign in", None, false));
        for attempt in ["DELETE FROM audit", "UPDATE audit SET who = 'somebody else'"] {
            assert!(store.locked().execute(attempt, []).is_err(), "{attempt}");
        }
    }
}
