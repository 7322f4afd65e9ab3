//! What each document gave, kept by id, so that a change shows which documents moved.

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::Result;

use crate::sets::Cases;
use crate::workspace::path;

/// More moved documents than this are counted, not named.
const NAMED: usize = 10;

/// How the documents differ from what was recorded; nothing where they do not.
pub fn moved(set: &str, table: &Cases) -> Option<String> {
    let recorded = std::fs::read_to_string(file(set)).ok()?;
    let recorded: BTreeSet<&str> = recorded.lines().collect();
    let moved = table.rows.iter().filter(|row| !recorded.contains(row.as_str()));
    let ids: Vec<&str> = moved.map(|row| row.split(',').next().unwrap_or_default()).collect();
    let named = if ids.len() <= NAMED { format!(": {}", ids.join(", ")) } else { String::new() };
    (!ids.is_empty()).then(|| format!("{} documents differ from eval/results/{set}.csv{named}", ids.len()))
}

/// Records what each document gave.
pub fn record(set: &str, table: &Cases) -> Result<()> {
    Ok(std::fs::write(file(set), format!("{}\n{}\n", table.header, table.rows.join("\n")))?)
}

fn file(set: &str) -> PathBuf {
    path(format!("eval/results/{set}.csv"))
}
