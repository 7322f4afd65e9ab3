//! Outlets by name: agencies and broadcasters that are quoted everywhere, and titles that no word gives away.

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
