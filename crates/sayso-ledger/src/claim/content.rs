//! What a mention says, as stems with the weight that each has in its story.

use std::collections::HashMap;

use crate::hash::fnv;
use crate::words::stems;

/// A stem, by its hash: of the stems of a story no two agree by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Stem(u64);

/// The stems of a stretch of text, in order, each once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Content {
    stems: Vec<Stem>,
}

/// How telling each stem is among the mentions of a story.
pub(crate) struct Weights {
    of_stem: HashMap<Stem, f64>,
    of_others: f64,
}

/// The stems of a stretch of text with their weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Weighed {
    stems: Vec<(Stem, f64)>,
    total: f64,
}

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

    /// The stems of both.
    pub(crate) fn union(&self, other: &Self) -> Self {
        self.stems.iter().chain(&other.stems).copied().collect()
    }

    /// Without the stems of another.
    pub(crate) fn without(mut self, other: &Self) -> Self {
        self.stems.retain(|stem| other.stems.binary_search(stem).is_err());
        self
    }
}

impl Weights {
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
        Weighed::new(content.stems.iter().map(weight).collect())
    }
}

impl Weighed {
    fn new(stems: Vec<(Stem, f64)>) -> Self {
        Self { total: stems.iter().map(|(_, weight)| weight).sum(), stems }
    }

    /// The stems, in order.
    pub(crate) fn stems(&self) -> impl Iterator<Item = Stem> {
        self.stems.iter().map(|(stem, _)| *stem)
    }

    /// Whether nothing is said.
    pub(crate) fn is_empty(&self) -> bool {
        self.stems.is_empty()
    }

    /// Those stems that pass a test.
    pub(crate) fn only(&self, test: impl Fn(Stem) -> bool) -> Self {
        Self::new(self.stems.iter().filter(|(stem, _)| test(*stem)).copied().collect())
    }

    /// Weight of the shared stems over the geometric mean of both weights, 0 to 1.
    pub(crate) fn overlap(&self, other: &Self) -> f64 {
        share(self.in_common(other), (self.total * other.total).sqrt())
    }

    /// Weight of the shared stems over the lesser of both weights, 0 to 1: how much of the shorter the longer has.
    pub(crate) fn containment(&self, other: &Self) -> f64 {
        share(self.in_common(other), self.total.min(other.total))
    }

    /// The most telling stems that both have.
    pub(crate) fn shared(&self, other: &Self) -> Vec<Stem> {
        let mut shared: Vec<(Stem, f64)> = self.both(other).collect();
        shared.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        shared.into_iter().take(TOLD).map(|(stem, _)| stem).collect()
    }

    /// Whether both have more than one stem.
    pub(crate) fn shares_more_than_one(&self, other: &Self) -> bool {
        self.both(other).nth(1).is_some()
    }

    fn in_common(&self, other: &Self) -> f64 {
        self.both(other).map(|(_, weight)| weight).sum()
    }

    fn both(&self, other: &Self) -> impl Iterator<Item = (Stem, f64)> {
        let mut rest = other.stems.as_slice();
        self.stems.iter().copied().filter(move |(stem, _)| {
            while rest.first().is_some_and(|(first, _)| first < stem) {
                rest = &rest[1..];
            }
            rest.first().is_some_and(|(first, _)| first == stem)
        })
    }
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
