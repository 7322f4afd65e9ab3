//! The weights stay small enough to clone.

use anyhow::Result;

use super::findings::Findings;
use crate::workspace::{files, path};

const LARGEST: u64 = 50_000_000;

/// All files under models/ together.
pub fn check(findings: &mut Findings) -> Result<()> {
    let folder = path("models");
    let files = if folder.exists() { files(&folder)? } else { Vec::new() };
    let size = files.iter().map(|file| Ok(std::fs::metadata(file)?.len())).sum::<Result<u64>>()?;
    if size > LARGEST {
        findings.wrong.push(format!("models: {} MB, more than {} MB", size / 1_000_000, LARGEST / 1_000_000));
    }
    Ok(())
}
