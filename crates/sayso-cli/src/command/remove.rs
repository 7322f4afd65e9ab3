//! `sayso remove`: an article's text goes, for good.

use std::io::{self, IsTerminal, Write};

use clap::Args;
use jiff::Timestamp;
use sayso::ledger::ledger::{Left, Removal, RemoveError};
use sayso::wording::advice;
use sayso_web::{DeskStore, follow_removals};

use crate::failure::Failure;
use crate::ledger_file::{LedgerFile, settle};
use crate::terminal::harmless;

/// Remove an article's text from the ledger for good, where the law demands it
///
/// Its text, its headline, its reading and all that was concluded from them go, and no byte of the ledger's file keeps
/// them. What stays: that it was there, its address, outlet and date, a hash of the text, and who removed it, when and why.
/// The same document does not come back when it is added again. Other versions and copies are other articles and stay;
/// they are named. What readers sent in about it goes from LEDGER.desk, too. Backups made before are not touched.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Remove {
    /// The article's id
    article: String,

    /// Why; it stays in the ledger, so it must not repeat what is removed
    #[arg(long, value_name = "TEXT")]
    why: String,

    /// The headline may stay
    #[arg(long)]
    keep_title: bool,

    /// Do not ask
    #[arg(long)]
    yes: bool,

    /// Who removes it
    #[arg(long, value_name = "NAME", env = "USER", default_value = "somebody")]
    by: String,

    #[command(flatten)]
    file: LedgerFile,
}

const EXAMPLES: &str = "\
Examples:
  sayso remove a1 --why 'order of the district court, 2 March 2026'
  sayso remove a1 --why 'licence ended' --by 'A. Editor' --keep-title --yes";

impl Remove {
    pub fn run(self) -> Result<(), Failure> {
        self.file.read()?;
        let mut ledger = self.file.write()?;
        // What shares its wording is known once its story is derived.
        ledger.refresh_article(&self.article).map_err(|error| Failure::ledger(&error))?;
        if !self.yes && !self.confirmed()? {
            eprintln!("nothing is removed");
            return Ok(());
        }
        let removal = Removal {
            article: &self.article,
            keeps_title: self.keep_title,
            by: &self.by,
            why: &self.why,
            at: Timestamp::now(),
        };
        let left = ledger.remove(&removal).map_err(|error| match error {
            RemoveError::NoReason => Failure::usage(advice::of_removal(&error)),
            _ => Failure::unread(advice::of_removal(&error)),
        })?;
        println!("the text of {} is removed from {}", self.article, self.file.path().display());
        if let Some(beside) = DeskStore::existing(self.file.path()).map_err(Failure::unread)? {
            let erased = follow_removals(&ledger.view(), &beside, Timestamp::now()).map_err(Failure::unread)?;
            if erased > 0 {
                println!("what corrections quoted of it is erased, too: {erased}");
            }
        }
        tell(&left);
        settle(&mut ledger)?;
        println!("backups made before still have it: replace them");
        Ok(())
    }

    fn confirmed(&self) -> Result<bool, Failure> {
        if !io::stdin().is_terminal() {
            return Err(Failure::usage("removing cannot be undone; say --yes where nobody can be asked"));
        }
        eprint!("Remove the text of {} for good? It cannot be undone. Type 'yes': ", self.article);
        io::stderr().flush()?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer).map_err(Failure::unread)?;
        Ok(answer.trim() == "yes")
    }
}

/// Names the articles that are likely to have words of it.
fn tell(left: &Left) {
    let listed =
        |ids: &[sayso::Id]| ids.iter().map(|id| harmless(&id.to_string()).into_owned()).collect::<Vec<_>>().join(", ");
    if !left.versions.is_empty() {
        println!("other versions of it stay: {}", listed(&left.versions));
    }
    if !left.copies.is_empty() {
        println!("articles that share its wording stay: {}", listed(&left.copies));
    }
}
