//! `sayso decide`: a person's decisions about claims.

use clap::{Args, Subcommand};
use jiff::Timestamp;
use sayso::ledger::ledger::{Choice, DecideError};

use crate::failure::Failure;
use crate::ledger_file::{LedgerFile, settle};

/// Decide about claims; a decision outlives later additions and can be undone
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Decide {
    #[command(subcommand)]
    what: What,

    /// Who decides
    #[arg(long, value_name = "NAME", env = "USER", default_value = "somebody", global = true)]
    by: String,

    #[command(flatten)]
    file: LedgerFile,
}

#[derive(Clone, Debug, Subcommand)]
enum What {
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
  sayso decide undo d0123456789";

impl Decide {
    pub fn run(self) -> Result<(), Failure> {
        let choice = match self.what.clone() {
            What::Confirm { claim } => Choice::Confirm(claim),
            What::Merge { claims } => Choice::Merge(claims),
            What::Split { mentions } => Choice::Split(mentions),
            What::Reassign { mention, claim } => Choice::Reassign { mention, claim },
            What::Reject { claim } => Choice::Reject(claim),
            What::Undo { decision } => Choice::Undo(decision),
        };
        self.file.read()?;
        let mut ledger = self.file.write()?;
        settle(&mut ledger)?;
        let id = ledger.decide(&choice, &self.by, Timestamp::now()).map_err(|error| match error {
            DecideError::Nothing(_) => Failure::usage(error),
            _ => Failure::unread(error),
        })?;
        settle(&mut ledger)?;
        println!("decided as {id}; 'sayso decide undo {id}' takes it back");
        Ok(())
    }
}
