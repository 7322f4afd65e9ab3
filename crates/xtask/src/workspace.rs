//! Where things lie in the repository, and how its commands are run.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// A path from the root of the repository.
pub fn path(relative: impl AsRef<Path>) -> PathBuf {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    crates.and_then(Path::parent).unwrap_or(Path::new(".")).join(relative)
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or(path("target"), PathBuf::from)
}

/// Builds the crates of this repository for speed, over the dependencies that the tests are built on: a profile of its own
/// would build all of these again, four minutes of two cores.
pub const OPTIMISED: [&str; 8] = [
    "--config",
    "profile.dev.opt-level=3",
    "--config",
    "profile.dev.codegen-units=16",
    "--config",
    "profile.dev.debug=false",
    "--config",
    "profile.dev.incremental=false",
];

/// With them, what is measured makes no checks that a release does not make.
pub const UNCHECKED: [&str; 4] =
    ["--config", "profile.dev.debug-assertions=false", "--config", "profile.dev.overflow-checks=false"];

/// Builds the program as the tests of a program have it built, with more arguments for cargo, and tells where it lies. A
/// build of the program alone would choose fewer features of its dependencies, and build a part of them again.
pub fn built(arguments: &[&str]) -> Result<PathBuf> {
    let tests = ["test", "--quiet", "--no-run", "--workspace", "--exclude", "sayso-fuzz", "--test", "read"];
    run(&mut cargo(&[&tests[..], arguments].concat()))?;
    Ok(target().join("debug/sayso").with_extension(std::env::consts::EXE_EXTENSION))
}

/// A path as it is written in messages: from the root of the repository, where it lies inside.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(self::path("")).unwrap_or(path).display().to_string()
}

/// A cargo command at the root of the repository.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    command.args(arguments).current_dir(path(""));
    command
}

/// Runs a command to its end and fails where it does.
pub fn run(command: &mut Command) -> Result<()> {
    let line = command_line(command);
    let status = command.status().with_context(|| format!("`{line}` could not be started"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// What a command prints, where it succeeds.
pub fn output(command: &mut Command) -> Result<String> {
    let line = command_line(command);
    let output = command.output().with_context(|| format!("`{line}` could not be started"))?;
    if !output.status.success() {
        bail!("`{line}` failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// What cargo says of every package of the lock file.
pub fn metadata() -> Result<Value> {
    Ok(serde_json::from_str(&output(&mut cargo(&["metadata", "--format-version", "1", "--locked"]))?)?)
}

/// Every file below a folder, in order, without build outputs and hidden folders.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| format!("{} cannot be listed", shown(folder)))?
        .collect::<Result<_, _>>()?;
    entries.sort_by_key(|entry| entry.file_name());
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        match entry.file_type()? {
            kind if kind.is_dir() && !is_built(&name) => found.extend(files(&entry.path())?),
            kind if kind.is_file() => found.push(entry.path()),
            _ => {}
        }
    }
    Ok(found)
}

/// Every file of the repository whose name ends so.
pub fn files_ending(ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = files(&path(""))?;
    files.retain(|file| file.to_string_lossy().ends_with(ending));
    Ok(files)
}

fn is_built(folder: &str) -> bool {
    folder.starts_with('.') || matches!(folder, "target" | "corpus" | "artifacts" | "__pycache__" | "node_modules")
}

fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
