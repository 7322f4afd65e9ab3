//! The README names no flag that the program does not have.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::findings::Findings;
use crate::workspace::{output, path, target};

/// What stands before the program's own arguments on a line.
const PROGRAM: [&str; 2] = ["sayso read", " -- read"];

/// Each flag of a `sayso read` line against `sayso read --help`.
pub fn check(findings: &mut Findings) -> Result<()> {
    let Some(program) = built() else {
        findings.skipped.push("flags in the README: the program is not built".to_owned());
        return Ok(());
    };
    let help = output(Command::new(program).args(["read", "--help"]))?;
    let known: BTreeSet<&str> = flags(&help).collect();
    let readme = std::fs::read_to_string(path("README.md"))?;
    let named = readme
        .lines()
        .flat_map(|line| PROGRAM.iter().filter_map(|program| line.split_once(program)?.1.split('`').next()));
    for flag in named.flat_map(flags).filter(|flag| !known.contains(flag)) {
        findings.wrong.push(format!("README.md: `sayso read` has no {flag}"));
    }
    Ok(())
}

/// The program as it was last built.
fn built() -> Option<PathBuf> {
    let programs = ["debug", "release"].map(|profile| target().join(profile).join("sayso"));
    let built = programs.into_iter().filter_map(|program| Some((program.metadata().ok()?.modified().ok()?, program)));
    built.max().map(|(_, program)| program)
}

fn flags(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    words.filter(|word| word.starts_with("--") && word.len() > 2)
}
