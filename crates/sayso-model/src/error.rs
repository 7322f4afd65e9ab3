//! What can be wrong with a model's folder.

use std::error::Error;
use std::path::PathBuf;

/// Why a model cannot be used; says which file is at fault.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// There is neither a model nor a folder of this name.
    #[error("there is no model '{asked}'; give {shipped} or a folder that has one")]
    Unknown {
        /// What was asked for.
        asked: String,
        /// The names of the models that are part of the program.
        shipped: String,
    },
    /// A file of the folder cannot be read.
    #[error("{} cannot be read", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// The manifest is not what it should be.
    #[error("model.toml, {0}")]
    Manifest(#[source] Box<toml::de::Error>),
    /// A number of the manifest is out of bounds.
    #[error("model.toml: {0}")]
    Bounds(&'static str),
    /// A file is another than the manifest says.
    #[error("{file} has the SHA-256 {found}, and model.toml says {wanted}")]
    Hash {
        /// The file, as the manifest names it.
        file: String,
        /// What the manifest says.
        wanted: String,
        /// What it has.
        found: String,
    },
    /// A file of text holds something else.
    #[error("{file} {what}")]
    Content {
        /// The file, as the manifest names it.
        file: String,
        /// What is wrong with it.
        what: &'static str,
    },
    /// A graph cannot be loaded or run.
    #[error("{file} is no graph that can be run")]
    Graph {
        /// The file, as the manifest names it.
        file: String,
        /// What the inference engine says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A graph gives something else than the program takes.
    #[error("{file} gives matrices of other sizes than the program takes")]
    Shape {
        /// The file, as the manifest names it.
        file: String,
    },
}

impl ModelError {
    /// What is wrong, and what caused it.
    #[must_use]
    pub fn with_causes(&self) -> String {
        let (mut told, mut cause) = (self.to_string(), self.source());
        while let Some(error) = cause {
            told = format!("{told}: {error}");
            cause = error.source();
        }
        told
    }
}
