//! The desk in a real browser: installs what the tests need where it can, and says what is missing where it cannot.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::workspace::{built, path, run};

/// Where Debian, and others, put Chromium.
const BROWSERS: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// Runs the tests; gives why they could not be run, where that is so.
pub fn test() -> Result<Option<String>> {
    if !is_there("node") || !is_there("npm") {
        return Ok(Some(missing("Node.js 20 with npm is not installed")));
    }
    let Some(browser) = chromium() else {
        return Ok(Some(missing(
            "Chromium is not installed (Debian: apt-get install chromium), or is not under CHROMIUM",
        )));
    };
    let folder = path("crates/sayso-web/browser");
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder))?;
    run(Command::new("npm").arg("test").current_dir(&folder).env("CHROMIUM", browser).env("SAYSO", built(&[])?))?;
    Ok(None)
}

fn missing(what: &str) -> String {
    format!("the desk was not tried in a browser: {what}")
}

/// The browser; installed where there is none and Debian's packages can be.
fn chromium() -> Option<PathBuf> {
    found().or_else(|| {
        let installs = ["update", "install"].iter().all(|step| {
            let mut command = Command::new("apt-get");
            command.args([step, "--yes", "--quiet"]);
            if *step == "install" {
                command.args(["--no-install-recommends", "chromium"]);
            }
            command.env("DEBIAN_FRONTEND", "noninteractive").status().is_ok_and(|status| status.success())
        });
        if installs { found() } else { None }
    })
}

fn found() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    named.into_iter().chain(BROWSERS.map(PathBuf::from)).find(|browser| Path::new(browser).exists())
}

fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}
