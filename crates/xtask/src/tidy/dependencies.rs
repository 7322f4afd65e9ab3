//! Every direct dependency has its line in docs/dependencies.md, and every line its dependency.

use std::collections::BTreeSet;

use anyhow::Result;

use super::findings::Findings;
use super::packages::Package;
use crate::workspace::path;

const LIST: &str = "docs/dependencies.md";

/// The list and the manifests name the same crates.
pub fn check(packages: &[Package], findings: &mut Findings) -> Result<()> {
    let used = packages.iter().flat_map(|package| &package.dependencies).filter(|dependency| !dependency.own);
    let used: BTreeSet<&str> = used.map(|dependency| dependency.name.as_str()).collect();
    let list = std::fs::read_to_string(path(LIST))?;
    let listed: BTreeSet<&str> = list.lines().filter_map(listed).collect();
    for name in used.difference(&listed) {
        findings.wrong.push(format!("{LIST}: add a line for `{name}` with its licence and why it is here"));
    }
    for name in listed.difference(&used) {
        findings.wrong.push(format!("{LIST}: no manifest names `{name}`; take its line out"));
    }
    Ok(())
}

/// The crate that a row of the table is about.
fn listed(line: &str) -> Option<&str> {
    line.strip_prefix("| `")?.split('`').next()
}
