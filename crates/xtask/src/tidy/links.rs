//! Every link in a document that leads into the repository leads somewhere.

use std::path::Path;

use anyhow::Result;

use super::findings::Findings;
use crate::workspace::{files_ending, shown};

/// Links of all Markdown files.
pub fn check(findings: &mut Findings) -> Result<()> {
    for file in files_ending(".md")? {
        let text = std::fs::read_to_string(&file)?;
        for target in links(&text).filter(|target| !resolves(&file, target)) {
            findings.wrong.push(format!("{}: the link {target} leads nowhere", shown(&file)));
        }
    }
    Ok(())
}

/// Targets of links to files, without their anchors; fenced text is not prose.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("\n```").step_by(2);
    let targets = prose.flat_map(|prose| prose.split("](").skip(1)).filter_map(|rest| rest.split(')').next());
    let files = targets.filter(|target| !target.contains(':') && !target.contains(char::is_whitespace));
    files.filter_map(|target| target.split('#').next()).filter(|target| !target.is_empty())
}

fn resolves(file: &Path, target: &str) -> bool {
    file.parent().is_some_and(|folder| folder.join(target).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_files_alone() {
        let text = "[a](docs/a.md#b), [c](https://x.org), [d](#e)\n\n```\n[f](g.md)\n```\n[h](i.md)";
        assert_eq!(links(text).collect::<Vec<_>>(), ["docs/a.md", "i.md"]);
    }
}
