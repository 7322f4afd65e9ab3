//! Sets on disk: one JSON object a line, compressed with xz where the name says so.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use serde_json::Value;

/// The documents of a set.
pub fn load(file: &Path) -> Result<Vec<Value>> {
    let unreadable = || format!("{} cannot be read", file.display());
    let text = String::from_utf8(bytes(file).with_context(unreadable)?).with_context(unreadable)?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).with_context(unreadable)).collect()
}

fn bytes(file: &Path) -> Result<Vec<u8>> {
    if file.extension().is_none_or(|extension| extension != "xz") {
        return Ok(std::fs::read(file)?);
    }
    let mut bytes = Vec::new();
    lzma_rs::xz_decompress(&mut BufReader::new(File::open(file)?), &mut bytes)
        .map_err(|error| anyhow!("it does not decompress: {error:?}"))?;
    Ok(bytes)
}

/// A file that is one object.
pub fn one(file: &Path) -> Result<Value> {
    let json = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    serde_json::from_str(&json).with_context(|| format!("{} is not JSON", file.display()))
}
