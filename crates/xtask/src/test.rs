//! The whole test suite, step by step; what is skipped is said, with the reason.

use std::time::Instant;

use anyhow::{Result, bail};

use crate::workspace::{cargo, run};
use crate::{browser, python, tidy};

/// What `cargo xtask test` takes.
#[derive(clap::Args)]
pub struct TestOptions {
    /// Fail where a step or a part of one is skipped
    #[arg(long)]
    nothing_skipped: bool,
}

/// A name, and the arguments of cargo. The fuzz targets are built where they are run: they need a C++ compiler.
const STEPS: [(&str, &[&str]); 5] = [
    ("format", &["fmt", "--all", "--check"]),
    (
        "clippy",
        &["clippy", "--quiet", "--workspace", "--exclude", "sayso-fuzz", "--all-targets", "--", "--deny", "warnings"],
    ),
    ("tests", &["test", "--workspace", "--exclude", "sayso-fuzz", "--lib", "--bins", "--tests", "--examples"]),
    ("documentation tests", &["test", "--workspace", "--exclude", "sayso-fuzz", "--doc"]),
    ("documentation", &["doc", "--quiet", "--workspace", "--exclude", "sayso-fuzz", "--no-deps", "--lib"]),
];

/// Runs every step, the failing ones included, and then says what failed.
pub fn test(options: &TestOptions) -> Result<()> {
    let mut outcomes: Vec<(&str, Result<()>)> =
        STEPS.iter().map(|(name, arguments)| (*name, step(name, arguments))).collect();
    let mut skipped = Vec::new();
    outcomes.push(("tidy", announced("tidy", || tidy::tidy().map(|skips| skipped = skips))));
    let in_browser = || browser::test().map(|skip| skipped.extend(skip));
    outcomes.push(("the desk in a browser", announced("the desk in a browser", in_browser)));
    let in_python = || python::test().map(|skip| skipped.extend(skip));
    outcomes.push(("the Python package", announced("the Python package", in_python)));
    println!();
    for (name, outcome) in &outcomes {
        let outcome = outcome.as_ref().map_or_else(|error| format!("FAILED: {error:#}"), |()| "ok".to_owned());
        println!("{name}: {outcome}");
    }
    for skip in &skipped {
        println!("skipped: {skip}");
    }
    let failed = outcomes.iter().filter(|(_, outcome)| outcome.is_err()).count();
    println!("{} steps passed, {failed} failed, {} checks skipped", outcomes.len() - failed, skipped.len());
    if failed > 0 || (options.nothing_skipped && !skipped.is_empty()) {
        bail!("the test suite does not pass");
    }
    Ok(())
}

fn step(name: &str, arguments: &[&str]) -> Result<()> {
    announced(name, || run(cargo(arguments).env("RUSTDOCFLAGS", "--deny warnings")))
}

fn announced(name: &str, step: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("\n== {name}");
    let start = Instant::now();
    let outcome = step();
    println!("== {name}: {} s", start.elapsed().as_secs());
    outcome
}
