//! `model.toml`: what a model's folder says of itself.

use sayso_read::{Calibration, ModelIdentity};
use serde::Deserialize;

use crate::error::ModelError;

/// The manifest's name in a folder.
pub const NAME: &str = "model.toml";

/// Pieces in the longest window that is taken; memory grows with the square of it.
const LONGEST_WINDOW: usize = 4096;

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
#[serde(deny_unknown_fields)]
pub struct Windows {
    /// Pieces in a window.
    pub length: usize,
    /// Pieces of context that a window has, at the least, on each side of a cut.
    pub margin: usize,
}

/// What the link head sees around a cue, in pieces.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reach {
    /// Pieces around a cue, with it.
    pub reach: usize,
    /// Distances up to here have a bucket each; beyond, buckets grow by a constant factor up to the reach.
    pub exact_distances: u16,
    /// Buckets on one side of the cue.
    pub buckets: u16,
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
        let Windows { length, margin } = self.windows;
        let Reach { reach, exact_distances, buckets } = self.links;
        if length > LONGEST_WINDOW {
            return Err(ModelError::Bounds("windows.length is at most 4096"));
        }
        if 2 * margin >= length {
            return Err(ModelError::Bounds("windows.length must be more than twice windows.margin"));
        }
        if reach < 2 || reach <= usize::from(exact_distances) || exact_distances == 0 || buckets <= exact_distances {
            return Err(ModelError::Bounds(
                "links.exact-distances must be above 0, and both links.reach and links.buckets above it",
            ));
        }
        Ok(())
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
    fn numbers_are_checked_where_they_are_read() {
        assert!(changed("margin = 48", "margin = 192").contains("twice windows.margin"));
        assert!(changed("length = 384", "length = 100000").contains("at most 4096"));
        assert!(changed("exact-distances = 8", "exact-distances = 16").contains("above it"));
        assert!(changed("doubt = 0.6", "dout = 0.6").contains("model.toml, TOML parse error at line"));
    }
}
