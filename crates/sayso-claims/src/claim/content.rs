//! What a mention says, as stems with the weight that each has in its story.

use std::collections::HashMap;

use crate::hash::fnv;
use crate::words::stems;
use crate::work;

/// A stem, by its hash: of the stems of a story no two agree by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Stem(u64);

/// The stems of a stretch of text, in order, each once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Content {
    stems: Vec<Stem>,
}

/// How telling each stem is among the mentions of a story.
pub(crate) struct StemWeights {
    of_stem: HashMap<Stem, f64>,
    of_others: f64,
}

/// The stems of a stretch of text with their weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weighed {
    stems: Vec<Stem>,
    weights: Vec<f64>,
    total: f64,
}

/// How many times longer one text is from which on the stems of the other are sought in it, and not met on the way.
const FAR_LONGER: usize = 16;

/// Stems that are told as what two mentions share.
const TOLD: usize = 4;

impl Stem {
    pub(crate) fn of(stem: &str) -> Self {
        Self(fnv(stem.bytes()))
    }
}

impl FromIterator<Stem> for Content {
    fn from_iter<T: IntoIterator<Item = Stem>>(stems: T) -> Self {
        let mut stems: Vec<Stem> = stems.into_iter().collect();
        stems.sort_unstable();
        stems.dedup();
        Self { stems }
    }
}

impl Content {
    pub(crate) fn of(text: &str) -> Self {
        stems(text).iter().map(|stem| Stem::of(stem)).collect()
    }

    /// How many bytes it holds.
    pub(crate) fn weight(&self) -> usize {
        size_of_val(self.stems.as_slice())
    }

    /// The stems of several.
    pub(crate) fn union(all: &[&Self]) -> Self {
        all.iter().flat_map(|one| &one.stems).copied().collect()
    }

    /// Without the stems of another.
    pub(crate) fn without(mut self, other: &Self) -> Self {
        self.stems.retain(|stem| other.stems.binary_search(stem).is_err());
        self
    }
}

impl StemWeights {
    /// Inverse document frequency (Spärck Jones 1972), smoothed so that a word in every mention still counts a little.
    pub(crate) fn of<'a>(mentions: impl IntoIterator<Item = &'a Content>) -> Self {
        let mut having: HashMap<Stem, f64> = HashMap::new();
        let mut all = 0.0;
        for mention in mentions {
            all += 1.0;
            mention.stems.iter().for_each(|stem| *having.entry(*stem).or_default() += 1.0);
        }
        let weight = |frequency: f64| (1.0 + all / (1.0 + frequency)).ln();
        let of_stem = having.into_iter().map(|(stem, frequency)| (stem, weight(frequency))).collect();
        Self { of_stem, of_others: weight(0.0) }
    }

    /// The stems with their weights.
    pub(crate) fn weigh(&self, content: &Content) -> Weighed {
        let weight = |stem: &Stem| (*stem, self.of_stem.get(stem).copied().unwrap_or(self.of_others));
        Weighed::new(content.stems.iter().map(weight))
    }
}

impl Weighed {
    fn new(weighed: impl Iterator<Item = (Stem, f64)>) -> Self {
        let (stems, weights): (Vec<Stem>, Vec<f64>) = weighed.unzip();
        Self { total: weights.iter().sum(), stems, weights }
    }

    /// The stems, in order.
    pub(crate) fn stems(&self) -> &[Stem] {
        &self.stems
    }

    /// What any of several says.
    pub(crate) fn union<'a>(all: impl Iterator<Item = &'a Self>) -> Self {
        let held = all.flat_map(|one| one.stems.iter().copied().zip(one.weights.iter().copied()));
        let mut held: Vec<(Stem, f64)> = held.collect();
        held.sort_unstable_by_key(|(stem, _)| *stem);
        held.dedup_by_key(|(stem, _)| *stem);
        Self::new(held.into_iter())
    }

    /// The weight of all stems.
    pub(crate) fn total(&self) -> f64 {
        self.total
    }

    /// Whether nothing is said.
    pub(crate) fn is_empty(&self) -> bool {
        self.stems.is_empty()
    }

    /// Those stems that pass a test.
    pub(crate) fn only(&self, test: impl Fn(Stem) -> bool) -> Self {
        let held = self.stems.iter().copied().zip(self.weights.iter().copied());
        Self::new(held.filter(|(stem, _)| test(*stem)))
    }

    /// Weight of the shared stems over the geometric mean of both weights, 0 to 1.
    pub(crate) fn overlap(&self, other: &Self) -> f64 {
        share(self.in_common(other).0, (self.total * other.total).sqrt())
    }

    /// The overlap, where more than one stem is shared and it is more than `least`; 0 elsewhere.
    pub(crate) fn overlap_above(&self, least: f64, other: &Self) -> f64 {
        // What is shared weighs no more than the lesser of both.
        let most = share(self.total.min(other.total), (self.total * other.total).sqrt());
        if most <= least {
            return 0.0;
        }
        match self.in_common(other) {
            (common, 2..) => share(common, (self.total * other.total).sqrt()),
            _ => 0.0,
        }
    }

    /// For each, the sum of its overlaps with all of them, itself too. A stem adds to the overlap with every other that has
    /// it, so that the sum over the others is taken once a stem, and not once a pair.
    pub(crate) fn centralities(all: &[&Self]) -> Vec<f64> {
        let scale = |one: &Self| if one.total > 0.0 { one.total.sqrt().recip() } else { 0.0 };
        let mut having: HashMap<Stem, f64> = HashMap::new();
        for one in all {
            work::count(one.stems.len());
            one.stems.iter().for_each(|stem| *having.entry(*stem).or_default() += scale(one));
        }
        let shared =
            |one: &Self| one.stems.iter().zip(&one.weights).map(|(stem, weight)| weight * having[stem]).sum::<f64>();
        all.iter().map(|one| scale(one) * shared(one)).collect()
    }

    /// Weight of the shared stems over the lesser of both weights, 0 to 1: how much of the shorter the longer has.
    pub(crate) fn containment(&self, other: &Self) -> f64 {
        share(self.in_common(other).0, self.total.min(other.total))
    }

    /// The most telling stems that both have.
    pub(crate) fn shared(&self, other: &Self) -> Vec<Stem> {
        let mut shared: Vec<(Stem, f64)> = Vec::new();
        self.both(other, |stem, weight| shared.push((stem, weight)));
        shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        shared.into_iter().take(TOLD).map(|(stem, _)| stem).collect()
    }

    /// The weight of the stems that both have, and how many they are.
    pub(crate) fn in_common(&self, other: &Self) -> (f64, usize) {
        let (mut common, mut count) = (0.0, 0);
        self.both(other, |_, weight| {
            common += weight;
            count += 1;
        });
        (common, count)
    }

    /// Visits the stems that both have, in order: those of the shorter are sought in the longer.
    fn both(&self, other: &Self, mut visit: impl FnMut(Stem, f64)) {
        let (short, long) = if self.stems.len() <= other.stems.len() { (self, other) } else { (other, self) };
        let is_far_longer = long.stems.len() / FAR_LONGER > short.stems.len();
        let mut at = 0;
        work::count(short.stems.len());
        for (stem, weight) in short.stems.iter().zip(&short.weights) {
            at += match is_far_longer {
                true => long.stems[at..].partition_point(|next| next < stem),
                false => long.stems[at..].iter().take_while(|next| *next < stem).count(),
            };
            match long.stems.get(at) {
                Some(next) if next == stem => visit(*stem, *weight),
                Some(_) => {}
                None => break,
            }
        }
    }
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
