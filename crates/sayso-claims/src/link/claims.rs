//! The claims of a story as links are sought between them.

use super::compare::Wordings;
use crate::claim::Sharing;
use crate::derive::{Key, StoryAnalysis, StoryMention};
use crate::entity::{EntityId, EntityMatch};
use crate::record::{Claim, Link, LinkKind};
use crate::work;

/// The claims of a story as links are sought between them.
pub(crate) struct Claims<'a> {
    pub(crate) story: &'a StoryAnalysis<'a>,
    pub(crate) groups: &'a [Vec<usize>],
    pub(crate) claims: &'a [Claim],
    entities: &'a [Vec<EntityId>],
    /// A mention of each that has its entities; none where it has none.
    voices: Vec<Option<usize>>,
    sharing: Sharing<Key>,
    wordings: Vec<Wordings<'a>>,
    /// The first and the last document of each, by their places in time.
    reach: Vec<(usize, usize)>,
    /// The places of each document with the claims that they are of, in order of place.
    in_document: Vec<Vec<(usize, usize)>>,
}

/// A link between claims by their indexes.
pub(crate) struct FoundLink {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) kind: LinkKind,
    pub(crate) score: f64,
}

impl<'a> Claims<'a> {
    pub(super) fn new(
        story: &'a StoryAnalysis<'a>,
        groups: &'a [Vec<usize>],
        claims: &'a [Claim],
        entities: &'a [Vec<EntityId>],
    ) -> Self {
        let places = |group: &Vec<usize>| keys(group.iter().map(|index| &story.places[*index])).collect::<Vec<Key>>();
        let sharing = Sharing::new(groups.iter().map(places).enumerate(), MOST_WITH_KEY);
        let mut in_document = vec![Vec::new(); story.documents.len()];
        for (claim, group) in groups.iter().enumerate() {
            group.iter().for_each(|index| in_document[story.places[*index].document].push((*index, claim)));
        }
        let stands = |place: &(usize, usize)| (story.places[place.0].mention.span, *place);
        in_document.iter_mut().for_each(|places| places.sort_unstable_by_key(stands));
        let reach = groups.iter().map(|group| {
            let documents = group.iter().map(|index| story.places[*index].document);
            documents.fold((usize::MAX, 0), |(first, last), document| (first.min(document), last.max(document)))
        });
        let reach = reach.collect();
        let wordings = groups.iter().map(|group| Wordings::of(story, group)).collect();
        let voice = |(group, entities): (&Vec<usize>, &Vec<EntityId>)| {
            let mut members = group.iter().copied().filter(|_| !entities.is_empty());
            members.find(|index| story.places[*index].entities == *entities)
        };
        let voices = groups.iter().zip(entities).map(voice).collect();
        Self { story, groups, claims, entities, voices, sharing, wordings, reach, in_document }
    }

    pub(super) fn exported(&self, link: &FoundLink) -> Link {
        let id = |index: usize| self.claims[index].id.clone();
        Link {
            a: id(link.a),
            b: id(link.b),
            kind: link.kind,
            score: (link.score.clamp(0.0, 1.0) * 100.0).round() / 100.0,
        }
    }

    /// How the sources of two claims stand to one another.
    pub(crate) fn entity_match(&self, one: usize, other: usize) -> EntityMatch {
        match (self.voices[one], self.voices[other]) {
            (Some(one), Some(other)) => self.story.entity_match(one, other),
            _ => EntityMatch::Open,
        }
    }

    /// Whether nobody is named for a claim.
    pub(crate) fn is_unnamed(&self, claim: usize) -> bool {
        self.entities[claim].iter().all(|entity| !self.story.entities.is_named(*entity))
    }

    /// The claim as it is compared with others.
    pub(crate) fn wordings(&self, claim: usize) -> &Wordings<'a> {
        &self.wordings[claim]
    }

    /// The first document that has a claim, by its place in time.
    pub(crate) fn first(&self, claim: usize) -> usize {
        self.reach[claim].0
    }

    /// The last document that has it.
    pub(crate) fn last(&self, claim: usize) -> usize {
        self.reach[claim].1
    }

    /// The claims with which one shares a stem or a figure that not too many have: those that can say the same.
    pub(crate) fn sharing(&self, claim: usize) -> Vec<usize> {
        self.sharing.with(keys(self.groups[claim].iter().map(|index| &self.story.places[*index])))
    }

    /// The places before one place in its document, the nearest first, each with the claim that it is of.
    pub(crate) fn before(&self, place: usize) -> impl Iterator<Item = (usize, usize)> {
        let start = |index: usize| self.story.places[index].mention.span.start();
        let places = &self.in_document[self.story.places[place].document];
        let behind = places.partition_point(|(index, _)| start(*index) < start(place));
        work::each(places[..behind].iter().rev().copied())
    }
}

fn keys<'p>(places: impl Iterator<Item = &'p StoryMention>) -> impl Iterator<Item = Key> {
    places.flat_map(StoryMention::keys)
}

/// A stem or a figure that more claims have does not tell them apart.
const MOST_WITH_KEY: usize = 80;
