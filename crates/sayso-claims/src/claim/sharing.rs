//! Which pairs are worth comparing: those that share a key which not too many have.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::work;

/// Who has each key.
pub(crate) struct Sharing<K> {
    /// The keys by their numbers, and for each number who has it, in order.
    numbers: HashMap<K, usize>,
    having: Vec<Vec<usize>>,
    /// Each index with the numbers of its keys.
    keys: Vec<(usize, Vec<usize>)>,
    most: usize,
}

impl<K: Hash + Eq> Sharing<K> {
    /// From indexes, each given in ascending order with its keys; a key that more than `most` have tells nothing.
    pub(crate) fn new<Keys: IntoIterator<Item = K>>(
        keyed: impl IntoIterator<Item = (usize, Keys)>,
        most: usize,
    ) -> Self {
        let mut sharing = Self { numbers: HashMap::new(), having: Vec::new(), keys: Vec::new(), most };
        for (index, keys) in keyed {
            let mut numbers = Vec::new();
            for key in keys {
                let number = *sharing.numbers.entry(key).or_insert(sharing.having.len());
                if number == sharing.having.len() {
                    sharing.having.push(Vec::new());
                }
                if sharing.having[number].last() != Some(&index) {
                    sharing.having[number].push(index);
                    numbers.push(number);
                }
            }
            sharing.keys.push((index, numbers));
        }
        sharing
    }

    /// The indexes that share one of some keys, in order.
    pub(crate) fn with(&self, keys: impl IntoIterator<Item = K>) -> Vec<usize> {
        let numbers: HashSet<usize> = keys.into_iter().filter_map(|key| self.numbers.get(&key).copied()).collect();
        self.sharing(numbers.into_iter(), 0)
    }

    /// The pairs of indexes that share a key, the lesser first, in order.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.keys.iter().flat_map(|(index, numbers)| {
            let others = self.sharing(numbers.iter().copied(), *index + 1);
            others.into_iter().map(|other| (*index, other))
        })
    }

    /// Who has one of some keys, from an index on, in order.
    fn sharing(&self, numbers: impl Iterator<Item = usize>, from: usize) -> Vec<usize> {
        let held = numbers.map(|number| &self.having[number]).filter(|held| held.len() <= self.most);
        let behind = held.flat_map(|held| &held[held.partition_point(|index| *index < from)..]);
        let mut found: Vec<usize> = work::each(behind.copied()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}
