//! `sayso stories`: the stories of a ledger.

use clap::Args;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;
use crate::ledger_view;
use crate::shown::Shown;

/// List the stories, the one that moved last first
#[derive(Debug, Args)]
pub struct Stories {
    #[command(flatten)]
    file: LedgerFile,

    #[command(flatten)]
    shown: Shown,
}

impl Stories {
    pub fn run(self) -> Result<(), Failure> {
        let stories = self.file.look(|view| view.briefs())?;
        self.shown.print(&stories, |page| ledger_view::stories(&stories, page))
    }
}
