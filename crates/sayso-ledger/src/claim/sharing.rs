//! Which pairs are worth comparing: those that share a key which not too many have.

use std::collections::HashMap;
use std::hash::Hash;

/// Who has each key.
pub(crate) struct Sharing<K> {
    having: HashMap<K, Vec<usize>>,
    most: usize,
}

impl<K: Hash + Eq> Sharing<K> {
    /// From indexes, each given in ascending order with its keys; a key that more than `most` have tells nothing.
    pub(crate) fn new<Keys: IntoIterator<Item = K>>(
        keyed: impl IntoIterator<Item = (usize, Keys)>,
        most: usize,
    ) -> Self {
        let mut having: HashMap<K, Vec<usize>> = HashMap::new();
        for (index, keys) in keyed {
            for key in keys {
                let held = having.entry(key).or_default();
                if held.last() != Some(&index) {
                    held.push(index);
                }
            }
        }
        Self { having, most }
    }

    /// The indexes that share one of some keys, in order.
    pub(crate) fn with(&self, keys: impl IntoIterator<Item = K>) -> Vec<usize> {
        let held = keys.into_iter().filter_map(|key| self.having.get(&key)).filter(|held| held.len() <= self.most);
        let mut found: Vec<usize> = held.flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The pairs of indexes that share a key, the lesser first, in order.
    pub(crate) fn pairs(&self) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for held in self.having.values().filter(|held| held.len() <= self.most) {
            for (at, one) in held.iter().enumerate() {
                pairs.extend(held[at + 1..].iter().map(|other| (*one, *other)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}
