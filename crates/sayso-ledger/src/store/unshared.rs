//! Reading where there is no room for the file that SQLite shares beside a ledger: the disk is full.
//!
//! A ledger whose log is empty is complete in itself and is read as one on a medium that cannot be written. Else what stands
//! in the log is read, too, by keeping its index in memory, which takes the ledger for oneself: others wait meanwhile. They
//! could do nothing but that, for whoever has the ledger open shares the file, and then it is there.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::StoreError;
use super::inspect::FileLocation;

/// Opens a ledger with what stands in its log. Nothing is written, and the log stays.
pub fn open(place: &FileLocation) -> Result<Connection, StoreError> {
    opened(place).map_err(|error| place.failure(error))
}

fn opened(place: &FileLocation) -> rusqlite::Result<Connection> {
    // A lock that others respect can be had of a file only where it could be written.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(&place.path, flags)?;
    connection.busy_timeout(place.patience)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.pragma_update(None, "locking_mode", "exclusive")?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}
