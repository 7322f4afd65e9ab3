//! A document's place in the order of publication.

use std::cmp::Ordering;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Document;

/// A document by its instant and id. The order is that in which documents came out: by instant, those without one last,
/// ties by id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DocumentKey {
    /// The instant of publication.
    pub at: Option<Timestamp>,
    /// The document's id, as printed.
    pub id: String,
}

impl DocumentKey {
    /// The key of a document.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        Self { at: document.published, id: document.id().to_string() }
    }

    /// The time between two documents; none where one of them has no instant.
    #[must_use]
    pub fn gap(&self, other: &Self) -> Duration {
        match (self.at, other.at) {
            (Some(a), Some(b)) => a.duration_since(b).unsigned_abs(),
            _ => Duration::ZERO,
        }
    }
}

impl Ord for DocumentKey {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.at.is_none(), self.at, &self.id).cmp(&(other.at.is_none(), other.at, &other.id))
    }
}

impl PartialOrd for DocumentKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
