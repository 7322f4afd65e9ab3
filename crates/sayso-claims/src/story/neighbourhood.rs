//! The documents most like one document, earlier and later ones.

use serde::{Deserialize, Serialize};

use super::key::DocumentKey;

/// Documents that are remembered on each side.
pub(super) const SIDE: usize = 3;

/// A document and how like it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    /// The document.
    pub key: DocumentKey,
    /// How like it is.
    pub score: f32,
    /// Whether it is a copy or a version.
    pub same: bool,
}

/// The documents most like one, on either side of it in time, the most like first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Neighbourhood {
    /// Those that came out before it.
    pub earlier: Vec<Neighbour>,
    /// Those that came out after it.
    pub later: Vec<Neighbour>,
}

impl Neighbourhood {
    /// Whether a document would be among the most like.
    pub(super) fn takes(&self, center: &DocumentKey, near: &Neighbour) -> bool {
        let side = if near.key < *center { &self.earlier } else { &self.later };
        place(side, near) < SIDE
    }

    /// Takes a document in where it is among the most like.
    pub(super) fn take(&mut self, center: &DocumentKey, near: Neighbour) {
        let side = if near.key < *center { &mut self.earlier } else { &mut self.later };
        side.insert(place(side, &near), near);
        side.truncate(SIDE);
    }

    /// Whether a document is among them.
    pub(super) fn has(&self, key: &DocumentKey) -> bool {
        self.all().any(|near| near.key == *key)
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &Neighbour> {
        self.earlier.iter().chain(&self.later)
    }

    /// The most like of both sides, copies and versions aside: they say no more than their originals.
    pub(super) fn nearest(&self) -> Vec<&Neighbour> {
        let mut others: Vec<&Neighbour> = self.all().filter(|near| !near.same).collect();
        others.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
        others.truncate(SIDE);
        others
    }

    /// How like its surroundings are on the whole; those that are missing are not like at all.
    pub(super) fn density(&self) -> f32 {
        self.nearest().iter().map(|near| near.score).sum::<f32>() / SIDE as f32
    }
}

/// Where a document stands on its side.
fn place(side: &[Neighbour], near: &Neighbour) -> usize {
    side.partition_point(|known| known.score > near.score || (known.score == near.score && known.key < near.key))
}
