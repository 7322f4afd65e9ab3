//! Joining mentions: the likest first, as long as the whole stays alike.

use rustc_hash::FxHashMap;

use crate::work;

/// Groups of indexes below `length`, each in order, in order of their first; `pairs` are (one, other, similarity) with
/// similarity of at least 1 where the two alone would be joined, and `apart` those that must never be together. Two groups
/// are joined where the mean over all pairs between them reaches the bar; the pairs of `together` are joined
/// whatever else holds.
pub(crate) fn clusters(
    length: usize,
    pairs: &[(usize, usize, f64)],
    apart: &[(usize, usize)],
    together: &[(usize, usize)],
    bar: Bar,
) -> Vec<Vec<usize>> {
    // What is never joined to anything needs no sums.
    let mut joins = vec![false; length];
    let joined = pairs.iter().filter(|pair| pair.2 >= 1.0).map(|pair| (pair.0, pair.1)).chain(together.iter().copied());
    joined.for_each(|(one, other)| (joins[one], joins[other]) = (true, true));
    let both = |(one, other): (usize, usize)| one.max(other) < length && joins[one] && joins[other];
    let told = pairs.iter().filter(|pair| both((pair.0, pair.1)));
    let mut groups =
        ClusterState::new(length, told, apart.iter().copied().filter(|pair| both(*pair)), bar.most_for_a_pair);
    for (one, other) in together {
        groups.join(*one, *other, f64::NEG_INFINITY);
    }
    let mut ordered: Vec<(usize, usize, f64)> = pairs.iter().filter(|pair| pair.2 >= 1.0).copied().collect();
    ordered.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| key(a.0, a.1).cmp(&key(b.0, b.1))));
    for (one, other, _) in ordered {
        groups.join(one, other, bar.least_mean);
    }
    groups.sorted()
}

/// From where groups are alike.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bar {
    /// Mean similarity over the pairs of two groups.
    pub(crate) least_mean: f64,
    /// What one pair counts at most, so that one that is very like does not outweigh others that are not.
    pub(crate) most_for_a_pair: f64,
}

/// What stands between two groups.
#[derive(Clone, Copy, Debug, Default)]
struct Between {
    /// The sum of the likenesses of all pairs.
    similarity: f64,
    /// Whether a pair must never be together.
    apart: bool,
}

/// Groups, with what stands between those that have anything to do with each other.
struct ClusterState {
    group_of: Vec<usize>,
    members: Vec<Vec<usize>>,
    between: Vec<FxHashMap<usize, Between>>,
}

impl ClusterState {
    fn new<'p>(
        length: usize,
        pairs: impl Iterator<Item = &'p (usize, usize, f64)>,
        apart: impl Iterator<Item = (usize, usize)>,
        most_for_a_pair: f64,
    ) -> Self {
        let mut between: Vec<FxHashMap<usize, Between>> = vec![FxHashMap::default(); length];
        for (one, other, similarity) in pairs {
            between[*one].entry(*other).or_default().similarity = similarity.min(most_for_a_pair);
            between[*other].entry(*one).or_default().similarity = similarity.min(most_for_a_pair);
        }
        for (one, other) in apart {
            between[one].entry(other).or_default().apart = true;
            between[other].entry(one).or_default().apart = true;
        }
        Self { group_of: (0..length).collect(), members: (0..length).map(|index| vec![index]).collect(), between }
    }

    /// Joins the groups of two indexes where they are alike enough; a bar of minus infinity is no bar at all.
    fn join(&mut self, one: usize, other: usize, least_mean: f64) {
        let (one, other) = (self.group_of[one], self.group_of[other]);
        if one == other || (least_mean.is_finite() && !self.are_alike(one, other, least_mean)) {
            return;
        }
        let smaller = self.members[one].len() < self.members[other].len();
        let (kept, moved) = if smaller { (other, one) } else { (one, other) };
        let members = std::mem::take(&mut self.members[moved]);
        members.iter().for_each(|index| self.group_of[*index] = kept);
        self.members[kept].extend(members);
        // Each third group gets one sum, so that their order makes no difference.
        for (third, between) in work::each(std::mem::take(&mut self.between[moved])) {
            // A group that was moved is asked for no more; what others keep of it is left out when they are moved.
            if third != kept && !self.members[third].is_empty() {
                self.between[kept].entry(third).or_default().add(between);
                self.between[third].entry(kept).or_default().add(between);
            }
        }
    }

    fn are_alike(&self, one: usize, other: usize, least_mean: f64) -> bool {
        let between = self.between[one].get(&other).copied().unwrap_or_default();
        let pairs = self.members[one].len() * self.members[other].len();
        !between.apart && between.similarity / pairs as f64 >= least_mean
    }

    fn sorted(self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = self.members.into_iter().filter(|group| !group.is_empty()).collect();
        groups.iter_mut().for_each(|group| group.sort_unstable());
        groups.sort();
        groups
    }
}

impl Between {
    fn add(&mut self, other: Self) {
        self.similarity += other.similarity;
        self.apart |= other.apart;
    }
}

fn key(one: usize, other: usize) -> (usize, usize) {
    (one.min(other), one.max(other))
}
