//! Source files: each says its job in its first line, none is long, none holds notes to its author.

use std::path::Path;

use anyhow::Result;

use super::findings::Findings;
use crate::workspace::{files_ending, path, shown};

/// Lines of a file without its tests. Nine in ten files of ocrs, a sibling in shape, have fewer than 370.
const LONGEST: usize = 400;

/// What belongs in an issue; spelt apart so that this file does not find itself.
const NOTES: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];

/// Heads, lengths, notes.
pub fn check(findings: &mut Findings) -> Result<()> {
    for (ending, head) in [(".rs", "//!"), (".py", "\"\"\"")] {
        for file in files_ending(ending)? {
            check_file(&file, head, &std::fs::read_to_string(&file)?, findings);
        }
    }
    Ok(())
}

fn check_file(file: &Path, head: &str, source: &str, findings: &mut Findings) {
    let name = shown(file);
    if !source.starts_with(head) {
        findings.wrong.push(format!("{name}: say in the first line, after {head}, what the file is for"));
    }
    let length = source.lines().take_while(|line| *line != "#[cfg(test)]").count();
    if length > LONGEST && !is_test(file) {
        findings
            .wrong
            .push(format!("{name}: {length} lines without tests, more than {LONGEST}; part it by what it does"));
    }
    for (number, line) in source.lines().enumerate() {
        if let Some(note) = NOTES.iter().find(|note| line.contains(**note)) {
            findings.wrong.push(format!("{name}:{}: {note}; do it, or file an issue", number + 1));
        }
    }
}

fn is_test(file: &Path) -> bool {
    file.strip_prefix(path("")).unwrap_or(file).components().any(|folder| folder.as_os_str() == "tests")
}
