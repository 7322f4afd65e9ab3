//! A copy of the ledger in another file, made while others read and write.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::error::StoreError;
use super::inspect::Place;
use super::reader::Reader;

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

fn settle(part: &Place, target: &Place) -> Result<(), StoreError> {
    let failed = |error: std::io::Error| StoreError::Failed(target.path.clone(), error.to_string());
    fs::File::open(&part.path).and_then(|file| file.sync_all()).map_err(failed)?;
    fs::rename(&part.path, &target.path).map_err(failed)
}
