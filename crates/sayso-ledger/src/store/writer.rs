//! A ledger open for writing.

use std::ops::Deref;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::batch::Batch;
use super::error::StoreError;
use super::inspect::FileLocation;
use super::reader::{Reader, Snapshot, prepare};
use super::schema::{FORMAT, bring_up};

/// DocumentCache for pages, in KiB, negative as SQLite wants it: 64 MiB. With it and [`LOG`], 10,000 small documents took 19 s
/// in batches of 64, and 25 s with SQLite's own 2 MiB and 1,000 pages: terms go to pages all over the index.
const CACHE: i64 = -65_536;

/// Pages in the log from which on they are taken over into the ledger: 32 MiB.
const LOG: i64 = 8192;

/// Between two attempts to turn the log on.
const PAUSE: Duration = Duration::from_millis(10);

/// A ledger open for writing. Several may be open; their batches take turns.
#[derive(Debug)]
pub struct Writer {
    reader: Reader,
}

impl Writer {
    /// Opens a ledger, and makes it where there is none or where the file is empty. `patience` is how long another
    /// writer is waited for, here and at each batch.
    ///
    /// # Errors
    ///
    /// Where there is something else under the name, or the file cannot be read and written.
    pub fn open(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        let place = FileLocation { path: path.to_owned(), patience };
        place.is_there()?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(place.plain()?, flags).map_err(|error| place.failure(error))?;
        prepare(&connection, &place).map_err(|error| place.failure(error))?;
        let format = place.format(&connection)?;
        if connection.is_readonly("main").map_err(|error| place.failure(error))? {
            return Err(StoreError::ReadOnly(place.path));
        }
        ready(&connection, format, patience).map_err(|error| place.failure(error))?;
        Ok(Self { reader: Reader { connection, place, still: None } })
    }

    pub(super) fn connection_mut(&mut self) -> &mut Connection {
        &mut self.reader.connection
    }

    /// Lets the file grow by so many pages and no further, as a disk does that is nearly full.
    #[cfg(test)]
    pub(crate) fn let_grow(&self, pages: i64) {
        self.connection.execute_batch("VACUUM").unwrap();
        let grown: i64 = self.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        self.connection.pragma_update_and_check(None, "max_page_count", grown + pages, |_| Ok(())).unwrap();
    }

    /// A view that does not move: nothing can be recorded by this writer while it is kept, and others are not kept waiting.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn snapshot(&mut self) -> Result<Snapshot<'_>, StoreError> {
        self.reader.snapshot()
    }

    /// Begins what will be recorded together. Another program's batch is waited for.
    ///
    /// # Errors
    ///
    /// Where another program writes for longer than is waited.
    pub fn batch(&mut self) -> Result<Batch<'_>, StoreError> {
        Batch::begin(&self.reader)
    }
}

impl Deref for Writer {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

/// The format is brought up before the log is turned on, so that the ledger's own header says what it is even where a
/// new ledger's first log is lost. From then on a commit returns when the disk has it.
fn ready(connection: &Connection, format: i32, patience: Duration) -> rusqlite::Result<()> {
    if format < FORMAT {
        bring_up(connection)?;
    }
    turn_log_on(connection, patience)?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "cache_size", CACHE)?;
    connection.pragma_update(None, "wal_autocheckpoint", LOG)?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "checkpoint_fullfsync", true)
}

/// SQLite does not wait for another program's lock here, as it does everywhere else.
fn turn_log_on(connection: &Connection, patience: Duration) -> rusqlite::Result<()> {
    let until = Instant::now() + patience;
    loop {
        match connection.pragma_update(None, "journal_mode", "wal") {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && Instant::now() < until => {
                thread::sleep(PAUSE);
            }
            done => return done,
        }
    }
}
