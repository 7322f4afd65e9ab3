//! Joining mentions: the likest first, as long as the whole stays alike.

use std::collections::{BTreeMap, BTreeSet};

/// Mean likeness that two groups must have over all pairs between them.
const LEAST_MEAN: f64 = 0.8;

/// Groups of indexes below `length`, each in order, in order of their first; `pairs` are (one, other, likeness) with
/// likeness of at least 1 where the two alone would be joined, and `apart` those that must never be together.
pub(crate) fn clusters(length: usize, pairs: &[(usize, usize, f64)], apart: &BTreeSet<(usize, usize)>) -> Vec<Vec<usize>> {
    let score: BTreeMap<(usize, usize), f64> = pairs.iter().map(|(one, other, score)| (key(*one, *other), *score)).collect();
    let mut ordered: Vec<(usize, usize, f64)> = pairs.iter().filter(|pair| pair.2 >= 1.0).copied().collect();
    ordered.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| key(a.0, a.1).cmp(&key(b.0, b.1))));
    let mut group_of: Vec<usize> = (0..length).collect();
    let mut groups: Vec<Vec<usize>> = (0..length).map(|index| vec![index]).collect();
    for (one, other, _) in ordered {
        let (one, other) = (group_of[one].min(group_of[other]), group_of[one].max(group_of[other]));
        if one != other && alike(&groups[one], &groups[other], &score, apart) {
            let moved = std::mem::take(&mut groups[other]);
            moved.iter().for_each(|index| group_of[*index] = one);
            groups[one].extend(moved);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort();
    groups
}

fn alike(
    one: &[usize],
    other: &[usize],
    score: &BTreeMap<(usize, usize), f64>,
    apart: &BTreeSet<(usize, usize)>,
) -> bool {
    let mut sum = 0.0;
    for a in one {
        for b in other {
            if apart.contains(&key(*a, *b)) {
                return false;
            }
            sum += score.get(&key(*a, *b)).copied().unwrap_or(0.0).min(1.2);
        }
    }
    sum / (one.len() * other.len()) as f64 >= LEAST_MEAN
}

fn key(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}
