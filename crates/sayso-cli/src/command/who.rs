//! `sayso who`: all that somebody said.

use clap::Args;
use sayso::ledger::record::Claim;
use sayso::ledger::store::name_key;
use serde_json::json;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;
use crate::ledger_view;
use crate::output::Shown;

/// Show all that somebody said, over time
#[derive(Debug, Args)]
pub struct Who {
    /// A name, or a part of one; case and accents do not matter
    #[arg(required = true)]
    name: Vec<String>,

    #[command(flatten)]
    file: LedgerFile,

    #[command(flatten)]
    shown: Shown,
}

impl Who {
    pub fn run(self) -> Result<(), Failure> {
        let name = self.name.join(" ");
        let stories = self.file.look(|view| view.who(&name))?;
        if stories.is_empty() {
            return Err(Failure::unread(format!("nobody called '{name}' says anything in this ledger")));
        }
        let wanted = name_key(&name);
        let said = |claim: &&Claim| claim.speakers.iter().any(|speaker| name_key(speaker).contains(&wanted));
        let rows: Vec<_> = stories
            .iter()
            .map(|story| json!({"story": story.id, "claims": story.claims.iter().filter(said).collect::<Vec<_>>()}))
            .collect();
        self.shown.print(&rows, |page| ledger_view::who(&name, &stories, page))
    }
}
