//! A ledger open for reading, and one unmoving view of it.

use std::ops::Deref;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::error::StoreError;
use super::immutable::FileState;
use super::inspect::FileLocation;
use super::schema::FORMAT;
use super::unshared;

/// A ledger open for reading. It never alters the ledger's file; each call sees what was recorded when it began.
#[derive(Debug)]
pub struct Reader {
    pub(super) connection: Connection,
    pub(super) place: FileLocation,
    pub(super) still: Option<FileState>,
}

/// One view of a ledger, the same for as long as it is kept, whatever a writer adds meanwhile.
#[derive(Debug)]
pub struct Snapshot<'reader> {
    reader: &'reader Reader,
    _transaction: Transaction<'reader>,
}

impl Reader {
    /// Opens a ledger that is there; `patience` is how long another program's lock is waited for.
    ///
    /// # Errors
    ///
    /// Where there is no ledger, it is of another format, or it cannot be read.
    pub fn open(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        let place = FileLocation { path: path.to_owned(), patience };
        if !place.is_there()? {
            return Err(StoreError::Missing(place.path));
        }
        match Self::shared(&place) {
            Err(StoreError::ReadOnly(_)) => Self::immutable(&place),
            Err(StoreError::Full(_)) => Self::without_room(&place),
            opened => opened,
        }
    }

    /// Where nothing can be written.
    fn immutable(place: &FileLocation) -> Result<Self, StoreError> {
        let (connection, still) = FileState::open(place)?;
        Self::checked(connection, place, Some(still))
    }

    /// Where the disk is full.
    pub(super) fn without_room(place: &FileLocation) -> Result<Self, StoreError> {
        match place.has_pending_log() {
            true => Self::checked(unshared::open(place)?, place, None),
            false => Self::immutable(place),
        }
    }

    /// At the same time as writers: with the locks and the files that they share.
    fn shared(place: &FileLocation) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(place.plain()?, flags).map_err(|error| place.failure(error))?;
        Self::checked(connection, place, None)
    }

    fn checked(connection: Connection, place: &FileLocation, still: Option<FileState>) -> Result<Self, StoreError> {
        prepare(&connection, place).map_err(|error| place.failure(error))?;
        match place.format(&connection)? {
            FORMAT => Ok(Self { connection, place: place.clone(), still }),
            format => Err(StoreError::Past(place.path.clone(), format)),
        }
    }

    /// Where the ledger is.
    pub fn path(&self) -> &Path {
        &self.place.path
    }

    /// A number that differs from the one before where another connection recorded something meanwhile.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn change(&self) -> Result<i64, StoreError> {
        let version = self.connection.pragma_query_value(None, "data_version", |row| row.get(0));
        version.map_err(|error| self.failure(error))
    }

    /// A view that does not move.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn snapshot(&mut self) -> Result<Snapshot<'_>, StoreError> {
        let reader = &*self;
        let transaction = Transaction::new_unchecked(&reader.connection, TransactionBehavior::Deferred)
            .map_err(|error| reader.failure(error))?;
        // A transaction begins with the first read.
        reader.first("SELECT 1 FROM mark LIMIT 1", (), |_| Ok(()))?;
        Ok(Snapshot { reader, _transaction: transaction })
    }
}

impl Deref for Snapshot<'_> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        self.reader
    }
}

/// Statements that are kept ready: more than there are, so that none is parsed twice.
const STATEMENTS: usize = 128;

/// What holds for every connection: waiting, no trust in what a stranger's file brings along, and plans that do not
/// depend on the values bound; where they may, SQLite parses a statement again for each new LIMIT, a seventh of all
/// the time of refreshing.
pub fn prepare(connection: &Connection, place: &FileLocation) -> rusqlite::Result<()> {
    connection.busy_timeout(place.patience)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "temp_store", "memory")
}
