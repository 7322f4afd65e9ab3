//! What was erased is gone from the file, its log and its unused parts: SQLite leaves copies of rows behind where it moves
//! them within a page, so the file is written anew.

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use super::{DeskStore, failed};
use crate::problem::Problem;

/// Under what it is written down that something was erased and the file is not written anew yet.
const MARK: &str = "remains";

impl DeskStore {
    /// Runs what erases rows or words of rows and tells how many. Where there were some, the file has no byte of them when
    /// this returns; a program that is stopped in between leaves a mark, and the next to open the file does it.
    pub(super) fn erasing(
        &self,
        erase: impl FnOnce(&Transaction<'_>) -> Result<usize, Problem>,
    ) -> Result<usize, Problem> {
        let mut connection = self.locked();
        let transaction = Transaction::new(&mut connection, TransactionBehavior::Immediate).map_err(failed)?;
        let erased = erase(&transaction)?;
        if erased > 0 {
            mark(&transaction).map_err(failed)?;
        }
        transaction.commit().map_err(failed)?;
        clear(&connection).map(|()| erased)
    }

    /// Writes the file anew where something was erased and that is still to be done.
    pub(crate) fn clear_remains(&self) -> Result<(), Problem> {
        clear(&self.locked())
    }
}

/// Notes that something was erased, together with what erases it.
pub fn mark(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("INSERT OR REPLACE INTO setting VALUES (?1, 1)", [MARK]).map(drop)
}

fn clear(connection: &Connection) -> Result<(), Problem> {
    const IS_MARKED: &str = "SELECT 1 FROM setting WHERE name = ?1";
    let is_marked = connection.query_row(IS_MARKED, [MARK], |_| Ok(())).optional().map_err(failed)?;
    if is_marked.is_none() {
        return Ok(());
    }
    connection.execute_batch("VACUUM").map_err(failed)?;
    let is_busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
    if is_busy.map_err(failed)? {
        return Err(Problem::Failed(
            "It is erased, but copies still stand in unused parts of the file beside the ledger, which another program \
             holds open. The desk writes the file anew within a quarter of an hour; so does the next command."
                .to_owned(),
        ));
    }
    connection.execute("DELETE FROM setting WHERE name = ?1", [MARK]).map_err(failed)?;
    Ok(())
}
