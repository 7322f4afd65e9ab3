//! From the readings of one story to what is claimed in it: a pure function, so that the same documents give the same
//! claims in whatever order they came.
//!
//! Every mention is gathered with what can be compared of it (`gather`, `features`), the mentions of one claim are put
//! together (`group`), and of each claim it is worked out what it says (`claim`), whose it is (`speakers`) and in what
//! capacity (`capacity`), who stands behind it (`sources`), and for which reasons (`reasons`); `cast` lists who is who.

mod analysis;
mod capacity;
mod cast;
mod claim;
mod contradiction;
mod copied;
mod features;
mod gather;
mod group;
mod most_common;
mod reasons;
mod sources;
mod speakers;
mod story_mention;
mod ways;
mod wire;

pub(crate) use analysis::StoryAnalysis;
pub use copied::Copied;
pub(crate) use features::{ArticleFeatures, mention_ids};
pub(crate) use story_mention::{MentionKey, StoryMention};

use crate::claim::Compared;
use crate::decision::EffectiveDecisions;
use crate::entity::EntityId;
use crate::link::ComparedPair;
use crate::record::{Claim, DerivedClaims};
use crate::{Document, link, series};

/// The pairs of claims of one story as links are sought between them: what the weights of links are made from.
pub(crate) fn compared_pairs(documents: &[&Document], copies: &[Copied]) -> Vec<ComparedPair> {
    let effective = EffectiveDecisions::default();
    let story = StoryAnalysis::new(documents, copies, &effective);
    let groups = story.groups(&effective);
    let entities: Vec<Vec<EntityId>> = groups.iter().map(|group| story.entities_of(group)).collect();
    let claims: Vec<Claim> =
        groups.iter().zip(&entities).map(|(group, entities)| story.claim(group, entities)).collect();
    link::compared_pairs(&story, &groups, (&claims, &entities))
}

/// Derives the claims of one story from its documents, in order of publication, as people's decisions bind it.
#[must_use]
pub fn derive_claims(documents: &[&Document], copies: &[Copied], effective: &EffectiveDecisions) -> DerivedClaims {
    let story = StoryAnalysis::new(documents, copies, effective);
    let groups = story.groups(effective);
    let entities: Vec<Vec<EntityId>> = groups.iter().map(|group| story.entities_of(group)).collect();
    let mut claims: Vec<Claim> =
        groups.iter().zip(&entities).map(|(group, entities)| story.claim(group, entities)).collect();
    let lines = series::lines(&story, &groups);
    let figures = series::exported(&story, &lines, &claims);
    let links = link::links(&story, &groups, (&claims, &entities), &lines);
    story.count_sources((&groups, &entities), &mut claims, &links);
    DerivedClaims { claims, links, figures, entities: story.cast(&groups) }
}

/// The pairs of mentions of one story that are compared, by their ids, with what is compared of them: what the weights of the
/// comparison are fitted to (`training/claim_pairs.py`).
#[must_use]
pub fn compared(documents: &[&Document]) -> Vec<(String, String, Compared)> {
    StoryAnalysis::new(documents, &[], &EffectiveDecisions::default()).compared()
}
