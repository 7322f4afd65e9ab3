//! Known advisories about the packages of the lock file, from a table that lies in the repository.
//!
//! The facts are those of the RustSec advisory database (CC0): which versions of a package an advisory is about. The table
//! holds the packages that the lock file had when it was made; `cargo xtask bless advisories --from FOLDER` makes it anew from
//! a clone of the database.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};
use semver::{Version, VersionReq};
use serde_json::Value;
use toml::Table;

use crate::workspace::{files, metadata, path};

/// The table: a comment that dates it, a head, an advisory a line.
const FILE: &str = "crates/xtask/advisories.tsv";

const DATED: &str = "# RustSec advisory database (CC0), as of ";

/// Before the names of the packages that were looked up, whether or not there was an advisory.
const COVERED: &str = "# packages: ";

const HEAD: &str = "id\tpackage\tdate\tinformational\tpatched\tunaffected";

/// Between several ranges of versions.
const OR: &str = " || ";

/// What an advisory says of a package.
struct Advisory<'a> {
    id: &'a str,
    package: &'a str,
    kind: &'a str,
    /// Versions that it is not about, as ranges.
    sound: Vec<VersionReq>,
}

impl<'a> Advisory<'a> {
    fn of_line(line: &'a str) -> Result<Self> {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, package, _, kind, patched, unaffected] = fields[..] else {
            anyhow::bail!("{FILE}: this line has not six fields: {line}");
        };
        let ranges =
            [patched, unaffected].into_iter().flat_map(|ranges| ranges.split(OR)).filter(|range| !range.is_empty());
        let sound = ranges.map(VersionReq::parse).collect::<Result<_, _>>();
        Ok(Self { id, package, kind, sound: sound.with_context(|| format!("{FILE}: {id}"))? })
    }

    fn is_about(&self, package: &str, version: &Version) -> bool {
        self.package == package && !self.sound.iter().any(|range| range.matches(version))
    }
}

/// What the table says of the lock file.
pub struct Checked {
    /// Packages that an advisory is about, a sentence each.
    pub found: Vec<String>,
    /// Packages that came after the table was made, so that it says nothing of them.
    pub unknown: Vec<String>,
    /// The day that the table is of.
    pub day: String,
}

/// Holds the packages of the lock file against the table.
pub fn check() -> Result<Checked> {
    let table = std::fs::read_to_string(path(FILE)).with_context(|| format!("{FILE} cannot be read"))?;
    let day = table.lines().find_map(|line| line.strip_prefix(DATED)).with_context(|| format!("{FILE} has no date"))?;
    let lines = table.lines().filter(|line| !line.starts_with('#') && *line != HEAD && !line.is_empty());
    let advisories: Vec<Advisory<'_>> = lines.map(Advisory::of_line).collect::<Result<_>>()?;
    let covered: BTreeSet<&str> =
        table.lines().filter_map(|line| line.strip_prefix(COVERED)).flat_map(str::split_whitespace).collect();
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for (package, version) in locked()? {
        if !covered.contains(package.as_str()) {
            unknown.push(package.clone());
        }
        let about = advisories.iter().filter(|advisory| advisory.is_about(&package, &version));
        found.extend(about.map(|Advisory { id, kind, .. }| {
            let kind = if kind.is_empty() { "a vulnerability" } else { kind };
            format!("{package} {version}: {id} ({kind}); take a version that it is not about, see https://rustsec.org/advisories/{id}")
        }));
    }
    Ok(Checked { found, unknown, day: day.to_owned() })
}

/// The packages from elsewhere.
fn locked() -> Result<BTreeSet<(String, Version)>> {
    let metadata = metadata()?;
    let packages =
        metadata["packages"].as_array().into_iter().flatten().filter(|package| package["source"].is_string());
    let named =
        |package: &Value| Some((package["name"].as_str()?.to_owned(), package["version"].as_str()?.parse().ok()?));
    Ok(packages.filter_map(named).collect())
}

/// Makes the table anew from a clone of the database, whose state is that of a day.
pub fn bless(database: &Path, day: &str) -> Result<()> {
    let names: BTreeSet<String> = locked()?.into_iter().map(|(name, _)| name).collect();
    let mut rows = Vec::new();
    for name in &names {
        let folder = database.join("crates").join(name);
        for file in if folder.exists() { files(&folder)? } else { Vec::new() } {
            let text = std::fs::read_to_string(&file)?;
            rows.extend(row(&text).with_context(|| format!("{} cannot be understood", file.display()))?);
        }
    }
    rows.sort();
    let covered = names.into_iter().collect::<Vec<_>>().join(" ");
    let mut table = format!("{DATED}{day}\n{COVERED}{covered}\n{HEAD}\n");
    for (package, id, rest) in rows {
        writeln!(table, "{id}\t{package}\t{rest}")?;
    }
    Ok(std::fs::write(path(FILE), table)?)
}

/// Package, id, and the other fields of an advisory, which begins with a block of TOML; none for one that was withdrawn.
fn row(advisory: &str) -> Result<Option<(String, String, String)>> {
    let block =
        advisory.split("```toml").nth(1).and_then(|rest| rest.split("```").next()).context("no block of TOML")?;
    let table: Table = block.parse()?;
    let (about, versions) = (&table["advisory"], &table["versions"]);
    if about.get("withdrawn").is_some() {
        return Ok(None);
    }
    let word = |key: &str| about.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    let ranges = |key: &str| {
        let ranges = versions.get(key).and_then(toml::Value::as_array).into_iter().flatten();
        ranges.filter_map(toml::Value::as_str).collect::<Vec<_>>().join(OR)
    };
    let rest = [word("date"), word("informational"), ranges("patched"), ranges("unaffected")].join("\t");
    Ok(Some((word("package"), word("id"), rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADVISORY: &str = "```toml\n[advisory]\nid = \"RUSTSEC-2020-0001\"\npackage = \"example\"\ndate = \"2020-01-02\"\n\n\
        [versions]\npatched = [\">= 1.2.3, < 2\", \">= 2.0.4\"]\nunaffected = [\"< 0.9\"]\n```\n\n# Title\n";

    #[test]
    fn versions_that_are_neither_patched_nor_unaffected_are_told() {
        let (package, id, rest) = row(ADVISORY).unwrap().unwrap();
        let line = format!("{id}\t{package}\t{rest}");
        let advisory = Advisory::of_line(&line).unwrap();
        let about = |version: &str| advisory.is_about("example", &version.parse().unwrap());
        assert!(about("0.9.0") && about("1.2.2") && about("2.0.3"));
        assert!(!about("0.8.9") && !about("1.2.3") && !about("2.0.4"));
        assert!(!advisory.is_about("another", &"1.0.0".parse().unwrap()));
    }

    #[test]
    fn what_was_withdrawn_is_left_out() {
        let withdrawn = ADVISORY.replace("date =", "withdrawn = \"2020-02-01\"\ndate =");
        assert!(row(&withdrawn).unwrap().is_none());
    }

    #[test]
    fn a_line_that_lacks_a_field_is_refused() {
        assert!(Advisory::of_line("RUSTSEC-2020-0001\texample").is_err());
    }
}
