//! Words that show where a statement begins and ends, and whether it states anything.

use sayso_lang::{Phrases, Words};
use serde::Deserialize;

/// `reading/statement/shown.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ShownWords {
    pub(super) plain_cues: Words,
    pub(super) conditions: Phrases,
    pub(super) open: Words,
}
