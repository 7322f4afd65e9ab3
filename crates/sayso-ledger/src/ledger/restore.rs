//! Restoring: what a backup holds in place of what the ledger holds.

use std::path::Path;
use std::time::Duration;

use super::Ledger;
use crate::store::{StoreError, Writer};

/// How long somebody else who has the backup open is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

impl Ledger {
    /// Puts a backup in place. What the ledger holds now is copied to `kept` first, where there must be no file yet, so
    /// that nothing is lost. A backup that is damaged, or is no ledger, is refused and changes nothing.
    ///
    /// ```
    /// # use std::time::Duration;
    /// use sayso_ledger::Ledger;
    ///
    /// let folder = tempfile::tempdir()?;
    /// let [ledger, backup, kept] = ["a.ledger", "backup.ledger", "kept.ledger"].map(|name| folder.path().join(name));
    /// let patience = Duration::from_secs(1);
    /// drop(Ledger::open(&backup, patience)?);
    /// Ledger::open(&ledger, patience)?.restore(&backup, &kept)?;
    /// assert!(kept.exists());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the backup is damaged or no ledger, there is a file under `kept`, or the ledger cannot be written.
    pub fn restore(&mut self, backup: &Path, kept: &Path) -> Result<(), StoreError> {
        let backup = Writer::open_backup(backup, PATIENCE)?;
        self.writer.back_up(kept)?;
        self.writer.restore(&backup)
    }
}
