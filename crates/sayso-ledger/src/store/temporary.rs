//! A folder for what is written before it gets its name, that is gone afterwards, even where the program was killed.
//!
//! A lock in it says that it is in use; the system lets go of the lock whenever the program ends. What is found without
//! its lock being held was left behind, and is cleared before another is made in the same place.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// How such folders' names begin, and the file in them that is locked.
const PREFIX: &str = ".sayso-temporary-";
const LOCK: &str = "lock";

/// Another program may clear a folder before its lock is taken: then the next one is made.
const TRIES: usize = 16;

/// A folder that only its owner can read, for as long as this lives.
#[derive(Debug)]
pub struct TemporaryFolder {
    folder: TempDir,
    _lock: File,
}

impl TemporaryFolder {
    /// Makes one in another folder, and clears those that were left behind there.
    ///
    /// # Errors
    ///
    /// Where nothing can be written there.
    pub fn new_in(place: &Path) -> io::Result<Self> {
        Self::clear(place);
        for _ in 0..TRIES {
            let folder = tempfile::Builder::new().prefix(PREFIX).tempdir_in(place)?;
            if let Some(lock) = locked(folder.path())? {
                return Ok(Self { folder, _lock: lock });
            }
        }
        Err(io::Error::other("no temporary folder could be kept there; another program clears them"))
    }

    /// Makes one beside a file: on the same disk, so that what is in it can get a name there.
    ///
    /// # Errors
    ///
    /// Where nothing can be written there.
    pub fn beside(file: &Path) -> io::Result<Self> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        Self::new_in(folder.unwrap_or(Path::new(".")))
    }

    /// Makes one where the system has such folders.
    ///
    /// # Errors
    ///
    /// Where nothing can be written there.
    pub fn new() -> io::Result<Self> {
        Self::new_in(&std::env::temp_dir())
    }

    /// The path of a file in it.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Clears the folders in a place that were left behind. What cannot be cleared stays: it is another's, or in use.
    pub fn clear(place: &Path) {
        let entries = fs::read_dir(place).into_iter().flatten().flatten();
        let ours = entries.filter(|entry| {
            entry.file_name().to_string_lossy().starts_with(PREFIX) && entry.file_type().is_ok_and(|kind| kind.is_dir())
        });
        ours.for_each(|entry| clear_one(&entry.path()));
    }
}

/// A folder without a lock was left between two steps, and is empty: removing it fails where it is not.
fn clear_one(folder: &Path) {
    match File::open(folder.join(LOCK)) {
        Ok(lock) if lock.try_lock().is_ok() => drop(fs::remove_dir_all(folder)),
        Ok(_) => {}
        Err(_) => drop(fs::remove_dir(folder)),
    }
}

/// The lock of a new folder; nothing where another program was faster.
fn locked(folder: &Path) -> io::Result<Option<File>> {
    let path = folder.join(LOCK);
    let lock = match File::create(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        created => created?,
    };
    match lock.try_lock() {
        Ok(()) if path.exists() => Ok(Some(lock)),
        Ok(()) | Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_behind_is_cleared_and_what_is_in_use_stays() {
        let place = tempfile::tempdir().unwrap();
        let used = TemporaryFolder::new_in(place.path()).unwrap();
        fs::write(used.file("copy"), "x").unwrap();
        let left = |name: &str| place.path().join(format!("{PREFIX}{name}"));
        for name in ["killed", "empty"] {
            fs::create_dir(left(name)).unwrap();
        }
        fs::write(left("killed").join(LOCK), "").unwrap();
        fs::write(left("killed").join("copy"), "half").unwrap();
        fs::create_dir(place.path().join("another")).unwrap();
        let next = TemporaryFolder::beside(&place.path().join("x.ledger")).unwrap();
        assert!(!left("killed").exists() && !left("empty").exists());
        assert!(used.file("copy").exists() && place.path().join("another").exists());
        drop((used, next));
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
    }
}
