//! The claims of a story as links are sought between them.

use std::collections::{BTreeSet, HashMap};

use super::compare::Wordings;
use super::facts::ClaimFacts;
use crate::claim::{Sharing, Weighed};
use crate::derive::{MentionKey, StoryAnalysis, StoryMention};
use crate::entity::{EntityId, EntityMatch};
use crate::record::{Claim, Link, LinkKind};

/// The claims of a story as links are sought between them.
pub(crate) struct Claims<'a> {
    pub(crate) story: &'a StoryAnalysis<'a>,
    pub(crate) groups: &'a [Vec<usize>],
    pub(crate) claims: &'a [Claim],
    entities: &'a [Vec<EntityId>],
    /// A mention of each that has its entities; none where it has none.
    voices: Vec<Option<usize>>,
    sharing: Sharing<MentionKey>,
    wordings: Vec<Wordings<'a>>,
    facts: Vec<ClaimFacts>,
    /// What the story says most, of what stands for itself, in order of that.
    central: Vec<usize>,
    /// How much the story says of what each claim says, from 0 to 1.
    centrality: Vec<f64>,
    /// The claims whose words hold others' claims, with these.
    within: BTreeSet<(usize, usize)>,
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
        let places =
            |group: &Vec<usize>| keys(group.iter().map(|index| &story.places[*index])).collect::<Vec<MentionKey>>();
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
        let wordings: Vec<Wordings<'_>> = groups.iter().map(|group| Wordings::of(story, group)).collect();
        let facts: Vec<ClaimFacts> =
            groups.iter().zip(claims).map(|(group, claim)| ClaimFacts::of(story, group, claim)).collect();
        let voice = |(group, entities): (&Vec<usize>, &Vec<EntityId>)| {
            let mut members = group.iter().copied().filter(|_| !entities.is_empty());
            members.find(|index| story.places[*index].entities == *entities)
        };
        let voices = groups.iter().zip(entities).map(voice).collect();
        let centrality = centrality(&wordings, &facts);
        let central = central(&facts, &centrality);
        let within = within(story, &in_document);
        Self {
            story,
            groups,
            claims,
            entities,
            voices,
            sharing,
            wordings,
            facts,
            central,
            centrality,
            within,
            reach,
            in_document,
        }
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

    /// What is asked of it.
    pub(super) fn facts(&self, claim: usize) -> &ClaimFacts {
        &self.facts[claim]
    }

    /// The claims that the story says most, of those that stand for themselves.
    pub(super) fn central(&self) -> impl Iterator<Item = usize> {
        self.central.iter().copied()
    }

    /// How much the story says of what a claim says, as a share of what it says of the one that it says most.
    pub(super) fn centrality(&self, claim: usize) -> f64 {
        self.centrality[claim]
    }

    /// The claims of a document in order of place, one after another.
    pub(super) fn leading(&self, document: usize) -> impl Iterator<Item = usize> {
        self.in_document[document].iter().map(|(_, claim)| *claim)
    }

    /// The claims of others that the words of a claim hold.
    pub(super) fn within(&self, claim: usize) -> impl Iterator<Item = usize> {
        self.within.range((claim, 0)..(claim + 1, 0)).map(|(_, inner)| *inner)
    }

    /// Whether the words of a claim hold another's.
    pub(super) fn is_within(&self, inner: usize, outer: usize) -> bool {
        self.within.contains(&(outer, inner))
    }

    /// The places before a place in its document, the nearest first, each with the claim that it is of.
    pub(super) fn before(&self, document: usize, place: usize) -> impl Iterator<Item = (usize, usize)> {
        let start = |index: usize| self.story.places[index].mention.span.start();
        let places = &self.in_document[document];
        let behind = places.partition_point(|(index, _)| start(*index) < start(place));
        places[..behind].iter().rev().copied()
    }
}

/// How much the others say of what each says, times the roots of its mentions, as a share of the most.
fn centrality(wordings: &[Wordings<'_>], facts: &[ClaimFacts]) -> Vec<f64> {
    let said = Weighed::centralities(&wordings.iter().map(Wordings::union).collect::<Vec<_>>());
    let told: Vec<f64> = said.iter().zip(facts).map(|(said, facts)| said * (facts.mentions as f64).sqrt()).collect();
    let most = told.iter().zip(facts).filter(|(_, facts)| facts.stands()).fold(0.0, |most, (told, _)| told.max(most));
    told.into_iter().map(|told| if most > 0.0 { (told / most).min(1.0) } else { 0.0 }).collect()
}

/// The claims that the story says most, of those that stand for themselves; of as many the first.
fn central(facts: &[ClaimFacts], centrality: &[f64]) -> Vec<usize> {
    let mut standing: Vec<usize> = (0..facts.len()).filter(|claim| facts[*claim].stands()).collect();
    standing.sort_by(|a, b| centrality[*b].total_cmp(&centrality[*a]).then(a.cmp(b)));
    standing.truncate(CENTRAL);
    standing
}

/// The claims by which a story is known.
const CENTRAL: usize = 4;

/// Each claim with those that stand in its words by their readings: of the mentions of the outer attribution the last that
/// does not begin behind the inner one.
fn within(story: &StoryAnalysis<'_>, in_document: &[Vec<(usize, usize)>]) -> BTreeSet<(usize, usize)> {
    let mut found = BTreeSet::new();
    for (document, places) in story.documents.iter().zip(in_document) {
        let attributions = &document.entry.record.attributions;
        let read = |index: usize| Some(&attributions.get(story.places[index].mention.attribution?)?.id);
        let start = |index: usize| story.places[index].mention.span.start();
        let mut of: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        for place in places {
            if let Some(id) = read(place.0) {
                of.entry(id).or_default().push(*place);
            }
        }
        for (index, inner) in places {
            let attribution = story.places[*index].mention.attribution.and_then(|at| attributions.get(at));
            let Some(outer) = attribution.and_then(|it| of.get(it.parent.as_deref()?)) else { continue };
            let behind = outer.partition_point(|(other, _)| start(*other) <= start(*index));
            let outer = outer[behind.saturating_sub(1)].1;
            if outer != *inner {
                found.insert((outer, *inner));
            }
        }
    }
    found
}

fn keys<'p>(places: impl Iterator<Item = &'p StoryMention>) -> impl Iterator<Item = MentionKey> {
    places.flat_map(StoryMention::keys)
}

/// A stem or a figure that more claims have does not tell them apart.
const MOST_WITH_KEY: usize = 80;
