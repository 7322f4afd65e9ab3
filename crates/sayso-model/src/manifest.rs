//! `model.toml`: what a model's folder says of itself. A folder may come from anybody: what it says is held to bounds within
//! which the code that uses it is right, and it names no file but its own.

use std::path::{Component, Path};

use sayso_read::{Calibration, ModelIdentity};
use serde::Deserialize;

use crate::error::ModelError;

/// The manifest's name in a folder.
pub const NAME: &str = "model.toml";

/// Pieces in the longest window that is taken; memory grows with the square of it.
const LONGEST_WINDOW: usize = 4096;

/// Buckets on one side of a cue that are taken: one for each piece of the longest window.
const MOST_BUCKETS: u16 = 4096;

/// Letters in a model's name and in its version: both stand in every record that it reads.
const LONGEST_NAME: usize = 64;

/// What a folder says of itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    name: String,
    version: String,
    pub files: Files,
    pub windows: Windows,
    pub links: Reach,
    pub calibration: Calibration,
}

/// The files of the folder.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Files {
    pub encoder: File,
    pub link: File,
    pub vocabulary: File,
    pub cue_ends: File,
}

/// A file and what it must hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Its name in the folder.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// How long documents are cut, in pieces.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Windows {
    /// Pieces in a window.
    pub length: usize,
    /// Pieces of context that a window has, at the least, on each side of a cut.
    pub margin: usize,
    /// Whether windows hold whole lines, so that none is read twice; but for a line that is longer than a window.
    #[serde(default)]
    pub whole_lines: bool,
}

/// What the link head sees around a cue, in pieces.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reach {
    /// Pieces around a cue, with it.
    pub reach: usize,
    /// How far away the last bucket begins, if not at the reach.
    pub farthest: Option<usize>,
    /// Distances up to here have a bucket each; beyond, buckets grow by a constant factor up to the farthest.
    pub exact_distances: u16,
    /// Buckets on one side of the cue.
    pub buckets: u16,
}

impl Files {
    fn all(&self) -> [&File; 4] {
        [&self.encoder, &self.link, &self.vocabulary, &self.cue_ends]
    }
}

impl File {
    /// Whether the name is that of a file of the folder itself, on any system.
    fn is_within(&self) -> bool {
        let mut components = Path::new(&self.file).components();
        matches!((components.next(), components.next()), (Some(Component::Normal(_)), None))
            && !self.file.contains(['/', '\\', ':'])
    }
}

impl Manifest {
    /// Reads and checks a manifest.
    pub fn parse(written: &str) -> Result<Self, ModelError> {
        let manifest: Self = toml::from_str(written).map_err(|error| ModelError::Manifest(Box::new(error)))?;
        manifest.check()?;
        Ok(manifest)
    }

    /// The bounds within which the code that uses the numbers is right.
    fn check(&self) -> Result<(), ModelError> {
        self.rules()
            .into_iter()
            .try_for_each(|(holds, rule)| if holds { Ok(()) } else { Err(ModelError::Bounds(rule)) })
    }

    /// What must hold, and how it is said.
    fn rules(&self) -> [(bool, &'static str); 7] {
        let Windows { length, margin, .. } = self.windows;
        let Reach { reach, farthest, exact_distances: exact, buckets } = self.links;
        let farthest = farthest.unwrap_or(reach);
        let least = reach.min(farthest);
        let is_above_exact = exact > 0 && least >= 2 && least > usize::from(exact) && buckets > exact;
        let is_plain =
            |name: &String| (1..=LONGEST_NAME).contains(&name.chars().count()) && !name.contains(char::is_control);
        [
            (is_plain(&self.name) && is_plain(&self.version), "name and version are 1 to 64 letters each, on one line"),
            (
                self.files.all().iter().all(|file| file.is_within()),
                "files are named without a folder: they lie beside it",
            ),
            (length <= LONGEST_WINDOW, "windows.length is at most 4096"),
            (margin < length.div_ceil(2), "windows.length must be more than twice windows.margin"),
            (
                is_above_exact,
                "links.exact-distances must be above 0, and links.reach, links.farthest and links.buckets above it",
            ),
            (
                reach.max(farthest) <= LONGEST_WINDOW && buckets <= MOST_BUCKETS,
                "links.reach, links.farthest and links.buckets are at most 4096",
            ),
            (self.calibration.is_finite(), "every number of calibration is finite"),
        ]
    }

    /// Which model it is.
    pub fn identity(&self) -> ModelIdentity {
        ModelIdentity { name: self.name.clone(), version: self.version.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STANDARD: &str = include_str!("../../../models/standard/model.toml");

    fn changed(from: &str, to: &str) -> String {
        assert!(STANDARD.contains(from), "{from}");
        Manifest::parse(&STANDARD.replacen(from, to, 1)).expect_err(to).to_string()
    }

    #[test]
    fn no_file_is_named_that_lies_elsewhere() {
        for name in ["../encoder.onnx", "/etc/passwd", "sub/encoder.onnx", "..", ".", "", "C:encoder", "a\\\\b"] {
            assert!(changed("\"encoder.onnx\"", &format!("\"{name}\"")).contains("without a folder"), "{name}");
        }
    }

    #[test]
    fn numbers_are_checked_where_they_are_read() {
        assert!(changed("margin = 48", "margin = 192").contains("twice windows.margin"));
        assert!(changed("length = 384", "length = 100000").contains("at most 4096"));
        assert!(changed("margin = 48", "margin = 9223372036854775807").contains("twice windows.margin"));
        assert!(changed("buckets = 16", "buckets = 65535").contains("at most 4096"));
        assert!(changed("reach = 256", "reach = 1000000").contains("at most 4096"));
        assert!(changed("reach = 256", "reach = 256\nfarthest = 1000000").contains("at most 4096"));
        assert!(changed("reach = 256", "reach = 256\nfarthest = 8").contains("above it"));
        assert!(changed("intercept = -0.519", "intercept = nan").contains("finite"));
        assert!(changed("name = \"standard\"", "name = \"\"").contains("letters"));
        assert!(changed("exact-distances = 8", "exact-distances = 16").contains("above it"));
        assert!(changed("doubt = 0.6", "dout = 0.6").contains("model.toml, TOML parse error at line"));
    }
}
