//! The order of the repository, checked: what a reviewer should not have to look for.

mod advisories;
mod circles;
mod dependencies;
mod edges;
mod findings;
mod flags;
mod functions;
mod licences;
mod links;
mod models;
mod packages;
mod sources;
mod type_names;
mod words;

use anyhow::{Result, bail};

use self::findings::Findings;
use self::packages::packages;

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
    circles::check(&mut findings)?;
    dependencies::check(&packages, &mut findings)?;
    sources::check(&mut findings)?;
    words::check(&mut findings)?;
    type_names::check(&mut findings)?;
    functions::check(&mut findings)?;
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
