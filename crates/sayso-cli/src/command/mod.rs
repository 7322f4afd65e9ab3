//! The commands, a file each.

mod completions;
mod man;
mod read;

use clap::Subcommand;

use crate::failure::Failure;

/// One of the commands with its arguments.
#[derive(Debug, Subcommand)]
pub enum Command {
    Read(read::Read),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Command {
    /// Does what is asked.
    pub fn run(self) -> Result<(), Failure> {
        match self {
            Self::Read(read) => read.run(),
            Self::Completions(completions) => completions.run(),
            Self::Man(man) => man.run(),
        }
    }
}
