//! A copy of the ledger in another file, and the way back, while others read and write.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::error::StoreError;
use super::inspect::Place;
use super::reader::Reader;
use super::writer::Writer;

impl Reader {
    /// Copies the ledger, as it stands at one instant, to a file that does not exist yet. The copy gets its name when it
    /// is whole, so what stands under the name is a backup or nothing.
    pub fn back_up(&self, target: &Path) -> Result<(), StoreError> {
        let place = Place { path: target.to_owned(), patience: self.place.patience };
        let part = Place { path: place.beside(".part"), patience: place.patience };
        for name in [&place, &part] {
            if name.is_there()? {
                return Err(StoreError::Exists(name.path.clone()));
            }
        }
        let copied = self.copy(&part).and_then(|()| settle(&part, &place));
        if copied.is_err() {
            let _ = fs::remove_file(&part.path);
        }
        copied
    }

    /// All pages in one step: a writer is not kept waiting by a reader, and cannot change what is being copied.
    fn copy(&self, part: &Place) -> Result<(), StoreError> {
        let failed = |error: rusqlite::Error| part.failure(&error);
        let mut connection = Connection::open(&part.path).map_err(failed)?;
        let backup = Backup::new(&self.connection, &mut connection).map_err(failed)?;
        match backup.step(-1).map_err(failed)? {
            StepResult::Done => Ok(()),
            _ => Err(StoreError::Busy(self.place.path.clone(), self.place.patience)),
        }
    }
}

impl Writer {
    /// Opens a backup to be restored: it is brought to the present format, and refused where it is damaged.
    pub fn open_backup(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        let backup = Self::open(path, patience)?;
        match backup.check()?.into_iter().next() {
            Some(wrong) => Err(StoreError::Damaged(path.to_owned(), wrong)),
            None => Ok(backup),
        }
    }

    /// Puts what a backup holds in place of what this ledger holds, at one instant: whoever reads it meanwhile sees the one
    /// or the other. What it held is gone, unless it was backed up.
    pub fn restore(&mut self, backup: &Self) -> Result<(), StoreError> {
        let place = self.place.clone();
        let failed = |error: rusqlite::Error| place.failure(&error);
        backup.connection.execute("UPDATE edition SET generation = random()", ()).map_err(failed)?;
        let copying = Backup::new(&backup.connection, self.connection_mut()).map_err(failed)?;
        match copying.step(-1).map_err(failed)? {
            StepResult::Done => Ok(()),
            _ => Err(StoreError::Busy(place.path.clone(), place.patience)),
        }
    }
}

fn settle(part: &Place, target: &Place) -> Result<(), StoreError> {
    let failed = |error: std::io::Error| StoreError::Failed(target.path.clone(), error.to_string());
    fs::File::open(&part.path).and_then(|file| file.sync_all()).map_err(failed)?;
    fs::rename(&part.path, &target.path).map_err(failed)
}
