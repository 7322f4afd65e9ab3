//! Where signatures are kept, and found by the terms that they are listed under.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
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

/// What is known of documents for grouping them, in memory or in a database: all that it must do is to keep order.
pub trait Index {
    /// Why what is known cannot be read or kept.
    type Error;

    /// Keeps a signature, listed under terms.
    ///
    /// # Errors
    ///
    /// Where it cannot be kept.
    fn keep(&mut self, key: &DocumentKey, signature: Signature, listings: &[String]) -> Result<(), Self::Error>;

    /// Forgets a document that is listed under terms, and what is around it; its ties are the caller's to undo.
    ///
    /// # Errors
    ///
    /// Where it cannot be taken away.
    fn forget(&mut self, key: &DocumentKey, listings: &[String]) -> Result<(), Self::Error>;

    /// A document's signature; none where it is not kept.
    ///
    /// # Errors
    ///
    /// Where it cannot be read.
    fn signature(&self, key: &DocumentKey) -> Result<Option<Arc<Signature>>, Self::Error>;

    /// What of a document's signature is compared; none where it is not kept.
    ///
    /// # Errors
    ///
    /// Where it cannot be read.
    fn outline(&self, key: &DocumentKey) -> Result<Option<Arc<Outline>>, Self::Error>;

    /// Of the documents listed under a term, the last ones before a place in the order, nearest first.
    ///
    /// # Errors
    ///
    /// Where they cannot be read.
    fn before(&self, listing: &str, key: &DocumentKey, most: usize) -> Result<Vec<DocumentKey>, Self::Error>;

    /// Likewise the first ones after it.
    ///
    /// # Errors
    ///
    /// Where they cannot be read.
    fn after(&self, listing: &str, key: &DocumentKey, most: usize) -> Result<Vec<DocumentKey>, Self::Error>;

    /// What is around a document; none where it is not kept.
    ///
    /// # Errors
    ///
    /// Where it cannot be read.
    fn neighbourhood(&self, key: &DocumentKey) -> Result<Option<Arc<Neighbourhood>>, Self::Error>;

    /// Keeps what is around a document.
    ///
    /// # Errors
    ///
    /// Where it cannot be kept.
    fn set_neighbourhood(&mut self, key: &DocumentKey, neighbourhood: Neighbourhood) -> Result<(), Self::Error>;

    /// Ties a document to others, and to no more than these.
    ///
    /// # Errors
    ///
    /// Where the ties cannot be kept.
    fn tie(&mut self, tie: Tie, key: &DocumentKey, to: Vec<DocumentKey>) -> Result<(), Self::Error>;

    /// What a document is tied to, in order.
    ///
    /// # Errors
    ///
    /// Where the ties cannot be read.
    fn tied_to(&self, tie: Tie, key: &DocumentKey) -> Result<Vec<DocumentKey>, Self::Error>;

    /// What is tied to a document, in order.
    ///
    /// # Errors
    ///
    /// Where the ties cannot be read.
    fn tied_from(&self, tie: Tie, key: &DocumentKey) -> Result<Vec<DocumentKey>, Self::Error>;
}

/// An index in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryIndex {
    signatures: BTreeMap<DocumentKey, Arc<Signature>>,
    listed: BTreeMap<String, BTreeSet<DocumentKey>>,
    outlines: BTreeMap<DocumentKey, Arc<Outline>>,
    around: BTreeMap<DocumentKey, Arc<Neighbourhood>>,
    ties: BTreeMap<Tie, Graph>,
}

impl MemoryIndex {
    /// The documents, in order.
    pub fn keys(&self) -> impl Iterator<Item = &DocumentKey> {
        self.around.keys()
    }
}

impl Index for MemoryIndex {
    type Error = Infallible;

    fn keep(&mut self, key: &DocumentKey, signature: Signature, listings: &[String]) -> Result<(), Infallible> {
        for listing in listings {
            self.listed.entry(listing.clone()).or_default().insert(key.clone());
        }
        self.outlines.insert(key.clone(), Arc::new(Outline::of(&signature)));
        self.signatures.insert(key.clone(), Arc::new(signature));
        Ok(())
    }

    fn forget(&mut self, key: &DocumentKey, listings: &[String]) -> Result<(), Infallible> {
        for listing in listings {
            if let Some(listed) = self.listed.get_mut(listing) {
                listed.remove(key);
            }
        }
        self.outlines.remove(key);
        self.signatures.remove(key);
        self.around.remove(key);
        Ok(())
    }

    fn signature(&self, key: &DocumentKey) -> Result<Option<Arc<Signature>>, Infallible> {
        Ok(self.signatures.get(key).cloned())
    }

    fn outline(&self, key: &DocumentKey) -> Result<Option<Arc<Outline>>, Infallible> {
        Ok(self.outlines.get(key).cloned())
    }

    fn before(&self, listing: &str, key: &DocumentKey, most: usize) -> Result<Vec<DocumentKey>, Infallible> {
        let all = self.listed.get(listing);
        Ok(all.map(|all| all.range(..key).rev().take(most).cloned().collect()).unwrap_or_default())
    }

    fn after(&self, listing: &str, key: &DocumentKey, most: usize) -> Result<Vec<DocumentKey>, Infallible> {
        let beyond = (Bound::Excluded(key), Bound::Unbounded);
        let all = self.listed.get(listing);
        Ok(all.map(|all| all.range(beyond).take(most).cloned().collect()).unwrap_or_default())
    }

    fn neighbourhood(&self, key: &DocumentKey) -> Result<Option<Arc<Neighbourhood>>, Infallible> {
        Ok(self.around.get(key).cloned())
    }

    fn set_neighbourhood(&mut self, key: &DocumentKey, neighbourhood: Neighbourhood) -> Result<(), Infallible> {
        self.around.insert(key.clone(), Arc::new(neighbourhood));
        Ok(())
    }

    fn tie(&mut self, tie: Tie, key: &DocumentKey, to: Vec<DocumentKey>) -> Result<(), Infallible> {
        self.ties.entry(tie).or_default().set(key, to);
        Ok(())
    }

    fn tied_to(&self, tie: Tie, key: &DocumentKey) -> Result<Vec<DocumentKey>, Infallible> {
        Ok(self.ties.get(&tie).map(|graph| graph.to(key).to_vec()).unwrap_or_default())
    }

    fn tied_from(&self, tie: Tie, key: &DocumentKey) -> Result<Vec<DocumentKey>, Infallible> {
        Ok(self.ties.get(&tie).map(|graph| graph.from(key).cloned().collect()).unwrap_or_default())
    }
}
