//! Joining mentions: the likest first, as long as the whole stays alike.

use std::collections::{BTreeMap, BTreeSet};

/// Groups of indexes below `length`, each in order, in order of their first; `pairs` are (one, other, likeness) with
/// likeness of at least 1 where the two alone would be joined, and `apart` those that must never be together. Two groups
/// are joined where the mean over all pairs between them is at least `least_mean`; the pairs of `together` are joined
/// whatever else holds.
pub(crate) fn clusters(
    length: usize,
    pairs: &[(usize, usize, f64)],
    apart: &BTreeSet<(usize, usize)>,
    together: &[(usize, usize)],
    least_mean: f64,
) -> Vec<Vec<usize>> {
    let score: BTreeMap<(usize, usize), f64> =
        pairs.iter().map(|(one, other, score)| (key(*one, *other), *score)).collect();
    let mut ordered: Vec<(usize, usize, f64)> = pairs.iter().filter(|pair| pair.2 >= 1.0).copied().collect();
    ordered.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| key(a.0, a.1).cmp(&key(b.0, b.1))));
    let mut group_of: Vec<usize> = (0..length).collect();
    let mut groups: Vec<Vec<usize>> = (0..length).map(|index| vec![index]).collect();
    let decided = together.iter().map(|(one, other)| (*one, *other, true));
    for (one, other, decided) in decided.chain(ordered.into_iter().map(|(one, other, _)| (one, other, false))) {
        let (one, other) = (group_of[one].min(group_of[other]), group_of[one].max(group_of[other]));
        if one != other
            && (decided || mean(&groups[one], &groups[other], &score, apart).is_some_and(|mean| mean >= least_mean))
        {
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

/// The mean likeness over the pairs between two groups; none where a pair must never be together.
fn mean(
    one: &[usize],
    other: &[usize],
    score: &BTreeMap<(usize, usize), f64>,
    apart: &BTreeSet<(usize, usize)>,
) -> Option<f64> {
    let pairs = || one.iter().flat_map(|a| other.iter().map(move |b| key(*a, *b)));
    if pairs().any(|pair| apart.contains(&pair)) {
        return None;
    }
    let sum: f64 = pairs().map(|pair| score.get(&pair).copied().unwrap_or(0.0).min(MOST_FOR_A_PAIR)).sum();
    Some(sum / (one.len() * other.len()) as f64)
}

/// One pair that is very like does not outweigh others that are not.
const MOST_FOR_A_PAIR: f64 = 1.2;

fn key(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}
