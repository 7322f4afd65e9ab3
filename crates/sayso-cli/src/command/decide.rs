//! `sayso decide`: a person's decisions about claims.

mod add;
mod mend;
mod place;
mod said;

use clap::{Args, Subcommand};
use jiff::Timestamp;
use sayso::ledger::View;
use sayso::ledger::ledger::{Choice, DecideError};
use sayso::ledger::mention::short_form;
use sayso::wording::advice;

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;

/// Decide about claims; a decision outlives later additions and can be undone
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Decide {
    #[command(subcommand)]
    what: DecideCommand,

    /// Who decides
    #[arg(long, value_name = "NAME", env = "USER", default_value = "somebody", global = true)]
    by: String,

    #[command(flatten)]
    file: LedgerFile,
}

#[derive(Clone, Debug, Subcommand)]
enum DecideCommand {
    /// The claim is right as it stands
    Confirm {
        /// The claim
        claim: String,
    },
    /// These claims are one
    Merge {
        /// The claims, two or more
        #[arg(required = true, num_args = 2..)]
        claims: Vec<String>,
    },
    /// These mentions are a claim of their own
    Split {
        /// The mentions, as 'sayso claim' shows them
        #[arg(required = true)]
        mentions: Vec<String>,
    },
    /// The mention belongs to the claim
    Reassign {
        /// The mention
        mention: String,
        /// The claim
        claim: String,
    },
    /// This is no claim
    Reject {
        /// The claim
        claim: String,
    },
    Add(Box<add::Add>),
    Mend(Box<mend::Mend>),
    /// The decision holds no longer
    Undo {
        /// The decision's id
        decision: String,
    },
}

const EXAMPLES: &str = "\
Examples:
  sayso decide merge c1a2b3c4d5 c6e7f8a9b0
  sayso decide --by 'A. Editor' reject c1a2b3c4d5
  sayso decide add a1 --words 'some 1,500 servicemen' --speaker 'Transport Ministry' --cue counts
  sayso decide mend c1a2b3c4d5 --stance denies
  sayso decide mend c1a2b3c4d5 --figure '1,500' --value 1600 --approximate true
  sayso decide undo d0123456789";

impl Decide {
    pub fn run(self) -> Result<(), Failure> {
        self.file.read()?;
        let mut ledger = self.file.write()?;
        let choice = self.what.choice(&ledger.view())?;
        let id = ledger.decide(&choice, &self.by, Timestamp::now()).map_err(|error| match error {
            DecideError::Nothing(_) => Failure::usage(error),
            _ => Failure::unread(advice::of_choice(&error)),
        })?;
        let short = short_form(&id);
        println!("decided as {short}; 'sayso decide undo {short}' takes it back");
        ledger.refresh_decision(&id).map_err(|error| Failure::ledger(&error))
    }
}

impl DecideCommand {
    fn choice(self, view: &View<'_>) -> Result<Choice, Failure> {
        Ok(match self {
            Self::Confirm { claim } => Choice::Confirm(claim),
            Self::Merge { claims } => Choice::Merge(claims),
            Self::Split { mentions } => Choice::Split(mentions),
            Self::Reassign { mention, claim } => Choice::Reassign { mention, claim },
            Self::Reject { claim } => Choice::Reject(claim),
            Self::Add(add) => add.choice(view)?,
            Self::Mend(mend) => mend.choice(view)?,
            Self::Undo { decision } => Choice::Undo(decision),
        })
    }
}
