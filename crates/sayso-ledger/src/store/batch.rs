//! What is recorded together: whole or not at all.

use std::cell::Cell;
use std::ops::Deref;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, Params, Transaction, TransactionBehavior};

use super::error::StoreError;
use super::reader::Reader;

/// Between two attempts to have the lock.
const PAUSE: Duration = Duration::from_millis(2);

/// Additions, decisions and conclusions that are recorded together by [`Batch::commit`]; dropped, they are forgotten.
///
/// It reads, too, and sees what it has written. A document that is refused leaves the batch as it was; when the disk
/// or the database fails, the whole batch is spoilt, and says so. Conclusions belong in the batch that read what they
/// were derived from: no other writer can come between.
#[derive(Debug)]
pub struct Batch<'writer> {
    reader: &'writer Reader,
    transaction: Transaction<'writer>,
    spoilt: Cell<bool>,
}

impl<'writer> Batch<'writer> {
    pub(super) fn begin(reader: &'writer Reader) -> Result<Self, StoreError> {
        let transaction = turn(reader).map_err(|error| reader.failure(error))?;
        Ok(Self { reader, transaction, spoilt: Cell::new(false) })
    }

    /// Records the batch. When this returns without an error, it outlives a crash and a power cut.
    ///
    /// # Errors
    ///
    /// Where something in the batch failed before, or the ledger cannot be written: then nothing of it is recorded.
    pub fn commit(self) -> Result<(), StoreError> {
        if self.spoilt.get() {
            return Err(StoreError::Spoilt);
        }
        self.transaction.commit().map_err(|error| self.reader.failure(error))
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
            self.reader.failure(error)
        })
    }
}

/// Waits for the lock. SQLite's own way of waiting looks every 100 ms in the end, and misses every moment between two
/// transactions of another program that has many.
fn turn(reader: &Reader) -> rusqlite::Result<Transaction<'_>> {
    let until = Instant::now() + reader.place.patience;
    reader.connection.busy_timeout(Duration::ZERO)?;
    let begun = loop {
        match Transaction::new_unchecked(&reader.connection, TransactionBehavior::Immediate) {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && Instant::now() < until => {
                thread::sleep(PAUSE);
            }
            begun => break begun,
        }
    };
    reader.connection.busy_timeout(reader.place.patience)?;
    begun
}

/// Lets others have a turn, before the next of many transactions.
pub(crate) fn give_way() {
    thread::sleep(PAUSE * 2);
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
