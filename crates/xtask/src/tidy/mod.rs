//! The order of the repository, checked: what a reviewer should not have to look for.

mod advisories;
mod dependencies;
mod edges;
mod flags;
mod licences;
mod links;
mod models;
mod sources;
mod words;

use anyhow::{Result, bail};

use crate::workspace::{cargo, output};

/// What the checks found.
#[derive(Default)]
struct Findings {
    /// One sentence each, with the place and what to do.
    wrong: Vec<String>,
    /// Checks that could not be made, with the reason.
    skipped: Vec<String>,
    /// What a reader should know of checks that were made.
    noted: Vec<String>,
}

/// Checks and says so.
pub fn report() -> Result<()> {
    for skip in tidy()? {
        println!("skipped: {skip}");
    }
    println!("tidy");
    Ok(())
}

/// Fails where something is out of order; gives what could not be checked.
pub fn tidy() -> Result<Vec<String>> {
    let mut findings = Findings::default();
    let packages = packages()?;
    edges::check(&packages, &mut findings);
    dependencies::check(&packages, &mut findings)?;
    sources::check(&mut findings)?;
    words::check(&mut findings)?;
    licences::check(&mut findings)?;
    links::check(&mut findings)?;
    models::check(&mut findings)?;
    flags::check(&mut findings)?;
    advisories::check(&mut findings)?;
    for note in &findings.noted {
        println!("{note}");
    }
    if !findings.wrong.is_empty() {
        bail!("out of order:\n{}", findings.wrong.join("\n"));
    }
    Ok(findings.skipped)
}

/// One package of the workspace.
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

struct Dependency {
    name: String,
    /// Whether it lies in this repository.
    own: bool,
}

fn packages() -> Result<Vec<Package>> {
    let mut command = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: serde_json::Value = serde_json::from_str(&output(&mut command)?)?;
    let name = |value: &serde_json::Value| value["name"].as_str().unwrap_or_default().to_owned();
    let dependency = |value: &serde_json::Value| Dependency { name: name(value), own: value["path"].is_string() };
    let package = |value: &serde_json::Value| Package {
        name: name(value),
        dependencies: value["dependencies"].as_array().into_iter().flatten().map(dependency).collect(),
    };
    Ok(metadata["packages"].as_array().into_iter().flatten().map(package).collect())
}
