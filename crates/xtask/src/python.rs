//! The Python package: put together in a folder of its own, with what its tests need in an environment of theirs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::workspace::{cargo, files, path, run, target};

/// The oldest Python that the tests' requirements are published for; the package itself takes 3.10.
const OLDEST: (u32, u32) = (3, 11);

/// What the tests need beside the package.
const BESIDE: [&str; 2] = ["conftest.py", "pyproject.toml"];

/// Checks types, runs the tests and the examples of the documentation; gives why it could not, where that is so.
pub fn test() -> Result<Option<String>> {
    let Some(system) = ["python3", "python"].into_iter().find(|name| is_recent(name)) else {
        let (major, minor) = OLDEST;
        return Ok(Some(format!("the Python package was not tried: Python {major}.{minor} or later is not installed")));
    };
    let Some(python) = environment(system)? else {
        let why = "'python3 -m venv' makes no environment (Debian: apt-get install python3-venv)";
        return Ok(Some(format!("the Python package was not tried: {why}")));
    };
    let package = package()?;
    let tool = |name: &str| {
        let mut command = Command::new(&python);
        command.args(["-m", name]).current_dir(&package).env("PYTHONDONTWRITEBYTECODE", "1");
        command
    };
    run(tool("mypy").arg("--cache-dir").arg(target().join("python/mypy")))?;
    run(tool("pytest").args(["--quiet", "-p", "no:cacheprovider", "--doctest-modules", "tests", "sayso"]))?;
    Ok(None)
}

fn is_recent(python: &str) -> bool {
    let (major, minor) = OLDEST;
    let asked = format!("import sys; sys.exit(sys.version_info < ({major}, {minor}))");
    Command::new(python).args(["-c", &asked]).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The interpreter of the tests' environment, made where it is not there yet; what is installed is said first.
fn environment(system: &str) -> Result<Option<PathBuf>> {
    let folder = target().join("python/environment");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.exists() && run(Command::new(system).args(["-m", "venv"]).arg(&folder)).is_err() {
        return Ok(None);
    }
    let requirements = path("python/requirements-test.txt");
    println!("installing {} into {}", crate::workspace::shown(&requirements), crate::workspace::shown(&folder));
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    run(Command::new(&python).args(install).arg(&requirements))?;
    Ok(Some(python))
}

/// Builds the compiled part, and puts it beside the rest of the package as a wheel would have it.
fn package() -> Result<PathBuf> {
    // As the tests have it: alone it would have fewer features of its dependencies, and build a part of them again.
    run(&mut cargo(&["test", "--quiet", "--no-run", "--workspace", "--exclude", "sayso-fuzz", "--test", "compiled"]))?;
    let package = target().join("python/package");
    if package.exists() {
        fs::remove_dir_all(&package).with_context(|| format!("{} cannot be cleared", package.display()))?;
    }
    let source = path("python");
    let (code, tests) = (files(&source.join("sayso"))?, files(&source.join("tests"))?);
    for file in code.into_iter().chain(tests).chain(BESIDE.map(|name| source.join(name))) {
        let to = package.join(file.strip_prefix(&source)?);
        fs::create_dir_all(to.parent().unwrap_or(Path::new(".")))?;
        fs::copy(&file, &to).with_context(|| format!("{} cannot be copied", file.display()))?;
    }
    let (built, wanted) = compiled();
    // Cargo links it to the folder above when it is asked for the library itself, not for a test of it.
    let built = target().join("debug/deps").join(built);
    fs::copy(&built, package.join("sayso").join(wanted)).with_context(|| format!("{} is missing", built.display()))?;
    Ok(package)
}

/// What cargo calls the compiled part, and what Python looks for.
fn compiled() -> (&'static str, &'static str) {
    if cfg!(windows) {
        ("_native.dll", "_native.pyd")
    } else if cfg!(target_os = "macos") {
        ("lib_native.dylib", "_native.abi3.so")
    } else {
        ("lib_native.so", "_native.abi3.so")
    }
}
