//! Outlets by name: the agencies and broadcasters that the world quotes, and titles that no word tells.

use sayso_lang::{Phrases, Words};
use serde::Deserialize;

/// Outlets by name.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutletNames {
    /// Outlets whose name does not tell that they are one, in lower case.
    pub(super) known: Phrases,
    /// Outlets known by an acronym, which counts in capitals only.
    pub(super) acronyms: Words,
}
