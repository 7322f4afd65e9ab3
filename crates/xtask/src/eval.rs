//! Measures what the program prints, on the sets that ship and on those of a data folder.

use std::path::PathBuf;

use anyhow::{Result, bail};
use serde_json::{Map, Value};

use crate::floors::Floors;
use crate::program::Program;
use crate::sets::{Measured, SETS, Set, SetOutcome};
use crate::{cases, sets};

/// Which sets are measured.
#[derive(clap::Args)]
pub struct Choice {
    /// A folder with the sets that do not ship (eval/README.md says which); without it they count as absent
    #[arg(long, value_name = "FOLDER", env = "SAYSO_DATA")]
    pub data: Option<PathBuf>,
    /// Measure these sets alone
    #[arg(long, value_name = "NAME", num_args = 1.., value_parser = set_names())]
    pub only: Vec<String>,
    /// Also measure what is kept for the close of a piece of work
    #[arg(long)]
    pub close: bool,
}

/// What `cargo xtask eval` takes.
#[derive(clap::Args)]
pub struct EvalOptions {
    #[command(flatten)]
    choice: Choice,
    /// Print one JSON object: set, figure, value
    #[arg(long, conflicts_with = "floors")]
    json: bool,
    /// Fail where a figure is below its floor in eval/floors.json
    #[arg(long)]
    floors: bool,
}

/// Sets that gave figures, and those that did not, with the reason.
pub struct Measurements {
    /// By set.
    pub measured: Vec<(&'static str, Measured)>,
    /// By set.
    pub not_measured: Vec<(&'static str, String)>,
}

/// Measures, prints, and where asked to holds the figures to their floors.
pub fn eval(options: &EvalOptions) -> Result<()> {
    let measurements = measure(&options.choice)?;
    if options.json {
        println!("{}", as_json(&measurements));
        return Ok(());
    }
    print(&measurements);
    if options.floors { hold_to_floors(&measurements) } else { Ok(()) }
}

/// Builds the program and measures it on the chosen sets.
pub fn measure(choice: &Choice) -> Result<Measurements> {
    let program = Program::build()?;
    let mut measurements = Measurements { measured: Vec::new(), not_measured: Vec::new() };
    for set in SETS.iter().filter(|set| chosen(set, choice)) {
        match set.run(&program, choice.data.as_deref(), choice.close)? {
            SetOutcome::Measured(measured) => measurements.measured.push((set.name, measured)),
            SetOutcome::NotMeasured(why) => measurements.not_measured.push((set.name, why)),
        }
    }
    Ok(measurements)
}

/// Prints every figure, and what was not measured.
pub fn print(measurements: &Measurements) {
    for (set, measured) in &measurements.measured {
        println!("{set}");
        for sets::Figure { name, value, note, .. } in &measured.figures {
            println!("  {name:24} {value:9.2}   {note}");
        }
        for line in measured.cases.iter().flat_map(|table| cases::moved(set, table)) {
            println!("  {line}");
        }
    }
    for (set, why) in &measurements.not_measured {
        println!("{set}: {why}");
    }
}

fn hold_to_floors(measurements: &Measurements) -> Result<()> {
    let report = Floors::load()?.check(&measurements.measured);
    for line in &report.can_rise {
        println!("{line}");
    }
    if !report.can_rise.is_empty() {
        println!("`cargo xtask bless floors` moves these floors");
    }
    if !report.below.is_empty() {
        bail!("{} below the floor:\n{}", report.below.len(), report.below.join("\n"));
    }
    println!("{} figures at or above their floors", report.held);
    Ok(())
}

fn as_json(measurements: &Measurements) -> Value {
    let figures = |measured: &Measured| -> Map<String, Value> {
        measured.figures.iter().map(|figure| (figure.name.clone(), figure.value.into())).collect()
    };
    let sets = measurements.measured.iter().map(|(set, measured)| ((*set).to_owned(), figures(measured).into()));
    Value::Object(sets.collect())
}

fn chosen(set: &Set, choice: &Choice) -> bool {
    choice.only.is_empty() || choice.only.iter().any(|name| name == set.name)
}

fn set_names() -> Vec<&'static str> {
    SETS.iter().map(|set| set.name).collect()
}
