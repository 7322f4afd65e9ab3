//! Sets of files that need one another, and a way around in each.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::edges::Edges;

/// Every set of more than one file in which each leads to each, in order.
pub fn components(edges: &Edges) -> Vec<Vec<usize>> {
    let reached: BTreeMap<usize, BTreeSet<usize>> = edges.keys().map(|file| (*file, reachable(edges, *file))).collect();
    let mut found = BTreeSet::new();
    for (file, others) in &reached {
        let back = |other: &usize| reached.get(other).is_some_and(|reached| reached.contains(file));
        let together: Vec<usize> = others.iter().copied().filter(back).collect();
        if together.len() > 1 {
            found.insert(together);
        }
    }
    found.into_iter().collect()
}

/// All that is reached from a file; the file itself only where a way leads back to it.
fn reachable(edges: &Edges, from: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(file) = waiting.pop() {
        for other in edges.get(&file).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(*other) {
                waiting.push(*other);
            }
        }
    }
    reached
}

/// The shortest way from the first of these files back to it, as steps.
pub fn around(files: &[usize], edges: &Edges) -> Vec<(usize, usize)> {
    let Some(first) = files.first() else {
        return Vec::new();
    };
    let mut came_from: BTreeMap<usize, usize> = BTreeMap::new();
    let mut waiting = VecDeque::from([*first]);
    while let Some(file) = waiting.pop_front() {
        for other in edges.get(&file).into_iter().flat_map(BTreeMap::keys) {
            if files.contains(other) && !came_from.contains_key(other) {
                came_from.insert(*other, file);
                waiting.push_back(*other);
            }
        }
    }
    let mut steps = Vec::new();
    let mut at = *first;
    while let Some(before) = came_from.get(&at) {
        steps.push((*before, at));
        at = *before;
        if at == *first {
            break;
        }
    }
    steps.reverse();
    steps
}
