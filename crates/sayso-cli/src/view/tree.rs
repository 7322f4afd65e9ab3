//! Rows that stand beneath others: each followed by what stands beneath it, indented by its depth.

use std::iter::successors;

/// Which row each row stands beneath.
pub struct Tree(Vec<Option<usize>>);

impl Tree {
    /// Of rows whose parents are given by index.
    pub fn new(parents: impl Iterator<Item = Option<usize>>) -> Self {
        Self(parents.collect())
    }

    /// The rows, each followed by those beneath it.
    pub fn order(&self) -> Vec<usize> {
        let mut indexes: Vec<usize> = (0..self.0.len()).collect();
        indexes.sort_by_cached_key(|index| {
            let mut path: Vec<usize> = self.chain(*index).collect();
            path.reverse();
            path
        });
        indexes
    }

    /// How many rows stand above one.
    pub fn depth(&self, index: usize) -> usize {
        self.chain(index).count() - 1
    }

    /// The row, the one that it stands beneath, and so on upwards; a circle ends once round.
    fn chain(&self, index: usize) -> impl Iterator<Item = usize> {
        successors(Some(index), |index| *self.0.get(*index)?).take(self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beneath_follows() {
        let tree = Tree::new([Some(2), None, None, Some(0)].into_iter());
        assert_eq!(tree.order(), [1, 2, 0, 3]);
        assert_eq!(tree.depth(3), 2);
    }

    #[test]
    fn a_circle_ends() {
        assert_eq!(Tree::new([Some(1), Some(0)].into_iter()).order().len(), 2);
    }
}
