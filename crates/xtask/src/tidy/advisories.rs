//! No package of the lock file has a known advisory.

use anyhow::Result;

use super::findings::Findings;
use crate::advisories;

/// What the table in the repository says of the lock file.
pub fn check(findings: &mut Findings) -> Result<()> {
    let checked = advisories::check()?;
    findings.wrong.extend(checked.found);
    findings.noted.push(format!("advisories are those known on {}", checked.day));
    if !checked.unknown.is_empty() {
        let unknown = checked.unknown.join(", ");
        findings.noted.push(format!("no advisories were looked up for {unknown}; `cargo xtask bless advisories` does"));
    }
    Ok(())
}
