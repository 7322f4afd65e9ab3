//! The files of a language's folder: as they ship, or from a disk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use include_dir::{Dir, include_dir};

use crate::error::LanguageError;

/// All languages that ship.
pub static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../lang");

/// Folders below a language's own; deeper ones are not looked into.
const DEPTH: usize = 3;

/// The TOML files of one language by their path below its folder.
pub type Files = BTreeMap<String, String>;

/// The files of a folder that ships.
pub fn shipped(folder: &Dir<'static>) -> Files {
    let mut files = Files::new();
    let mut waiting = vec![folder];
    while let Some(each) = waiting.pop() {
        waiting.extend(each.dirs());
        for file in each.files().filter(|file| is_toml(file.path())) {
            let path = file.path().strip_prefix(folder.path()).unwrap_or(file.path());
            files.insert(name(path), file.contents_utf8().expect("what ships is UTF-8").to_owned());
        }
    }
    files
}

/// The files of a folder on a disk.
///
/// # Errors
///
/// Where a folder or a file in it cannot be read, or is no text.
pub fn read(folder: &Path) -> Result<Files, LanguageError> {
    let mut files = Files::new();
    let mut waiting = vec![(folder.to_owned(), 0)];
    while let Some((each, depth)) = waiting.pop() {
        for path in entries(&each)? {
            if path.is_dir() && depth < DEPTH {
                waiting.push((path, depth + 1));
            } else if is_toml(&path) {
                let content = fs::read_to_string(&path).map_err(|source| unreadable(&path, source))?;
                files.insert(name(path.strip_prefix(folder).unwrap_or(&path)), content);
            }
        }
    }
    Ok(files)
}

/// What lies in a folder, in order of name.
///
/// # Errors
///
/// Where it cannot be read.
pub fn entries(folder: &Path) -> Result<Vec<PathBuf>, LanguageError> {
    let listed: io::Result<Vec<PathBuf>> =
        fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut paths = listed.map_err(|source| unreadable(folder, source))?;
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, source: io::Error) -> LanguageError {
    LanguageError::Unreadable { path: path.to_owned(), source }
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
}

/// A path with '/' between its parts, whatever the system's own separator.
fn name(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
