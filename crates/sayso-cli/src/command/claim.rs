//! `sayso claim`: one claim with its mentions, its origin, its links and the reasons.

use clap::Args;
use serde_json::json;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;
use crate::ledger_view;
use crate::output::Shown;

/// Show one claim: where it appears, where it came from, who disputes it, and why it is told so
#[derive(Debug, Args)]
pub struct Claim {
    /// The claim's id, or that of one of its mentions; 'sayso claims' lists them
    id: String,

    #[command(flatten)]
    file: LedgerFile,

    #[command(flatten)]
    shown: Shown,
}

impl Claim {
    pub fn run(self) -> Result<(), Failure> {
        let found = self.file.look(|view| view.claim(&self.id))?;
        let (story, claim) = found
            .ok_or_else(|| Failure::unread(format!("there is no claim '{}'; 'sayso claims' lists them", self.id)))?;
        let links: Vec<_> = story.links.iter().filter(|link| link.a == claim.id || link.b == claim.id).collect();
        let value = json!({"story": story.id, "claim": claim, "links": links});
        self.shown.print(&value, |page| ledger_view::claim(&story, &claim, page))
    }
}
