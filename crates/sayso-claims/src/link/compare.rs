//! Two claims compared by the mentions that say each.

use std::collections::HashSet;

use crate::claim::Weighed;
use crate::derive::{StoryAnalysis, StoryMention};
use crate::work;

/// Wordings of a claim by which it is compared with others, at most. Two claims of thousands of mentions each have
/// millions of pairs of them; what is said in so many ways is said in the first of them. No claim of 76 real articles
/// has half as many mentions.
const MOST_WORDINGS: usize = 64;

/// What two sums of the same weights may differ by.
const ROUNDING: f64 = 1e-9;

/// A claim as it is compared with others.
pub(crate) struct Wordings<'a> {
    /// Its mentions that say or count something else than those before.
    places: Vec<&'a StoryMention>,
    /// What any of them says.
    union: Weighed,
    /// The weight of the one that says least.
    least: f64,
    /// Whether any of them counts something.
    counts: bool,
}

impl<'a> Wordings<'a> {
    pub(super) fn of(story: &'a StoryAnalysis<'_>, group: &[usize]) -> Self {
        let mut seen = HashSet::new();
        let all = group.iter().map(|index| &story.places[*index]);
        let distinct = all.filter(|place| seen.insert((place.content.stems(), place.measured.key())));
        let places: Vec<&StoryMention> = distinct.take(MOST_WORDINGS).collect();
        let contents = || places.iter().map(|place| &place.content);
        Self {
            union: Weighed::union(contents()),
            least: contents().map(Weighed::total).fold(f64::INFINITY, f64::min),
            counts: places.iter().any(|place| !place.measured.quantities.is_empty()),
            places,
        }
    }

    /// What any of its mentions says.
    pub(super) fn union(&self) -> &Weighed {
        &self.union
    }

    /// How much of what the shorter says the longer has, by the pair of mentions that share most.
    pub(super) fn contained(&self, other: &Self) -> f64 {
        self.likest(other, f64::min, |a, b, _| a.containment(b))
    }

    /// The likest pair of their mentions, of those that share more than a word.
    pub(super) fn overlap(&self, other: &Self) -> f64 {
        self.likest(other, |a, b| (a * b).sqrt(), |a, b, best| a.overlap_above(best, b))
    }

    /// The weight of all that both say, in whatever mentions.
    pub(super) fn common(&self, other: &Self) -> f64 {
        self.union.in_common(&other.union).0
    }

    /// How many stems both say, in whatever mentions.
    pub(super) fn shared(&self, other: &Self) -> usize {
        self.union.in_common(&other.union).1
    }

    /// Whether the main figures of two of their mentions are one.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let agree =
            |(a, b): (&StoryMention, &StoryMention)| a.measured.main().is_some() && a.measured.agrees(&b.measured);
        self.counts && other.counts && self.pairs(other).any(agree)
    }

    /// Whether two of their mentions count something and not one number of it is the same.
    pub(super) fn differ(&self, other: &Self) -> bool {
        self.counts && other.counts && self.pairs(other).any(|(a, b)| a.measured.differs(&b.measured))
    }

    fn pairs(&self, other: &Self) -> impl Iterator<Item = (&'a StoryMention, &'a StoryMention)> {
        work::each(self.places.iter().flat_map(move |a| other.places.iter().map(move |b| (*a, *b))))
    }

    /// The most that `share` gives of a pair of mentions. It is what they have in common over what `whole` makes of both
    /// weights, which grows with either: so where one mention has too little in common with all that the other claim says,
    /// it is not compared with its mentions one by one.
    fn likest(
        &self,
        other: &Self,
        whole: impl Fn(f64, f64) -> f64,
        share: impl Fn(&Weighed, &Weighed, f64) -> f64,
    ) -> f64 {
        let mut best = 0.0;
        for a in self.places.iter().map(|place| &place.content) {
            let common = a.in_common(&other.union).0;
            if common <= 0.0 || common < best * whole(a.total(), other.least) - ROUNDING {
                continue;
            }
            for b in work::each(&other.places).map(|place| &place.content) {
                best = f64::max(best, share(a, b, best));
            }
        }
        best
    }
}
