//! `sayso stories`: the stories of a ledger.

use clap::Args;
use sayso::ledger::ledger::WithPending;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;
use crate::ledger_view;
use crate::output::Shown;

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
        let (stories, mut behind) = self.file.look(|view| Ok((view.briefs()?, view.pending_by_story()?)))?;
        let told: Vec<_> =
            stories.iter().map(|told| WithPending { value: told, pending: behind.remove(&told.id) }).collect();
        self.shown.print(&told, |page| ledger_view::stories(&stories, page))
    }
}
