//! Cues behind which their source stands.

use sayso_lang::Words;
use serde::Deserialize;

/// Cues behind which their source stands.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CuesBeforeSources {
    /// Their words, or their last ones, in lower case.
    pub phrases: Vec<String>,
    /// Words that are no source when they stand alone.
    pub nobodies: Words,
}
