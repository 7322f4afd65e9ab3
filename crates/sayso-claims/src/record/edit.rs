//! What changed from one version of an article to the next, as it is exported.

use sayso_read::Id;
use serde::{Deserialize, Serialize};

use crate::version::{Change, EditPlace};

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditRecord {
    /// The version before.
    pub from: Id,
    /// The version after.
    pub to: Id,
    /// In the headline or in the text.
    #[serde(rename = "where")]
    pub place: EditPlace,
    /// What sort of change.
    pub change: Change,
    /// Whether readers are not told.
    pub silent: bool,
    /// What stood there; null where nothing did.
    pub before: Option<String>,
    /// What stands there; null where nothing does.
    pub after: Option<String>,
    /// The claims that it touches.
    pub claims: Vec<String>,
    /// What tells readers of it.
    pub told_by: Option<String>,
}
