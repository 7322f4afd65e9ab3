//! Reading where nothing can be written, not even the files that SQLite keeps beside a ledger that is shared.
//!
//! A ledger on a read-only medium, or in a folder that this user cannot write, is read as it stands, without locks.
//! That is sound while no one else writes to it, which cannot be known beforehand; so the file's length and time are
//! compared after each read, and a read that may have met a change is an error instead of an answer.

use std::fs;
use std::io;
use std::time::SystemTime;

use rusqlite::{Connection, OpenFlags};
use url::Url;

use super::error::{Reason, StoreError};
use super::inspect::FileLocation;

/// What the file looked like when it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileState {
    length: u64,
    modified: Option<SystemTime>,
}

impl FileState {
    /// Opens a file that is complete in itself; one that a writer left halfway is refused.
    pub fn open(place: &FileLocation) -> Result<(Connection, Self), StoreError> {
        let failed = |what: &str| StoreError::Failed(place.path.clone(), Reason::new(what));
        if place.has_pending_log() {
            return Err(StoreError::UnfinishedWrite(place.path.clone()));
        }
        let still = Self::of(place).map_err(|error| StoreError::Failed(place.path.clone(), Reason::new(error)))?;
        let path = std::path::absolute(&place.path).map_err(|error| failed(&error.to_string()))?;
        let mut address = Url::from_file_path(path).map_err(|()| failed("its name cannot be written as an address"))?;
        address.set_query(Some("immutable=1"));
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(address.as_str(), flags).map_err(|error| place.failure(error))?;
        Ok((connection, still))
    }

    /// Whether the file is as it was.
    pub fn holds(&self, place: &FileLocation) -> bool {
        !place.has_pending_log() && Self::of(place).is_ok_and(|found| found == *self)
    }

    fn of(place: &FileLocation) -> io::Result<Self> {
        let file = fs::metadata(&place.path)?;
        Ok(Self { length: file.len(), modified: file.modified().ok() })
    }
}
