//! Ties from document to document, found from either end.

use std::collections::{BTreeMap, BTreeSet};

use super::key::DocumentKey;

/// Directed ties between documents.
#[derive(Clone, Debug, Default)]
pub(super) struct Graph {
    to: BTreeMap<DocumentKey, Vec<DocumentKey>>,
    from: BTreeMap<DocumentKey, BTreeSet<DocumentKey>>,
}

impl Graph {
    /// Ties a document to others, and to no more than these.
    pub fn set(&mut self, key: &DocumentKey, mut to: Vec<DocumentKey>) {
        to.sort();
        for other in self.to.insert(key.clone(), to.clone()).unwrap_or_default() {
            if let Some(from) = self.from.get_mut(&other) {
                from.remove(key);
            }
        }
        for other in to {
            self.from.entry(other).or_default().insert(key.clone());
        }
    }

    /// What a document is tied to, in order.
    pub fn to(&self, key: &DocumentKey) -> &[DocumentKey] {
        self.to.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// What is tied to a document.
    pub fn from(&self, key: &DocumentKey) -> impl Iterator<Item = &DocumentKey> {
        self.from.get(key).into_iter().flatten()
    }
}
