//! What is recorded together: whole or not at all.

use std::cell::Cell;
use std::ops::Deref;

use rusqlite::{Connection, Params, Transaction, TransactionBehavior};

use super::error::StoreError;
use super::reader::Reader;

/// Additions, decisions and conclusions that are recorded together by [`Batch::commit`]; dropped, they are forgotten.
///
/// It reads, too, and sees what it has written. A document that is refused leaves the batch as it was; when the disk
/// or the database fails, the whole batch is spoilt, and says so. Conclusions belong in the batch that read what they
/// were drawn from: no other writer can come between.
#[derive(Debug)]
pub struct Batch<'writer> {
    reader: &'writer Reader,
    transaction: Transaction<'writer>,
    spoilt: Cell<bool>,
}

impl<'writer> Batch<'writer> {
    pub(super) fn begin(reader: &'writer Reader) -> Result<Self, StoreError> {
        let transaction = Transaction::new_unchecked(&reader.connection, TransactionBehavior::Immediate)
            .map_err(|error| reader.failure(&error))?;
        Ok(Self { reader, transaction, spoilt: Cell::new(false) })
    }

    /// Records the batch. When this returns without an error, it outlives a crash and a power cut.
    pub fn commit(self) -> Result<(), StoreError> {
        if self.spoilt.get() {
            return Err(StoreError::Spoilt);
        }
        self.transaction.commit().map_err(|error| self.reader.failure(&error))
    }

    /// Runs statements. The database may have rolled back by itself when one fails, and the next would then be recorded
    /// alone, so none runs after a failure.
    pub(super) fn write<T>(
        &self,
        statements: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        if self.spoilt.get() {
            return Err(StoreError::Spoilt);
        }
        statements(&self.transaction).map_err(|error| {
            self.spoilt.set(true);
            self.reader.failure(&error)
        })
    }
}

impl Deref for Batch<'_> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        self.reader
    }
}

/// Runs one statement, which is kept ready for the next time; how many rows it changed.
pub fn run(connection: &Connection, sql: &str, params: impl Params) -> rusqlite::Result<usize> {
    connection.prepare_cached(sql)?.execute(params)
}
