//! By way of whom: what a speaker told an outlet once in an article, the rest of the same talk came by, too, by whatever
//! name the article goes on to call the speaker.

use std::collections::HashMap;

use super::story_mention::StoryMention;
use crate::entity::EntityId;
use crate::{Document, work};

/// For each speaker of a document the mentions with the outlets that they came by, by their places, in order.
type Ways = HashMap<(usize, EntityId), Vec<usize>>;

/// Gives the outlets that a speaker of an article told to those of the speaker's words for which none is told, nor
/// another medium: those told last before, or first behind.
pub(super) fn carry_on(documents: &[&Document], places: &mut [StoryMention]) {
    let mut ways = Ways::new();
    for (at, place) in work::each(places.iter().enumerate()).filter(|(_, place)| !place.mention.via.is_empty()) {
        if let Some(speaker) = speaker(place) {
            ways.entry(speaker).or_default().push(at);
        }
    }
    for at in 0..places.len() {
        let place = &places[at];
        let told = speaker(place).filter(|_| is_open(documents[place.document], place)).and_then(|one| ways.get(&one));
        let behind = told.map_or(0, |told| told.partition_point(|other| *other < at));
        let way = told.and_then(|told| told.get(behind.saturating_sub(1)));
        if let Some(way) = way {
            places[at].via = places[*way].via.clone();
        }
    }
}

/// The one speaker of a mention, in its document.
fn speaker(place: &StoryMention) -> Option<(usize, EntityId)> {
    let [speaker] = place.entities[..] else { return None };
    Some((place.document, speaker))
}

/// Whether nothing is told of how a mention came into its article.
fn is_open(document: &Document, place: &StoryMention) -> bool {
    let attribution = place.mention.attribution.and_then(|index| document.entry.record.attributions.get(index));
    place.via.is_empty() && attribution.is_some_and(|attribution| attribution.medium.is_empty())
}
