//! The cases in `golden/`: Markdown files with prose for a reader, an input, and what is expected of it.
//!
//! A case has its parts in fenced blocks: "```text", "```expect". With `BLESS=1` in the environment what is expected is
//! written anew; read the difference before you commit it.

mod section;
mod tags;

use std::path::{Path, PathBuf};
use std::{env, fs};

pub use section::{Block, Section, sections};
pub use tags::untag;

/// Holds every case of a folder in `golden/` to what `shown` makes of it: the same file, its expectation drawn anew.
///
/// # Panics
///
/// Where a case differs (unless it is blessed), cannot be read, or there is none.
pub fn hold(folder: &str, shown: impl Fn(&str) -> String) {
    let mut differing = Vec::new();
    for (path, case) in files(folder) {
        let got = shown(&case);
        if is_blessed() {
            write(&path, &got);
        } else if got != case {
            differing.push(format!("{}\n{got}", path.display()));
        }
    }
    let hint = "(cargo xtask bless golden writes what the program gives)";
    assert!(differing.is_empty(), "not as agreed; now:\n{}\n{hint}", differing.join("\n"));
}

/// Whether what is expected is written anew.
#[must_use]
pub fn is_blessed() -> bool {
    env::var_os("BLESS").is_some()
}

/// Writes a file of cases.
///
/// # Panics
///
/// Where it cannot be written.
pub fn write(path: &Path, content: &str) {
    fs::write(path, content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

/// The Markdown files of a folder in `golden/`, in order of their names, each with what it holds.
///
/// # Panics
///
/// Where one cannot be read, or there is none.
#[must_use]
pub fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let read = |path: &PathBuf| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    paths(folder).into_iter().map(|path| (path.clone(), read(&path))).collect()
}

fn paths(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../golden").join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    assert!(!paths.is_empty(), "{} holds no case", folder.display());
    paths
}

/// What the first block of a kind holds, its last line end included.
///
/// ```
/// let case = "Prose.\n\n```text\nNo.\n```\n";
/// assert_eq!(sayso_golden::block(case, "text"), Some("No.\n"));
/// assert_eq!(sayso_golden::block(case, "html"), None);
/// ```
#[must_use]
pub fn block<'a>(case: &'a str, kind: &str) -> Option<&'a str> {
    place(case, kind).map(|(start, end)| &case[start..end])
}

/// The case with another content in its first block of a kind.
///
/// # Panics
///
/// Where there is no such block.
#[must_use]
pub fn with_block(case: &str, kind: &str, content: &str) -> String {
    let (start, end) = place(case, kind).unwrap_or_else(|| panic!("a case has a block `{kind}`:\n{case}"));
    format!("{}{content}{}", &case[..start], &case[end..])
}

fn place(case: &str, kind: &str) -> Option<(usize, usize)> {
    let opening = format!("```{kind}\n");
    let start = case.find(&opening)? + opening.len();
    let end = if case[start..].starts_with("```") { start } else { start + case[start..].find("\n```")? + 1 };
    Some((start, end))
}
