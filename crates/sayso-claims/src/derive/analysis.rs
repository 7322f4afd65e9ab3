//! The mentions of a story with what is needed to compare them, and how their sources stand to one another.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::copied::Copied;
use super::gather::{self, Gathered};
use super::most_common::most_common;
use super::story_mention::StoryMention;
use crate::Document;
use crate::claim::{ComparedMention, StemWeights};
use crate::decision::EffectiveDecisions;
use crate::entity::{Entities, EntityId, EntityMatch};
use crate::mention::Stated;
use crate::origin::Outlets;

/// The mentions of a story and what is needed to compare them.
pub(crate) struct StoryAnalysis<'a> {
    pub(crate) documents: &'a [&'a Document],
    pub(crate) places: Vec<StoryMention>,
    /// How many of the places make claims; those behind them are stated as the articles' own.
    pub(super) attributed: usize,
    pub(crate) weights: StemWeights,
    pub(crate) entities: Entities,
    pub(super) outlets: Outlets,
    /// How the sources of mentions stand to one another, as far as it was asked.
    entity_matches: RefCell<FxHashMap<(usize, usize), EntityMatch>>,
}

impl<'a> StoryAnalysis<'a> {
    pub(super) fn new(documents: &'a [&'a Document], copies: &[Copied], effective: &EffectiveDecisions) -> Self {
        let gathered = gather::gather(documents, copies, effective);
        let Gathered { places, attributed, weights, entities, outlets } = gathered;
        let entity_matches = RefCell::default();
        let mut story = Self { documents, places, attributed, weights, entities, outlets, entity_matches };
        story.find_contradictions();
        story
    }

    pub(crate) fn side(&self, index: usize) -> ComparedMention<'_> {
        let place = &self.places[index];
        let published = self.documents[place.document].published;
        let hours = published.map_or(0, |instant| instant.as_second() / SECONDS_AN_HOUR);
        ComparedMention {
            content: &place.content,
            sequence: &place.sequence,
            measured: &place.measured,
            stance: place.stance,
            negates: place.mention.negated,
            document: place.document,
            attribution: place.mention.attribution,
            decided: !place.mention.decided.is_empty(),
            hours,
        }
    }

    /// How the sources of two mentions stand to one another.
    pub(crate) fn entity_match(&self, one: usize, other: usize) -> EntityMatch {
        let (one, other) = (&self.places[one], &self.places[other]);
        let numbers = (one.sources, other.sources);
        let known = self.entity_matches.borrow().get(&numbers).copied();
        known.unwrap_or_else(|| {
            let entity_match = self.match_of(&one.entities, &other.entities);
            let mut known = self.entity_matches.borrow_mut();
            if known.len() < MOST_MATCHES {
                known.insert(numbers, entity_match);
            }
            entity_match
        })
    }

    /// How two sets of sources stand to one another.
    fn match_of(&self, one: &[EntityId], other: &[EntityId]) -> EntityMatch {
        if one.is_empty() || other.is_empty() {
            return EntityMatch::Open;
        }
        let pairs = one.iter().flat_map(|a| other.iter().map(|b| self.entities.entity_match(*a, *b)));
        pairs.min().unwrap_or(EntityMatch::Apart)
    }

    /// The entities that most mentions of a claim give as its source.
    pub(super) fn entities_of(&self, group: &[usize]) -> Vec<EntityId> {
        let named = group.iter().map(|index| &self.places[*index].entities).filter(|entities| !entities.is_empty());
        most_common(named.cloned()).unwrap_or_default()
    }

    /// The words of a mention.
    pub(crate) fn words(&self, index: usize) -> &str {
        let place = &self.places[index];
        self.documents[place.document].text.slice(place.mention.span)
    }

    /// The id of a mention; a claim has that of its first.
    pub(crate) fn id(&self, index: usize) -> String {
        self.places[index].mention.id.clone()
    }

    /// A figure of a mention, by its index there.
    pub(crate) fn stated(&self, place: usize, figure: usize) -> &Stated {
        &self.places[place].mention.figures[figure]
    }
}

const SECONDS_AN_HOUR: i64 = 3600;

/// Answers about entity_match that are remembered: 10 MB. A story of the news has hundreds of sources, and asks thousands of
/// times of each pair; one of thousands asks hardly twice.
const MOST_MATCHES: usize = 250_000;
