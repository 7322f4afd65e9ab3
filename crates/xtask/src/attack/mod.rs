//! Attacks on the program as it is built: killed at any moment, fed damaged documents, sent to inner addresses, and
//! used for an hour. Each says how many tries it made and fails where one got through.

mod addresses;
mod documents;
mod kills;
mod outcome;
mod soak;

use anyhow::{Result, bail};

use crate::program::Program;

use self::outcome::AttackOutcome;

/// What is attacked.
#[derive(clap::Subcommand)]
pub enum Attack {
    /// Kill programs that write a ledger, at random moments, and look for what was lost
    Kills {
        /// How many are killed
        #[arg(long, default_value_t = 474)]
        count: u64,
        /// Another seed kills at other moments
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Feed damaged documents to the reading, and look for a panic, a missing answer, or an offset out of bounds
    Documents {
        /// How many documents
        #[arg(long, default_value_t = 4470)]
        count: u64,
        /// Another seed damages otherwise
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Give addresses of this machine and of inner networks to be fetched, and look for a connection
    Addresses,
    /// Use the desk for a time on this machine alone, and look for errors and for what grows without end
    Soak {
        /// How long
        #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=180))]
        minutes: u64,
    },
    /// The first three with few tries: what every change is held to
    Short,
}

/// Tries of [`Attack::Short`]: a minute or so together.
const FEW_KILLS: u64 = 40;

const FEW_DOCUMENTS: u64 = 300;

/// Builds the program and attacks it.
pub fn attack(what: &Attack) -> Result<()> {
    let program = Program::build()?;
    match what {
        Attack::Kills { count, seed } => report(&kills::attack(&program, *count, *seed)?),
        Attack::Documents { count, seed } => report(&documents::attack(&program, *count, *seed)?),
        Attack::Addresses => report(&addresses::attack(&program)?),
        Attack::Soak { minutes } => report(&soak::attack(&program, *minutes)?),
        Attack::Short => {
            report(&addresses::attack(&program)?)?;
            report(&documents::attack(&program, FEW_DOCUMENTS, 1)?)?;
            report(&kills::attack(&program, FEW_KILLS, 1)?)
        }
    }
}

fn report(outcome: &AttackOutcome) -> Result<()> {
    if outcome.found.is_empty() {
        println!("{}: nothing got through", outcome.done);
        return Ok(());
    }
    bail!("{}: {} got through\n{}", outcome.done, outcome.found.len(), outcome.found.join("\n"))
}
