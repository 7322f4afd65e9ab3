//! Fuzzes every target for its share of the time, with libFuzzer on the stable toolchain.
//!
//! Coverage needs only the compiler's `sancov-module` pass, which stable takes; the sanitizers, which
//! it does not, look for errors that safe Rust cannot make. Coverage is taken of the crates of this repository alone: what
//! they are built on is then the same as in the tests, and is not built a second time.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::workspace::{OPTIMISED, cargo, path, run, target};

/// Set where this program stands in for the compiler, as cargo's wrapper around it for the crates of the repository.
pub const WRAPS: &str = "SAYSO_COVERAGE";

/// The flags that cargo-fuzz passes for coverage.
const COVERAGE: [&str; 8] = [
    "--cfg",
    "fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
];

/// Longest time for one input, in seconds; longer is a finding.
const PATIENCE: &str = "-timeout=20";

/// Most memory in megabytes; more is a finding.
const MEMORY: &str = "-rss_limit_mb=4096";

/// Folders whose files are inputs to start from.
const SEEDS: [&str; 2] = ["golden", "demo"];

/// What `cargo xtask fuzz` takes.
#[derive(clap::Args)]
pub struct FuzzOptions {
    /// How long in all, divided over the targets
    #[arg(long, default_value_t = 60)]
    seconds: usize,
    /// Fuzz these targets alone
    #[arg(long, value_name = "NAME", num_args = 1..)]
    only: Vec<String>,
}

/// Builds the targets and runs them; the first finding ends it.
pub fn fuzz(options: &FuzzOptions) -> Result<()> {
    let mut targets = targets()?;
    targets.retain(|target| options.only.is_empty() || options.only.contains(target));
    if targets.is_empty() {
        bail!("no such target; fuzz/fuzz_targets holds one file for each");
    }
    let binaries = build()?;
    let seconds = (options.seconds / targets.len()).max(1);
    for target in &targets {
        let inputs = fuzz_one(&binaries, target, seconds)?;
        println!("{target}: {inputs} inputs in {seconds} seconds");
    }
    println!("{} targets fuzzed, nothing found", targets.len());
    Ok(())
}

/// Gives how many inputs were tried. What libFuzzer says is worth reading only where it found something.
fn fuzz_one(binaries: &Path, target: &str, seconds: usize) -> Result<String> {
    let outcome = fuzzer(&binaries.join(target), target, seconds)?.output()?;
    let said = String::from_utf8_lossy(&outcome.stderr);
    if !outcome.status.success() {
        bail!("{said}\n{target} found something; the input lies in fuzz/artifacts/{target}");
    }
    let inputs = said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    Ok(inputs.unwrap_or("an unknown number of").trim().to_owned())
}

fn targets() -> Result<Vec<String>> {
    let files = std::fs::read_dir(path("fuzz/fuzz_targets")).context("fuzz/fuzz_targets cannot be listed")?;
    let name = |file: std::io::Result<std::fs::DirEntry>| -> Option<String> {
        Some(file.ok()?.file_name().to_str()?.strip_suffix(".rs")?.to_owned())
    };
    let mut targets: Vec<String> = files.filter_map(name).collect();
    targets.sort();
    Ok(targets)
}

/// Gives the folder of the binaries.
fn build() -> Result<PathBuf> {
    let arguments = [&["build", "--quiet", "--package", "sayso-fuzz", "--bins"], &OPTIMISED[..]].concat();
    run(cargo(&arguments).env("RUSTC_WORKSPACE_WRAPPER", std::env::current_exe()?).env(WRAPS, "1"))?;
    Ok(target().join("debug"))
}

/// The compiler, with the flags for coverage; the first argument names it.
pub fn compile() -> ExitCode {
    let mut arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    if arguments.is_empty() {
        return ExitCode::FAILURE;
    }
    // A build script is run by cargo and not fuzzed: nothing that counts is linked into it.
    let coverage = if arguments.iter().any(|argument| argument == "build_script_build") { &[] } else { &COVERAGE[..] };
    let compiled = Command::new(arguments.remove(0)).args(arguments).args(coverage).status();
    if compiled.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn fuzzer(binary: &Path, target: &str, seconds: usize) -> Result<Command> {
    let (corpus, artifacts) = (path("fuzz/corpus").join(target), path("fuzz/artifacts").join(target));
    std::fs::create_dir_all(&corpus)?;
    std::fs::create_dir_all(&artifacts)?;
    let mut fuzzer = Command::new(binary);
    fuzzer.arg(corpus).args(SEEDS.iter().map(path).filter(|folder| folder.exists()));
    fuzzer.args([PATIENCE, MEMORY, "-print_final_stats=1", "-verbosity=0"]);
    fuzzer.arg(format!("-max_total_time={seconds}")).arg(format!("-artifact_prefix={}/", artifacts.display()));
    Ok(fuzzer)
}
