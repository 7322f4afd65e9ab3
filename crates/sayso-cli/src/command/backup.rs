//! `sayso backup` and `sayso restore`: a copy of the ledger, whole, while others use it, and the way back.

use std::path::PathBuf;

use clap::Args;
use sayso::ledger::store::TemporaryFolder;
use sayso_web::DeskStore;

use crate::failure::Failure;
use crate::ledger_file::{LedgerFile, ledger_name};

/// Copy the ledger to a file, while others read and write it
///
/// The copy is a ledger like any other: 'sayso restore' puts it in place, and it can be given with --ledger. It gets its
/// name when it is whole. Accounts, what readers wrote, and what people have seen, lie beside the ledger (LEDGER.desk) and
/// are not in it.
#[derive(Debug, Args)]
pub struct Backup {
    /// The copy; there must be no such file yet
    #[arg(value_parser = ledger_name())]
    target: PathBuf,

    #[command(flatten)]
    file: LedgerFile,
}

impl Backup {
    pub fn run(self) -> Result<(), Failure> {
        self.file.read()?.back_up(&self.target).map_err(|error| Failure::ledger(&error))?;
        eprintln!("{} is a copy of {}", self.target.display(), self.file.path().display());
        Ok(())
    }
}

/// Put a backup in the ledger's place, while others read and write it
///
/// What the ledger holds now is copied to another file first, so that nothing is lost. A backup that is damaged, or is no
/// ledger, changes nothing.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    backup: PathBuf,

    /// Where to keep what the ledger holds now; there must be no such file yet
    #[arg(long, value_name = "FILE", value_parser = ledger_name())]
    keep: PathBuf,

    #[command(flatten)]
    file: LedgerFile,
}

impl Restore {
    pub fn run(self) -> Result<(), Failure> {
        self.file.read()?;
        let beside = DeskStore::existing(self.file.path()).map_err(Failure::unread)?;
        // A backup is never altered: an earlier format is brought up in a copy.
        let folder = TemporaryFolder::beside(self.file.path())
            .map_err(|error| Failure::unread(format!("{}: {error}", self.file.path().display())))?;
        let copy = folder.file("backup.ledger");
        std::fs::copy(&self.backup, &copy)
            .map_err(|error| Failure::unread(format!("{}: {error}", self.backup.display())))?;
        self.file.write()?.restore(&copy, &self.keep).map_err(|error| Failure::ledger(&error))?;
        // Who may sign in goes on to: what lies beside the ledger is now that of what was restored.
        if beside.is_some() {
            DeskStore::adopted(self.file.path()).map_err(Failure::unread)?;
        }
        eprintln!(
            "{} holds what {} held; what it held before is in {}",
            self.file.path().display(),
            self.backup.display(),
            self.keep.display()
        );
        Ok(())
    }
}
