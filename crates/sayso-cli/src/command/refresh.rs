//! `sayso refresh`: every story derived from all that is recorded.

use clap::Args;

use crate::failure::Failure;
use crate::ledger_file::{LedgerFile, settle};

/// Bring every story up to date with what is recorded
///
/// 'sayso add' and 'sayso decide' derive what they change before they end; this derives what is left where one of them was
/// stopped. Others can read, add and decide meanwhile.
#[derive(Debug, Args)]
pub struct Refresh {
    #[command(flatten)]
    file: LedgerFile,
}

impl Refresh {
    pub fn run(self) -> Result<(), Failure> {
        self.file.read()?;
        settle(&mut self.file.write()?)
    }
}
