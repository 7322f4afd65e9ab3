//! Whether a story is behind what is recorded, and by how much.

use serde::Serialize;

use crate::store::Pending;

/// Something told of a story, and what is recorded and not in it yet: a field of its own, null where all is in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WithPending<T> {
    /// What is told.
    #[serde(flatten)]
    pub value: T,
    /// What is not in it yet.
    pub pending: Option<Pending>,
}
