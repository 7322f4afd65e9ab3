//! No file of a crate needs another that needs it in turn, by however many files between.

mod components;
mod edges;
mod modules;
mod names;
mod tree;
mod written;

use std::path::Path;

use anyhow::Result;

use self::components::{around, components};
use self::edges::{Edges, edges};
use self::tree::crate_at;
use super::findings::Findings;
use crate::workspace::{path, shown};

/// Every crate is free of circles.
pub fn check(findings: &mut Findings) -> Result<()> {
    let mut folders: Vec<_> = std::fs::read_dir(path("crates"))?.collect::<Result<_, _>>()?;
    folders.sort_by_key(|folder| folder.file_name());
    for folder in folders {
        findings.wrong.extend(circles(&folder.path())?);
    }
    Ok(())
}

/// A sentence for each set of files of a crate that need one another.
fn circles(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for root in ["src/lib.rs", "src/main.rs"].map(|root| folder.join(root)) {
        if root.exists() {
            let whole = crate_at(&root)?;
            let names: Vec<String> = whole.files.iter().map(|file| shown(file)).collect();
            found.extend(told(&names, &edges(&whole)));
        }
    }
    Ok(found)
}

fn told(names: &[String], edges: &Edges) -> Vec<String> {
    let circle = |files: Vec<usize>| {
        let steps: Vec<String> = around(&files, edges)
            .into_iter()
            .map(|(file, needed)| format!("{} needs `{}` of", names[file], edges[&file][&needed]))
            .collect();
        let first = steps.first().and_then(|step| step.split(' ').next()).unwrap_or_default().to_owned();
        format!(
            "{} files need one another: {} {first}; move what they share to a file below them",
            files.len(),
            steps.join(" ")
        )
    };
    components(edges).into_iter().map(circle).collect()
}

#[cfg(test)]
mod tests;
