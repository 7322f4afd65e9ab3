//! Stories as articles come: what is around each document, and its links, kept right with each one that is added.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::candidates::{beside, candidates, listings, neighbours, parted};
use super::index::{Index, Tie};
use super::key::DocumentKey;
use super::levels::RELATED;
use super::link::links;
use super::neighbourhood::{Neighbour, Neighbourhood};
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

    /// Adds a document; gives the documents whose links are derived anew, itself among them. One that is there already
    /// stays as it is.
    ///
    /// # Errors
    ///
    /// Where the index fails; what is known of the documents around this one may then be half changed.
    pub fn add(&mut self, key: &DocumentKey, signature: Signature) -> Result<BTreeSet<DocumentKey>, I::Error> {
        if self.index.neighbourhood(key)?.is_some() {
            return Ok(BTreeSet::new());
        }
        let lists = listings(&signature);
        let neighbours = neighbours(&self.index, key, &lists, self.reach)?;
        let parted = parted(&neighbours, self.reach);
        let compared = candidates(key, &neighbours);
        self.index.keep(key, signature, &lists)?;
        self.index.set_neighbourhood(key, Neighbourhood::default())?;
        let mut changed: BTreeSet<DocumentKey> = [key.clone()].into();
        changed.extend(self.meet(key, compared)?);
        changed.extend(self.part(&parted)?);
        self.relink(&changed)
    }

    /// Takes a document away, as if it had never come; gives the others whose links are derived anew. What it kept apart on
    /// its lists comes within reach of each other, so all that stand around it there look again.
    ///
    /// # Errors
    ///
    /// As [`Grouping::add`].
    pub fn remove(&mut self, key: &DocumentKey) -> Result<BTreeSet<DocumentKey>, I::Error> {
        let Some(signature) = self.index.signature(key)? else { return Ok(BTreeSet::new()) };
        let lists = listings(&signature);
        let beside = beside(&neighbours(&self.index, key, &lists, self.reach)?);
        let mut changed: BTreeSet<DocumentKey> = self.index.tied_from(Tie::Watch, key)?.into_iter().collect();
        changed.extend(self.index.tied_from(Tie::Link, key)?);
        self.index.tie(Tie::Link, key, Vec::new())?;
        self.index.tie(Tie::Watch, key, Vec::new())?;
        self.index.forget(key, &lists)?;
        for other in beside {
            if self.look_again(&other)? {
                changed.insert(other);
            }
        }
        self.relink(&changed)
    }

    /// The index.
    pub fn index(&self) -> &I {
        &self.index
    }

    /// What is around a document.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn neighbourhood(&self, key: &DocumentKey) -> Result<Option<Arc<Neighbourhood>>, I::Error> {
        self.index.neighbourhood(key)
    }

    /// The documents that one is linked to.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn links(&self, key: &DocumentKey) -> Result<Vec<DocumentKey>, I::Error> {
        self.index.tied_to(Tie::Link, key)
    }

    /// The documents of the story that one is in, in order.
    ///
    /// # Errors
    ///
    /// Where the index cannot be read.
    pub fn members(&self, key: &DocumentKey) -> Result<BTreeSet<DocumentKey>, I::Error> {
        let mut reached = BTreeSet::new();
        let mut open = vec![key.clone()];
        while let Some(next) = open.pop() {
            let tied = [self.index.tied_to(Tie::Link, &next)?, self.index.tied_from(Tie::Link, &next)?];
            open.extend(tied.into_iter().flatten().filter(|other| !reached.contains(other)));
            reached.insert(next);
        }
        Ok(reached)
    }

    /// Compares a document with others; those around which it is seen.
    fn meet(&mut self, key: &DocumentKey, others: BTreeSet<DocumentKey>) -> Result<Vec<DocumentKey>, I::Error> {
        let mut changed = Vec::new();
        for other in self.near(key, others)? {
            if self.see(&other.key, Neighbour { key: key.clone(), ..other.clone() })? {
                changed.push(other.key.clone());
            }
            self.see(key, other)?;
        }
        Ok(changed)
    }

    /// How other documents look from one; those that have nothing to do with it are left out.
    fn near(&self, key: &DocumentKey, others: BTreeSet<DocumentKey>) -> Result<Vec<Neighbour>, I::Error> {
        let mut near = Vec::new();
        for other in others {
            let Some((a, b)) = self.index.outline(key)?.zip(self.index.outline(&other)?) else { continue };
            let score = a.score(&b, key.gap(&other));
            if score >= RELATED {
                near.push(Neighbour { same: a.is_same(&b), key: other, score });
            }
        }
        Ok(near)
    }

    /// How like two documents are.
    pub(super) fn score(&self, a: &DocumentKey, b: &DocumentKey) -> Result<f32, I::Error> {
        let both = self.index.outline(a)?.zip(self.index.outline(b)?);
        Ok(both.map_or(0.0, |(first, second)| first.score(&second, a.gap(b))))
    }

    fn see(&mut self, center: &DocumentKey, near: Neighbour) -> Result<bool, I::Error> {
        let around = self.index.neighbourhood(center)?;
        let Some(around) = around.filter(|around| around.takes(center, &near)) else { return Ok(false) };
        let mut around = Arc::unwrap_or_clone(around);
        around.take(center, near);
        self.index.set_neighbourhood(center, around)?;
        Ok(true)
    }

    fn sees(&self, center: &DocumentKey, other: &DocumentKey) -> Result<bool, I::Error> {
        Ok(self.index.neighbourhood(center)?.is_some_and(|around| around.has(other)))
    }

    /// Looks again around those that lose sight of each other.
    fn part(&mut self, pairs: &BTreeSet<(&DocumentKey, &DocumentKey)>) -> Result<BTreeSet<DocumentKey>, I::Error> {
        let mut again = BTreeSet::new();
        for (a, b) in pairs.iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]) {
            if self.sees(a, b)? {
                again.insert(a.clone());
            }
        }
        for key in &again {
            self.look_again(key)?;
        }
        Ok(again)
    }

    /// Finds out anew what is around a document; whether it is other than it was.
    fn look_again(&mut self, key: &DocumentKey) -> Result<bool, I::Error> {
        let signature = self.index.signature(key)?;
        let lists = signature.map(|signature| listings(&signature)).unwrap_or_default();
        let compared = candidates(key, &neighbours(&self.index, key, &lists, self.reach)?);
        let mut around = Neighbourhood::default();
        for near in self.near(key, compared)? {
            around.take(key, near);
        }
        let changed = self.index.neighbourhood(key)?.as_deref() != Some(&around);
        if changed {
            self.index.set_neighbourhood(key, around)?;
        }
        Ok(changed)
    }

    /// Derives the links anew of documents around which something changed, and of those that watch them; gives all these.
    fn relink(&mut self, changed: &BTreeSet<DocumentKey>) -> Result<BTreeSet<DocumentKey>, I::Error> {
        for key in changed {
            let around = self.index.neighbourhood(key)?;
            let later = around.map(|around| around.later.iter().map(|near| near.key.clone()).collect());
            self.index.tie(Tie::Watch, key, later.unwrap_or_default())?;
        }
        let mut again = changed.clone();
        for key in changed {
            again.extend(self.index.tied_from(Tie::Watch, key)?);
        }
        for key in &again {
            let Some(around) = self.index.neighbourhood(key)? else { continue };
            let linked = links(key, &around, |other| self.index.neighbourhood(other), |other| self.score(key, other))?;
            let linked = linked.into_iter().map(|near| near.key.clone()).collect();
            self.index.tie(Tie::Link, key, linked)?;
        }
        Ok(again)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::story::{MemoryIndex, signature};
    use crate::{Document, Entry};

    /// Names of a small world, so that many invented documents have some in common.
    const NAMES: [&str; 12] = [
        "Ferrand", "Velgar", "Ossin", "Corrand", "Mirzal", "Selvany", "Kareth", "Laumont", "Sorrel", "Brennick",
        "Halden", "Ostrel",
    ];

    fn document(number: usize, names: &[usize]) -> (DocumentKey, Signature) {
        let named: Vec<&str> = names.iter().map(|name| NAMES[*name]).collect();
        let text = format!("Ships left {} for {} on Monday.", named.join(" and "), named[0]);
        let article = json!({
            "title": null, "byline": [], "publisher": null, "published": format!("2026-02-{:02}", number % 9 + 1),
            "modified": null, "language": "en", "url": null,
        });
        let record = json!({
            "id": format!("d{number}"), "text": text, "article": article, "furniture": [], "attributions": [],
            "figures": [], "dates": [], "warnings": [],
        });
        let entry = json!({
            "record": record, "outlet": null, "published": null, "version": null, "replaces": null, "seen": null,
        });
        let document = Document::new(serde_json::from_value::<Entry>(entry).unwrap());
        (DocumentKey::of(&document), signature(&document))
    }

    /// A reach of two, so that documents part and meet on crowded lists.
    fn grouped<'d>(documents: impl Iterator<Item = &'d (DocumentKey, Signature)>) -> Grouping<MemoryIndex> {
        let mut grouping = Grouping::with_reach(MemoryIndex::default(), 2);
        for (key, signature) in documents {
            let Ok(_) = grouping.add(key, signature.clone());
        }
        grouping
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_document_taken_away_is_as_if_it_had_never_come(
            worlds in proptest::collection::vec(proptest::collection::vec(0usize..12, 2..6), 4..24),
            gone in proptest::collection::vec(any::<prop::sample::Index>(), 1..4),
        ) {
            let documents: Vec<_> = worlds.iter().enumerate().map(|(number, names)| document(number, names)).collect();
            let gone: BTreeSet<usize> = gone.iter().map(|index| index.index(documents.len())).collect();
            let mut taken = grouped(documents.iter());
            for number in &gone {
                let Ok(_) = taken.remove(&documents[*number].0);
            }
            let rest = || documents.iter().enumerate().filter(|(number, _)| !gone.contains(number)).map(|(_, one)| one);
            let never = grouped(rest());
            prop_assert_eq!(taken.stories(), never.stories());
            for (key, _) in rest() {
                prop_assert_eq!(taken.neighbourhood(key), never.neighbourhood(key));
                prop_assert_eq!(taken.links(key), never.links(key));
            }
        }
    }
}
