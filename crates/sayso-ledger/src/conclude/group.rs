//! Which mentions are of one claim.

use std::collections::{BTreeMap, BTreeSet};

use super::Story;
use crate::claim::{clusters, likeness};
use crate::decision::Rulings;
use crate::party::Kinship;

/// Likeness from which an unsourced statement is a claim that lost its source.
const LOST: f64 = 1.0;

/// Mean likeness over the pairs of two groups of mentions, from which both are one claim.
const LEAST_MEAN: f64 = 0.6;

/// A stem that more mentions have is too common to make two of them worth comparing.
const MOST_WITH_STEM: usize = 80;

impl Story<'_> {
    /// The mentions of each claim, in order of publication and place; people's decisions come first.
    pub(super) fn groups(&self, rulings: &Rulings) -> Vec<Vec<usize>> {
        let ids: BTreeMap<String, usize> = (0..self.places.len()).map(|index| (self.id(index), index)).collect();
        let ruled = |together: bool| -> BTreeSet<(usize, usize)> {
            let known = rulings.pairs(together).filter_map(|(one, other)| Some((*ids.get(one)?, *ids.get(other)?)));
            known.map(|(one, other)| (one.min(other), one.max(other))).collect()
        };
        let (together, apart) = (ruled(true), ruled(false));
        let rejected: BTreeSet<usize> =
            ids.iter().filter(|(id, _)| rulings.rejects(id)).map(|(_, index)| *index).collect();
        let mut groups = self.told_groups(&together, &apart);
        groups.iter_mut().for_each(|group| group.retain(|index| !rejected.contains(index)));
        groups.retain(|group| !group.is_empty());
        self.add_unsourced(&mut groups, &together, &apart, &rejected);
        groups.sort_by_key(|group| group[0]);
        groups
    }

    fn told_groups(&self, together: &BTreeSet<(usize, usize)>, decided: &BTreeSet<(usize, usize)>) -> Vec<Vec<usize>> {
        let mut pairs = Vec::new();
        let mut apart = decided.clone();
        for (one, other) in self.candidates() {
            match likeness(&self.weights, &self.side(one), &self.side(other), self.kinship(one, other)) {
                Some(likeness) => pairs.push((one, other, likeness.score)),
                None => drop(apart.insert((one, other))),
            }
        }
        let together: Vec<(usize, usize)> = together.iter().filter(|(_, other)| *other < self.told).copied().collect();
        clusters(self.told, &pairs, &apart, &together, LEAST_MEAN)
    }

    /// Adds to each claim the places where an article states it as its own, having it from others.
    fn add_unsourced(
        &self,
        groups: &mut [Vec<usize>],
        together: &BTreeSet<(usize, usize)>,
        apart: &BTreeSet<(usize, usize)>,
        rejected: &BTreeSet<usize>,
    ) {
        let ruled = |index: usize, group: &[usize], pairs: &BTreeSet<(usize, usize)>| {
            group.iter().any(|other| pairs.contains(&(index.min(*other), index.max(*other))))
        };
        let free = (self.told..self.places.len()).filter(|index| !rejected.contains(index));
        let found: Vec<(usize, usize)> = free
            .filter_map(|index| {
                let decided = groups.iter().position(|group| ruled(index, group, together));
                let lost = || self.lost_from(index, groups).filter(|group| !ruled(index, &groups[*group], apart));
                Some((decided.or_else(lost)?, index))
            })
            .collect();
        for (group, index) in found {
            let document = self.places[index].document;
            let has = groups[group].iter().any(|other| self.places[*other].document == document);
            if !has || ruled(index, &groups[group], together) {
                groups[group].push(index);
                groups[group].sort_by_key(|index| (self.places[*index].document, self.places[*index].mention.span));
            }
        }
    }

    /// The claim that an unsourced statement repeats.
    fn lost_from(&self, index: usize, groups: &[Vec<usize>]) -> Option<usize> {
        let best = groups.iter().enumerate().filter_map(|(group, members)| {
            let scores = members.iter().filter_map(|other| {
                likeness(&self.weights, &self.side(index), &self.side(*other), Kinship::Open)
                    .map(|likeness| likeness.score)
            });
            Some((scores.reduce(f64::max)?, group))
        });
        let (score, group) = best.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
        (score >= LOST).then_some(group)
    }

    /// Pairs of mentions that share a stem or a figure that not too many have.
    fn candidates(&self) -> BTreeSet<(usize, usize)> {
        let mut having: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, place) in self.places.iter().take(self.told).enumerate() {
            let figure = place.measured.main().and_then(|main| main.number()).map(|number| format!("figure {number}"));
            for key in place.content.stems.iter().cloned().chain(figure) {
                having.entry(key).or_default().push(index);
            }
        }
        let mut pairs = BTreeSet::new();
        for places in having.values().filter(|places| places.len() <= MOST_WITH_STEM) {
            for (at, one) in places.iter().enumerate() {
                pairs.extend(places[at + 1..].iter().map(|other| (*one, *other)));
            }
        }
        pairs
    }
}
