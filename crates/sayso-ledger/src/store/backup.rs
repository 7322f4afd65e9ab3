//! A copy of the ledger in another file, and the way back, while others read and write.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::error::{Reason, StoreError};
use super::inspect::FileLocation;
use super::reader::Reader;
use super::temporary::TemporaryFolder;
use super::writer::Writer;

impl Reader {
    /// Copies the ledger, as it stands at one instant, to a file that does not exist yet. The copy gets its name when it
    /// is whole, so what stands under the name is a backup or nothing; what a backup that was killed left beside it is
    /// cleared by the next.
    ///
    /// # Errors
    ///
    /// Where there is such a file, or it cannot be written.
    pub fn back_up(&self, target: &Path) -> Result<(), StoreError> {
        let place = FileLocation { path: target.to_owned(), patience: self.place.patience };
        if place.is_there()? {
            return Err(StoreError::Exists(place.path));
        }
        let failed = |error: io::Error| StoreError::Failed(place.path.clone(), Reason::new(error));
        let folder = TemporaryFolder::beside(target).map_err(failed)?;
        let part = FileLocation { path: folder.file("copy"), patience: place.patience };
        self.copy(&part)?;
        publish(&part, &place)
    }

    /// All pages in one step: a writer is not kept waiting by a reader, and cannot change what is being copied.
    fn copy(&self, part: &FileLocation) -> Result<(), StoreError> {
        let failed = |error: rusqlite::Error| part.failure(error);
        let mut connection = Connection::open(part.plain()?).map_err(failed)?;
        let backup = Backup::new(&self.connection, &mut connection).map_err(failed)?;
        match backup.step(-1).map_err(failed)? {
            StepResult::Done => Ok(()),
            _ => Err(StoreError::Busy(self.place.path.clone(), self.place.patience)),
        }
    }
}

impl Writer {
    /// Opens a backup to be restored: it is brought to the present format, and refused where it is damaged.
    ///
    /// # Errors
    ///
    /// Where it is no ledger, or damaged.
    pub fn open_backup(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        let backup = Self::open(path, patience)?;
        match backup.check()?.into_iter().next() {
            Some(wrong) => Err(StoreError::Damaged(path.to_owned(), Reason::new(wrong))),
            None => Ok(backup),
        }
    }

    /// Puts what a backup holds in place of what this ledger holds, at one instant: whoever reads it meanwhile sees the one
    /// or the other. What it held is gone, unless it was backed up.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn restore(&mut self, backup: &Self) -> Result<(), StoreError> {
        let place = self.place.clone();
        let failed = |error: rusqlite::Error| place.failure(error);
        backup.connection.execute("UPDATE edition SET generation = random()", ()).map_err(failed)?;
        let copying = Backup::new(&backup.connection, self.connection_mut()).map_err(failed)?;
        match copying.step(-1).map_err(failed)? {
            StepResult::Done => Ok(()),
            _ => Err(StoreError::Busy(place.path.clone(), place.patience)),
        }
    }
}

/// Under a name that nothing has by now, not even what another program made meanwhile.
fn publish(part: &FileLocation, target: &FileLocation) -> Result<(), StoreError> {
    let failed = |error: io::Error| StoreError::Failed(target.path.clone(), Reason::new(error));
    fs::File::open(&part.path).and_then(|file| file.sync_all()).map_err(failed)?;
    match fs::hard_link(&part.path, &target.path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(StoreError::Exists(target.path.clone())),
        // Some disks know no second name for a file.
        Err(_) => fs::rename(&part.path, &target.path).map_err(failed),
    }
}
