//! Records anew what is expected: golden cases, notices, and floors of figures.

use std::path::PathBuf;

use anyhow::Result;

use crate::advisories;
use crate::cases;
use crate::eval::{self, Choice};
use crate::floors::Floors;
use crate::notices;
use crate::workspace::{cargo, run};

/// What `cargo xtask bless` records.
#[derive(clap::Subcommand)]
pub enum What {
    /// Write what the tests get as what the golden cases expect; look at the difference before you commit it
    Golden,
    /// Write NOTICES.txt: the licences of what is built into the program
    Notices,
    /// Take the advisories about our packages from a clone of the RustSec advisory database
    Advisories {
        /// The clone
        #[arg(long, value_name = "FOLDER")]
        from: PathBuf,
        /// The day that it is of
        #[arg(long, value_name = "YYYY-MM-DD")]
        day: String,
    },
    /// Raise floors to what is measured, and record what each document gave
    Floors {
        #[command(flatten)]
        choice: Choice,
        /// Also lower floors, for this reason, which is written down in eval/lowered-floors.md
        #[arg(long, value_name = "REASON")]
        lower: Option<String>,
    },
}

/// Records it.
pub fn bless(what: &What) -> Result<()> {
    match what {
        What::Golden => run(cargo(&["test", "--quiet", "--workspace", "--exclude", "xtask"]).env("BLESS", "1")),
        What::Notices => notices::write(),
        What::Advisories { from, day } => advisories::bless(from, day),
        What::Floors { choice, lower } => floors(choice, lower.as_deref()),
    }
}

fn floors(choice: &Choice, lower: Option<&str>) -> Result<()> {
    let measurements = eval::measure(choice)?;
    eval::print(&measurements);
    let mut floors = Floors::load()?;
    for change in floors.raise(&measurements.measured, lower)? {
        println!("floor {change}");
    }
    for (set, measured) in &measurements.measured {
        if let Some(table) = &measured.cases {
            cases::record(set, table)?;
        }
    }
    floors.save()
}
