//! Which mentions are of one claim.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use sayso_text::Span;

use super::analysis::StoryAnalysis;
use super::story_mention::MentionKey;
use crate::claim::{Bar, Compared, Sharing, clusters, compare, repeats, similarity};
use crate::decision::EffectiveDecisions;
use crate::work;

/// Similarity from which an unsourced statement is a claim that lost its source.
const LOST: f64 = 1.0;

/// From where two groups of mentions are one claim. In nine real stories, each judged by weights that were fitted without
/// it, 95 % of what is joined so is one claim and 62 % of what is one is joined (BCubed); at 1.0 it is 98 and 60.
const BAR: Bar = Bar { least_mean: 0.625, most_for_a_pair: f64::INFINITY };

/// A stem or a figure that more mentions have is too common to make two of them worth comparing.
const MOST_WITH_KEY: usize = 80;

/// What people decided about the mentions of a story, by their indexes; of a pair the lesser comes first.
#[derive(Debug, Default)]
struct Constraints {
    together: Pairs,
    apart: Pairs,
    rejected: BTreeSet<usize>,
}

/// Pairs of mentions, and for each mention those that it is paired with, in order.
#[derive(Debug, Default)]
struct Pairs {
    all: BTreeSet<(usize, usize)>,
    of: HashMap<usize, BTreeSet<usize>>,
}

impl FromIterator<(usize, usize)> for Pairs {
    fn from_iter<T: IntoIterator<Item = (usize, usize)>>(pairs: T) -> Self {
        let mut taken = Self::default();
        for (one, other) in pairs {
            taken.all.insert((one.min(other), one.max(other)));
            taken.of.entry(one).or_default().insert(other);
            taken.of.entry(other).or_default().insert(one);
        }
        taken
    }
}

impl Pairs {
    fn with(&self, index: usize) -> impl Iterator<Item = usize> {
        work::each(self.of.get(&index).into_iter().flatten().copied())
    }

    /// Whether a mention is paired with one of a group.
    fn has(&self, index: usize, group: usize, group_of: &HashMap<usize, usize>) -> bool {
        self.with(index).any(|other| group_of.get(&other) == Some(&group))
    }
}

impl Constraints {
    fn new(story: &StoryAnalysis<'_>, effective: &EffectiveDecisions) -> Self {
        if effective.leave_groups() {
            return Self::default();
        }
        let ids: BTreeMap<String, usize> = (0..story.places.len()).map(|index| (story.id(index), index)).collect();
        let pairs = |together: bool| -> Pairs {
            effective.pairs(together).filter_map(|(one, other)| Some((*ids.get(one)?, *ids.get(other)?))).collect()
        };
        let rejected = ids.iter().filter(|(id, _)| effective.rejects(id)).map(|(_, index)| *index).collect();
        Self { together: pairs(true), apart: pairs(false), rejected }
    }
}

impl StoryAnalysis<'_> {
    /// The mentions of each claim, in order of publication and place; people's decisions come first.
    pub(super) fn groups(&self, effective: &EffectiveDecisions) -> Vec<Vec<usize>> {
        let constraints = Constraints::new(self, effective);
        let sharing = self.sharing();
        let mut groups = self.attributed_groups(&sharing, &constraints);
        groups.iter_mut().for_each(|group| group.retain(|index| !constraints.rejected.contains(index)));
        groups.retain(|group| !group.is_empty());
        self.add_unsourced(&mut groups, &sharing, &constraints);
        groups.sort_by_key(|group| self.stands(group[0]));
        groups
    }

    /// Where a mention stands in the order of publication and text.
    fn stands(&self, index: usize) -> (usize, Span) {
        (self.places[index].document, self.places[index].mention.span)
    }

    fn attributed_groups(&self, sharing: &Sharing<MentionKey>, constraints: &Constraints) -> Vec<Vec<usize>> {
        let mut pairs = Vec::new();
        let mut apart: Vec<(usize, usize)> = constraints.apart.all.iter().copied().collect();
        for (one, other) in work::each(sharing.pairs()) {
            match similarity(&self.side(one), &self.side(other), self.entity_match(one, other)) {
                Some(score) => pairs.push((one, other, score)),
                None => apart.push((one, other)),
            }
        }
        let attributed = |(_, other): &&(usize, usize)| *other < self.attributed;
        let together: Vec<(usize, usize)> = constraints.together.all.iter().filter(attributed).copied().collect();
        clusters(self.attributed, &pairs, &apart, &together, BAR)
    }

    /// The pairs of mentions that are compared, by their ids, with what is compared of them: for fitting the weights.
    pub(super) fn compared(&self) -> Vec<(String, String, Compared)> {
        let compared = |(one, other): (usize, usize)| {
            let (side, another, source) = (self.side(one), self.side(other), self.entity_match(one, other));
            similarity(&side, &another, source)?;
            Some((self.id(one), self.id(other), compare(&side, &another, source)?))
        };
        self.sharing().pairs().filter_map(compared).collect()
    }

    /// Adds to each claim the places where an article states it as its own, having it from others.
    fn add_unsourced(&self, groups: &mut [Vec<usize>], sharing: &Sharing<MentionKey>, constraints: &Constraints) {
        let mut group_of: HashMap<usize, usize> = groups
            .iter()
            .enumerate()
            .flat_map(|(group, members)| members.iter().map(move |index| (*index, group)))
            .collect();
        let free = (self.attributed..self.places.len()).filter(|index| !constraints.rejected.contains(index));
        let found: Vec<(usize, usize)> = free
            .filter_map(|index| {
                let decided = constraints.together.with(index).next().filter(|one| *one < index);
                let decided = decided.and_then(|one| group_of.get(&one).copied());
                let lost = || self.lost_from(index, &group_of, sharing);
                let free = |group: &usize| !constraints.apart.has(index, *group, &group_of);
                Some((decided.or_else(|| lost().filter(free))?, index))
            })
            .collect();
        let members = group_of.iter().map(|(index, group)| (*group, self.places[*index].document));
        let mut having: HashSet<(usize, usize)> = members.collect();
        for (group, index) in &found {
            let is_first = having.insert((*group, self.places[*index].document));
            if is_first || constraints.together.has(*index, *group, &group_of) {
                groups[*group].push(*index);
                group_of.insert(*index, *group);
            }
        }
        for group in found.iter().map(|(group, _)| *group).collect::<BTreeSet<usize>>() {
            groups[group].sort_by_key(|index| self.stands(*index));
        }
    }

    /// The claim that an unsourced statement repeats, its figure included; `group_of` and `sharing` are those of the mentions told of a source.
    fn lost_from(
        &self,
        index: usize,
        group_of: &HashMap<usize, usize>,
        sharing: &Sharing<MentionKey>,
    ) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for other in work::each(sharing.with(self.places[index].keys())) {
            let Some(group) = group_of.get(&other) else { continue };
            if self.places[other].measured.main().is_some() && self.places[index].measured.main().is_none() {
                continue;
            }
            let Some(score) = repeats(&self.side(index), &self.side(other)) else { continue };
            if best.is_none_or(|(known, other)| (score, other) > (known, *group)) {
                best = Some((score, *group));
            }
        }
        best.filter(|(score, _)| *score >= LOST).map(|(_, group)| group)
    }

    /// The mentions that are told of a source, by what they share.
    pub(super) fn sharing(&self) -> Sharing<MentionKey> {
        Sharing::new((0..self.attributed).map(|index| (index, self.places[index].keys())), MOST_WITH_KEY)
    }
}
