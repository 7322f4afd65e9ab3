//! What a path and a fresh connection show before anything is read or written.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, Error, ErrorCode, ffi};

use super::error::{Reason, StoreError};
use super::schema::{APPLICATION, FORMAT, number};

/// The file, and how long to wait for its lock.
#[derive(Clone, Debug)]
pub struct FileLocation {
    /// Where the ledger is.
    pub path: PathBuf,
    /// How long another writer is waited for.
    pub patience: Duration,
}

impl FileLocation {
    /// Whether a file is there; an error where none can be.
    pub fn is_there(&self) -> Result<bool, StoreError> {
        match fs::metadata(&self.path) {
            Ok(found) if found.is_file() => Ok(true),
            Ok(_) => Err(StoreError::NotFile(self.path.clone())),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(StoreError::Denied(self.path.clone())),
            Err(error) if error.kind() == ErrorKind::NotFound => self.in_a_folder().map(|()| false),
            Err(error) => Err(StoreError::Failed(self.path.clone(), Reason::new(error))),
        }
    }

    fn in_a_folder(&self) -> Result<(), StoreError> {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let there = folder.is_none_or(Path::is_dir);
        if there { Ok(()) } else { Err(StoreError::NoFolder(self.path.clone())) }
    }

    /// The path as SQLite takes it for nothing but a path: it reads 'file:' at the head of a name as an address, and makes a
    /// ledger in memory of ':memory:' and of no name at all.
    pub fn plain(&self) -> Result<PathBuf, StoreError> {
        std::path::absolute(&self.path).map_err(|error| StoreError::Failed(self.path.clone(), Reason::new(error)))
    }

    /// The file that SQLite keeps beside the ledger under this ending.
    pub fn beside(&self, ending: &str) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(ending);
        name.into()
    }

    /// Whether a file beside the ledger holds something that is not in it yet.
    pub fn has_pending_log(&self) -> bool {
        ["-wal", "-journal"].iter().any(|ending| fs::metadata(self.beside(ending)).is_ok_and(|file| file.len() > 0))
    }

    fn is_denied(&self) -> bool {
        fs::File::open(&self.path).is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
    }

    /// The format of an open file, 0 for an empty one; nothing is written.
    pub fn format(&self, connection: &Connection) -> Result<i32, StoreError> {
        let (application, format, pages) = header(connection).map_err(|error| self.failure(error))?;
        match (application, format) {
            (APPLICATION, ..0) => {
                Err(StoreError::Damaged(self.path.clone(), Reason::new(format!("it says format {format}"))))
            }
            (APPLICATION, 0..=FORMAT) => Ok(format),
            (APPLICATION, _) => Err(StoreError::Future(self.path.clone(), format)),
            _ if pages == 0 => Ok(0),
            _ => Err(StoreError::NotLedger(self.path.clone())),
        }
    }

    /// What the database said, in this module's terms.
    pub fn failure(&self, error: rusqlite::Error) -> StoreError {
        let path = self.path.clone();
        if error.sqlite_error().is_some_and(|error| error.extended_code == ffi::SQLITE_IOERR_SHMSIZE) {
            return StoreError::Full(path);
        }
        // A value that is not of the kind that was written.
        if matches!(
            error,
            Error::FromSqlConversionFailure(..) | Error::IntegralValueOutOfRange(..) | Error::InvalidColumnType(..)
        ) {
            return StoreError::Damaged(path, Reason::new(error));
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => StoreError::NotLedger(path),
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged(path, Reason::new(error)),
            Some(ErrorCode::DiskFull) => StoreError::Full(path),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy(path, self.patience),
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen) if self.has_pending_log() => {
                StoreError::UnfinishedWrite(path)
            }
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly(path),
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) if self.is_denied() => StoreError::Denied(path),
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => StoreError::ReadOnly(path),
            _ => StoreError::Failed(path, Reason::new(error)),
        }
    }
}

/// The application's id, the format and the number of pages, all of one moment: another program may be making the ledger.
fn header(connection: &Connection) -> rusqlite::Result<(i32, i32, i32)> {
    let moment = connection.unchecked_transaction()?;
    let header = (number(&moment, "application_id")?, number(&moment, "user_version")?, number(&moment, "page_count")?);
    moment.commit()?;
    Ok(header)
}
