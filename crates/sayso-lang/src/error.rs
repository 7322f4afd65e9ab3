//! What can be wrong with a language's folder.

use std::path::PathBuf;

/// Why a language's folder cannot be used; says which file, and the line where one is at fault.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LanguageError {
    /// A file is not what the stage that reads it expects.
    #[error("{file}, {cause}")]
    File {
        /// The file, below the folder that holds the languages.
        file: String,
        /// What is wrong, with line and column.
        cause: Box<toml::de::Error>,
    },
    /// A file that what the language offers asks for is not there.
    #[error("{file} is missing: add it, or take what needs it out of `offers` in language.toml")]
    Missing {
        /// The file, below the folder that holds the languages.
        file: String,
    },
    /// The folder cannot be read.
    #[error("{} cannot be read", path.display())]
    Unreadable {
        /// What was to be read.
        path: PathBuf,
        /// Why it could not be.
        source: std::io::Error,
    },
}
