//! `sayso backup`: a copy of the ledger, whole, while others use it.

use std::path::PathBuf;

use clap::Args;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;

/// Copy the ledger to a file, while others read and write it
///
/// The copy is a ledger like any other: to restore it, put it in the other's place, or give it with --ledger. It gets its
/// name when it is whole. What readers wrote, and what people have seen, lie beside the ledger (LEDGER.desk) and are not in
/// it.
#[derive(Debug, Args)]
pub struct Backup {
    /// The copy; there must be no such file yet
    target: PathBuf,

    #[command(flatten)]
    file: LedgerFile,
}

impl Backup {
    pub fn run(self) -> Result<(), Failure> {
        self.file.read()?.back_up(&self.target).map_err(Failure::unread)?;
        eprintln!("{} is a copy of {}", self.target.display(), self.file.path().display());
        Ok(())
    }
}
