//! Where signatures are kept, and found by the terms that they are listed under.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use super::graph::Graph;
use super::key::DocumentKey;
use super::neighbourhood::Neighbourhood;
use super::outline::Outline;
use super::signature::Signature;

/// How one document is tied to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// They are of one story.
    Link,
    /// The first one's links depend on what is around the second.
    Watch,
}

/// A shelf of signatures and of what is known around each, in memory or in a database: all that it must do is to keep
/// order.
pub trait Index {
    /// Keeps a signature, listed under terms.
    fn keep(&mut self, key: &DocumentKey, signature: Signature, listings: &[String]);

    /// Forgets a document that is listed under terms, and what is around it; its ties are the caller's to undo.
    fn forget(&mut self, key: &DocumentKey, listings: &[String]);

    /// A document's signature.
    fn signature(&self, key: &DocumentKey) -> Option<Arc<Signature>>;

    /// What of a document's signature is compared.
    fn outline(&self, key: &DocumentKey) -> Option<Arc<Outline>>;

    /// Of the documents listed under a term, the last ones before a place in the order, nearest first.
    fn before(&self, listing: &str, key: &DocumentKey, most: usize) -> Vec<DocumentKey>;

    /// Likewise the first ones after it.
    fn after(&self, listing: &str, key: &DocumentKey, most: usize) -> Vec<DocumentKey>;

    /// What is around a document; none where it is not kept.
    fn neighbourhood(&self, key: &DocumentKey) -> Option<Arc<Neighbourhood>>;

    /// Keeps what is around a document.
    fn set_neighbourhood(&mut self, key: &DocumentKey, neighbourhood: Neighbourhood);

    /// Ties a document to others, and to no more than these.
    fn tie(&mut self, tie: Tie, key: &DocumentKey, to: Vec<DocumentKey>);

    /// What a document is tied to.
    fn tied_to(&self, tie: Tie, key: &DocumentKey) -> Vec<DocumentKey>;

    /// What is tied to a document, in order.
    fn tied_from(&self, tie: Tie, key: &DocumentKey) -> Vec<DocumentKey>;
}

/// An index in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryIndex {
    signatures: BTreeMap<DocumentKey, Arc<Signature>>,
    listed: BTreeMap<String, BTreeSet<DocumentKey>>,
    outlines: BTreeMap<DocumentKey, Arc<Outline>>,
    neighbourhood: BTreeMap<DocumentKey, Arc<Neighbourhood>>,
    ties: BTreeMap<Tie, Graph>,
}

impl MemoryIndex {
    /// The documents, in order.
    pub fn keys(&self) -> impl Iterator<Item = &DocumentKey> {
        self.neighbourhood.keys()
    }
}

impl Index for MemoryIndex {
    fn keep(&mut self, key: &DocumentKey, signature: Signature, listings: &[String]) {
        for listing in listings {
            self.listed.entry(listing.clone()).or_default().insert(key.clone());
        }
        self.outlines.insert(key.clone(), Arc::new(Outline::of(&signature)));
        self.signatures.insert(key.clone(), Arc::new(signature));
    }

    fn forget(&mut self, key: &DocumentKey, listings: &[String]) {
        for listing in listings {
            if let Some(listed) = self.listed.get_mut(listing) {
                listed.remove(key);
            }
        }
        self.outlines.remove(key);
        self.signatures.remove(key);
        self.neighbourhood.remove(key);
    }

    fn signature(&self, key: &DocumentKey) -> Option<Arc<Signature>> {
        self.signatures.get(key).cloned()
    }

    fn outline(&self, key: &DocumentKey) -> Option<Arc<Outline>> {
        self.outlines.get(key).cloned()
    }

    fn before(&self, listing: &str, key: &DocumentKey, most: usize) -> Vec<DocumentKey> {
        let all = self.listed.get(listing);
        all.map(|all| all.range(..key).rev().take(most).cloned().collect()).unwrap_or_default()
    }

    fn after(&self, listing: &str, key: &DocumentKey, most: usize) -> Vec<DocumentKey> {
        let beyond = (Bound::Excluded(key), Bound::Unbounded);
        let all = self.listed.get(listing);
        all.map(|all| all.range(beyond).take(most).cloned().collect()).unwrap_or_default()
    }

    fn neighbourhood(&self, key: &DocumentKey) -> Option<Arc<Neighbourhood>> {
        self.neighbourhood.get(key).cloned()
    }

    fn set_neighbourhood(&mut self, key: &DocumentKey, neighbourhood: Neighbourhood) {
        self.neighbourhood.insert(key.clone(), Arc::new(neighbourhood));
    }

    fn tie(&mut self, tie: Tie, key: &DocumentKey, to: Vec<DocumentKey>) {
        self.ties.entry(tie).or_default().set(key, to);
    }

    fn tied_to(&self, tie: Tie, key: &DocumentKey) -> Vec<DocumentKey> {
        self.ties.get(&tie).map(|graph| graph.to(key).to_vec()).unwrap_or_default()
    }

    fn tied_from(&self, tie: Tie, key: &DocumentKey) -> Vec<DocumentKey> {
        self.ties.get(&tie).map(|graph| graph.from(key).cloned().collect()).unwrap_or_default()
    }
}
