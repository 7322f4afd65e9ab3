//! The notices that go with the binary: each package that is built into it, its licence, and the licence's text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::workspace::{metadata, path};

/// Where the notices lie.
pub const FILE: &str = "NOTICES.txt";

const PROGRAM: &str = "sayso-cli";

const HEAD: &str = "\
sayso is given on under MIT or Apache-2.0; see LICENSE-MIT and LICENSE-APACHE.

Its weights were started from bge-small-en-v1.5 (MIT, Copyright (c) 2022 staoxiao, https://huggingface.co/BAAI/bge-small-en-v1.5)
and changed by further training; models/standard/README.md says how. LICENSE-MIT holds the licence's text.

The program is built from the packages below, unmodified, on whichever system needs them. Their sources, those under
MPL-2.0 included, are at the addresses given. Where a package leaves a choice, MIT is chosen.
";

/// A package that is built into the program.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct BuiltPackage {
    name: String,
    version: String,
    licence: String,
    address: String,
    folder: String,
}

/// The notices as they should be, from what `cargo metadata` says of the lock file and the packages' own files.
pub fn text(metadata: &Value) -> Result<String> {
    let packages = built_in(metadata);
    let mut text = HEAD.to_owned();
    for BuiltPackage { name, version, licence, address, .. } in &packages {
        write!(text, "\n{name} {version}: {licence}\n    {address}\n")?;
    }
    for (licence, names) in texts(&packages)? {
        write!(text, "\n{}\n{}\n\n{licence}\n", "-".repeat(72), names.join(", "))?;
    }
    Ok(text)
}

/// Every package that the program reaches by dependencies other than those for building and testing.
fn built_in(metadata: &Value) -> BTreeSet<BuiltPackage> {
    let by_id = |list: &'static str| {
        let entries = metadata.pointer(list).and_then(Value::as_array).into_iter().flatten();
        entries.filter_map(|entry| Some((entry["id"].as_str()?, entry))).collect::<BTreeMap<_, _>>()
    };
    let (packages, nodes) = (by_id("/packages"), by_id("/resolve/nodes"));
    let start = packages.iter().find(|(_, package)| package["name"] == PROGRAM).map(|(id, _)| *id);
    let (mut waiting, mut reached) = (Vec::from_iter(start), BTreeSet::new());
    while let Some(id) = waiting.pop() {
        if reached.insert(id) {
            waiting.extend(nodes.get(id).into_iter().flat_map(|node| dependencies(node)));
        }
    }
    reached.iter().filter_map(|id| package(packages.get(id)?)).collect()
}

fn dependencies(node: &Value) -> impl Iterator<Item = &str> {
    let built_in = |dependency: &&Value| {
        dependency["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
    };
    node["deps"].as_array().into_iter().flatten().filter(built_in).filter_map(|dependency| dependency["pkg"].as_str())
}

/// A package from elsewhere; those of this repository have no source.
fn package(package: &Value) -> Option<BuiltPackage> {
    package["source"].as_str()?;
    let word = |key: &str| package[key].as_str().map(str::to_owned);
    let name = word("name")?;
    Some(BuiltPackage {
        address: word("repository").or_else(|| word("homepage")).unwrap_or_default(),
        version: word("version")?,
        licence: word("license")?,
        folder: Path::new(package["manifest_path"].as_str()?).parent()?.to_str()?.to_owned(),
        name,
    })
}

/// Each different licence text with the packages that it is of.
fn texts(packages: &BTreeSet<BuiltPackage>) -> Result<BTreeMap<String, Vec<String>>> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages {
        for file in licence_files(&package.folder)? {
            let text = std::fs::read(&file).with_context(|| format!("{file} cannot be read"))?;
            let text = String::from_utf8_lossy(&text).lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
            texts.entry(text.trim().to_owned()).or_default().push(format!("{} {}", package.name, package.version));
        }
    }
    Ok(texts)
}

/// The licence that is chosen: the MIT one where it has a file of its own, else whatever there is.
fn licence_files(folder: &str) -> Result<Vec<String>> {
    let names = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect::<Result<_>>()?;
    names.sort();
    let starts = |name: &&String, words: &[&str]| words.iter().any(|word| name.to_uppercase().starts_with(word));
    let licences: Vec<&String> =
        names.iter().filter(|name| starts(name, &["LICEN", "COPYING", "UNLICENSE", "NOTICE"])).collect();
    let mit = licences.iter().copied().filter(|name| name.to_uppercase().contains("MIT")).collect::<Vec<_>>();
    let chosen = if mit.is_empty() { licences } else { mit };
    let file = |name: &String| Path::new(folder).join(name);
    Ok(chosen.into_iter().map(file).filter(|file| file.is_file()).map(|file| file.display().to_string()).collect())
}

/// Writes the notices anew.
pub fn write() -> Result<()> {
    Ok(std::fs::write(path(FILE), text(&metadata()?)?)?)
}
