//! What the desk decides about corrections: about one, or about all that one sender sent.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, params};

use super::super::{DeskStore, failed, notice};
use super::{CorrectionState, Decided};
use crate::problem::Problem;

/// How long those who wait for a mail are not told that many were rejected at once: it can be undone.
const SECOND_THOUGHT: SignedDuration = SignedDuration::from_mins(15);

/// The waiting corrections that the only sender of one sent, and nobody else did.
const OF_SENDER: &str = "
    SELECT correction.id FROM correction JOIN sender ON sender.correction = correction.id
    WHERE state = 'open' AND household = (SELECT household FROM sender WHERE sender.correction = ?1)
    AND (SELECT count(*) FROM sender WHERE sender.correction = ?1) = 1
    AND (SELECT count(*) FROM sender WHERE sender.correction = correction.id) = 1";

impl DeskStore {
    /// Records what the desk decides, and has told who waits for it; an earlier decision is replaced.
    pub(crate) fn decide(&self, id: &str, decided: &Decided) -> Result<(), Problem> {
        const DECIDE: &str = "UPDATE correction SET state = ?2, kind = ?3, decided_at = ?4, decided_by = ?5, old = ?6, \
                              new = ?7, note = ?8, rejection = NULL WHERE id = ?1";
        let Decided { state, kind, at, by, old, new, note } = decided;
        let kept = params![id, state.word(), kind, at.as_second(), by, old, new, note];
        let erased = self.erasing(|transaction| {
            if transaction.execute(DECIDE, kept).map_err(failed)? == 0 {
                return Err(Problem::Missing("There is no such correction.".to_owned()));
            }
            if *state == CorrectionState::Open { Ok(0) } else { notice::decided(transaction, id, *at).map_err(failed) }
        });
        erased.map(drop)
    }

    /// Rejects all that wait of the sender of one, but what others sent too; they stand under a name by which that is
    /// undone. Gives how many there were.
    pub(crate) fn reject_all(&self, of: &str, rejection: &str, by: &str, at: Timestamp) -> Result<usize, Problem> {
        const REJECT: &str = "UPDATE correction SET state = 'rejected', decided_at = ?2, decided_by = ?3, old = '', \
                              new = '', note = '', rejection = ?4 WHERE id = ?1";
        let mut rejected = 0;
        self.erasing(|transaction| {
            let mut reject = |transaction: &Connection| {
                let mut erased = 0;
                let ids = ids(transaction, OF_SENDER, of)?;
                rejected = ids.len();
                for id in ids {
                    transaction.execute(REJECT, params![id, at.as_second(), by, rejection])?;
                    erased += notice::decided(transaction, &id, at.saturating_add(SECOND_THOUGHT).unwrap_or(at))?;
                }
                Ok(erased)
            };
            reject(transaction).map_err(failed)
        })?;
        if rejected == 0 {
            return Err(Problem::Wrong("Of that sender none waits that nobody else sent, too.".to_owned()));
        }
        Ok(rejected)
    }

    /// How many still stand rejected of those that were rejected together.
    pub(crate) fn rejected_together(&self, rejection: &str) -> Result<usize, Problem> {
        const COUNT: &str = "SELECT count(*) FROM correction WHERE rejection = ?1 AND state = 'rejected'";
        let count = self.locked().query_row(COUNT, [rejection], |row| row.get::<_, i64>(0)).optional();
        Ok(usize::try_from(count.map_err(failed)?.unwrap_or(0)).unwrap_or(0))
    }

    /// Has those wait again that were rejected together; gives how many.
    pub(crate) fn undo_rejection(&self, rejection: &str) -> Result<usize, Problem> {
        const TOGETHER: &str = "SELECT id FROM correction WHERE rejection = ?1 AND state = 'rejected'";
        const UNDO: &str = "UPDATE correction SET state = 'open', decided_at = NULL, decided_by = NULL, old = NULL, \
                            new = NULL, note = NULL, rejection = NULL WHERE id = ?1";
        let mut connection = self.locked();
        let transaction = connection.transaction().map_err(failed)?;
        let ids = ids(&transaction, TOGETHER, rejection).map_err(failed)?;
        for id in &ids {
            transaction.execute(UNDO, [id]).map_err(failed)?;
            notice::undecided(&transaction, id).map_err(failed)?;
        }
        transaction.commit().map_err(failed)?;
        match ids.len() {
            0 => Err(Problem::Missing("There is nothing left of it to undo.".to_owned())),
            undone => Ok(undone),
        }
    }
}

/// The ids that a statement gives about something.
pub(super) fn ids(connection: &Connection, sql: &str, about: &str) -> rusqlite::Result<Vec<String>> {
    connection.prepare(sql)?.query_map([about], |row| row.get(0))?.collect()
}
