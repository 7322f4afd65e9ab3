//! Everything that is built into the program may be given on under MIT or Apache-2.0, and is named in the notices.

use anyhow::Result;

use super::findings::Findings;
use crate::notices;
use crate::workspace::{metadata, path};

/// MPL-2.0 binds only its own files, which are used as they are. NCSA is libFuzzer's, which is in no program that is given on.
const PERMITTED: [&str; 16] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "0BSD",
    "ISC",
    "NCSA",
    "Zlib",
    "Unlicense",
    "Unicode-3.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "MPL-2.0",
];

/// The licence of every package of the lock file.
pub fn check(findings: &mut Findings) -> Result<()> {
    let metadata = metadata()?;
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let licence = package["license"].as_str().unwrap_or("no licence stated");
        if !is_permitted(licence) {
            findings.wrong.push(format!("{}: {licence}; see crates/xtask/src/tidy/licences.rs", package["name"]));
        }
    }
    if std::fs::read_to_string(path(notices::FILE)).unwrap_or_default() != notices::text(&metadata)? {
        findings.wrong.push(format!("{} is not up to date; run `cargo xtask bless notices`", notices::FILE));
    }
    Ok(())
}

/// Every part of an expression leaves a permitted choice.
fn is_permitted(licence: &str) -> bool {
    let choices = |part: &str| -> bool {
        let part = part.replace(['(', ')'], "").replace('/', " OR ");
        part.split(" OR ").any(|choice| PERMITTED.contains(&choice.trim()))
    };
    licence.split(" AND ").all(choices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_in_every_part() {
        assert!(is_permitted("(MIT OR GPL-3.0-only) AND Unicode-3.0"));
        assert!(is_permitted("MIT/Apache-2.0"));
        assert!(!is_permitted("MIT AND GPL-3.0-only"));
        assert!(!is_permitted("no licence stated"));
    }
}
