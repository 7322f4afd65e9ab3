//! Stories as articles come: what is around each document, and its links, kept right with each one that is added.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::around::{Around, Near};
use super::candidates::{candidates, listings, neighbours, parted};
use super::index::{Index, Tie};
use super::key::DocumentKey;
use super::link::links;
use super::related::RELATED;
use super::signature::Signature;

/// Places on a list within which documents are compared: reports of one event come close together on the lists of its
/// names; with 16 lists a newcomer is compared with about a thousand documents at most, however many there are.
const REACH: usize = 32;

/// Documents grouped into stories. A function of the set of documents: the order in which they are added changes
/// nothing. Adding one looks up its lists and touches what is near it there, and nothing else.
#[derive(Clone, Debug)]
pub struct Grouping<I> {
    index: I,
    reach: usize,
}

impl<I: Index> Grouping<I> {
    /// An empty grouping over an empty index.
    pub fn new(index: I) -> Self {
        Self::with_reach(index, REACH)
    }

    pub(super) fn with_reach(index: I, reach: usize) -> Self {
        Self { index, reach }
    }

    /// Adds a document; gives the documents whose links are drawn anew, itself among them. One that is there already
    /// stays as it is.
    pub fn add(&mut self, key: &DocumentKey, signature: Signature) -> BTreeSet<DocumentKey> {
        if self.index.around(key).is_some() {
            return BTreeSet::new();
        }
        let lists = listings(&signature);
        let neighbours = neighbours(&self.index, key, &lists, self.reach);
        let parted = parted(&neighbours, self.reach);
        let compared = candidates(key, &neighbours);
        self.index.keep(key, signature, &lists);
        self.index.set_around(key, Around::default());
        let mut changed: BTreeSet<DocumentKey> = [key.clone()].into();
        changed.extend(self.meet(key, compared));
        changed.extend(self.part(&parted));
        self.relink(&changed)
    }

    /// The index.
    pub fn index(&self) -> &I {
        &self.index
    }

    /// The index, to be written to.
    pub fn index_mut(&mut self) -> &mut I {
        &mut self.index
    }

    /// What is around a document.
    pub fn around(&self, key: &DocumentKey) -> Option<Arc<Around>> {
        self.index.around(key)
    }

    /// The documents that one is linked to.
    pub fn links(&self, key: &DocumentKey) -> Vec<DocumentKey> {
        self.index.tied_to(Tie::Link, key)
    }

    /// The documents of the story that one is in, in order.
    pub fn members(&self, key: &DocumentKey) -> BTreeSet<DocumentKey> {
        let mut reached = BTreeSet::new();
        let mut open = vec![key.clone()];
        while let Some(next) = open.pop() {
            let tied = [self.index.tied_to(Tie::Link, &next), self.index.tied_from(Tie::Link, &next)];
            open.extend(tied.into_iter().flatten().filter(|other| !reached.contains(other)));
            reached.insert(next);
        }
        reached
    }

    /// Compares a document with others; those around which it is seen.
    fn meet(&mut self, key: &DocumentKey, others: BTreeSet<DocumentKey>) -> Vec<DocumentKey> {
        let near: Vec<Near> = others.into_iter().filter_map(|other| self.near(key, other)).collect();
        let mut changed = Vec::new();
        for other in near {
            if self.see(&other.key, Near { key: key.clone(), ..other.clone() }) {
                changed.push(other.key.clone());
            }
            self.see(key, other);
        }
        changed
    }

    /// How a document looks from another; nothing where they have nothing to do with each other.
    fn near(&self, key: &DocumentKey, other: DocumentKey) -> Option<Near> {
        let (a, b) = self.index.outline(key).zip(self.index.outline(&other))?;
        let score = a.score(&b, key.gap(&other));
        (score >= RELATED).then(|| Near { same: a.is_same(&b), key: other, score })
    }

    /// How like two documents are.
    pub(super) fn score(&self, a: &DocumentKey, b: &DocumentKey) -> f32 {
        let both = self.index.outline(a).zip(self.index.outline(b));
        both.map_or(0.0, |(first, second)| first.score(&second, a.gap(b)))
    }

    fn see(&mut self, center: &DocumentKey, near: Near) -> bool {
        let Some(around) = self.index.around(center).filter(|around| around.takes(center, &near)) else { return false };
        let mut around = Arc::unwrap_or_clone(around);
        around.take(center, near);
        self.index.set_around(center, around);
        true
    }

    /// Looks again around those that lose sight of each other.
    fn part(&mut self, pairs: &BTreeSet<(&DocumentKey, &DocumentKey)>) -> BTreeSet<DocumentKey> {
        let sees = |a: &DocumentKey, b: &DocumentKey| self.index.around(a).is_some_and(|around| around.has(b));
        let either = |(a, b): &(&DocumentKey, &DocumentKey)| {
            [sees(a, b).then(|| (*a).clone()), sees(b, a).then(|| (*b).clone())]
        };
        let again: BTreeSet<DocumentKey> = pairs.iter().flat_map(either).flatten().collect();
        for key in &again {
            let lists = self.index.signature(key).map(|signature| listings(&signature)).unwrap_or_default();
            let compared = candidates(key, &neighbours(&self.index, key, &lists, self.reach));
            let mut around = Around::default();
            for near in compared.into_iter().filter_map(|other| self.near(key, other)) {
                around.take(key, near);
            }
            self.index.set_around(key, around);
        }
        again
    }

    /// Draws the links anew of documents around which something changed, and of those that watch them; gives all these.
    fn relink(&mut self, changed: &BTreeSet<DocumentKey>) -> BTreeSet<DocumentKey> {
        for key in changed {
            let later = self.index.around(key);
            let later = later.map(|around| around.later.iter().map(|near| near.key.clone()).collect());
            self.index.tie(Tie::Watch, key, later.unwrap_or_default());
        }
        let watching = changed.iter().flat_map(|key| self.index.tied_from(Tie::Watch, key));
        let again: BTreeSet<DocumentKey> = changed.iter().cloned().chain(watching).collect();
        for key in &again {
            let Some(around) = self.index.around(key) else { continue };
            let drawn = links(key, &around, |other| self.index.around(other), |other| self.score(key, other));
            let drawn = drawn.into_iter().map(|near| near.key.clone()).collect();
            self.index.tie(Tie::Link, key, drawn);
        }
        again
    }
}
