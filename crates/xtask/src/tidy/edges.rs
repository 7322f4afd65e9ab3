//! The pipeline's crates lean one way: text ← page ← read ← claims ← ledger ← sayso ← program.

use super::findings::Findings;
use super::packages::Package;

/// Each crate with the crates of this repository that it may depend on.
const EDGES: [(&str, &[&str]); 19] = [
    ("sayso-text", &[]),
    ("sayso-lang", &[]),
    ("sayso-golden", &["sayso-text"]),
    ("sayso-page", &["sayso-golden", "sayso-lang", "sayso-text"]),
    ("sayso-read", &["sayso-golden", "sayso-lang", "sayso-page", "sayso-text"]),
    ("sayso-claims", &["sayso-lang", "sayso-read", "sayso-text"]),
    ("sayso-brief", &["sayso-claims", "sayso-lang", "sayso-read", "sayso-text"]),
    ("sayso-ledger", &["sayso-claims", "sayso-golden", "sayso-read", "sayso-text"]),
    ("sayso-model", &["sayso-read", "sayso-text"]),
    (
        "sayso",
        &["sayso-brief", "sayso-golden", "sayso-ledger", "sayso-model", "sayso-page", "sayso-read", "sayso-text"],
    ),
    ("sayso-io", &["sayso"]),
    ("sayso-web", &["sayso"]),
    ("sayso-mcp", &["sayso"]),
    ("sayso-watch", &["sayso"]),
    ("sayso-cli", &["sayso", "sayso-golden", "sayso-io", "sayso-mcp", "sayso-watch", "sayso-web"]),
    ("sayso-python", &["sayso"]),
    ("sayso-bench", &["sayso"]),
    ("sayso-fuzz", &["sayso", "sayso-io", "sayso-page", "sayso-read", "sayso-text", "sayso-web"]),
    ("xtask", &[]),
];

/// Every edge between own crates is one that is allowed.
pub fn check(packages: &[Package], findings: &mut Findings) {
    for package in packages {
        let Some((_, allowed)) = EDGES.iter().find(|(name, _)| *name == package.name) else {
            findings
                .wrong
                .push(format!("{}: say in crates/xtask/src/tidy/edges.rs what it may depend on", package.name));
            continue;
        };
        for dependency in package.dependencies.iter().filter(|dependency| dependency.own) {
            if !allowed.contains(&dependency.name.as_str()) {
                findings.wrong.push(format!("{} may not depend on {}", package.name, dependency.name));
            }
        }
    }
}
