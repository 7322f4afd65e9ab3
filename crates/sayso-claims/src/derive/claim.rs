//! A claim's words, and where it came from.

use sayso_read::Stance;
use sayso_text::Span;

use super::analysis::StoryAnalysis;
use super::most_common::most_common;
use super::story_mention::StoryMention;
use crate::claim::Weighed;
use crate::entity::EntityId;
use crate::origin::{self, Route};
use crate::record::{Claim, ClaimMention, Origin};

/// Bytes of a sentence before a part of it up to which the part is told with them: a list of thousands is told by its
/// parts.
const LONGEST_HEAD: usize = 1_000;

impl StoryAnalysis<'_> {
    pub(super) fn claim(&self, group: &[usize], entities: &[EntityId]) -> Claim {
        let first = group[0];
        let places: Vec<&StoryMention> = group.iter().map(|index| &self.places[*index]).collect();
        let routes: Vec<Route<'_>> = places.iter().map(|place| self.route(place)).collect();
        let first_hand = origin::first_hand(&routes);
        let clearest = self.clearest(group);
        let spoken_by = self.spoken_by(group, entities);
        let (role, source_type) = self.capacity(group);
        Claim {
            id: self.id(first),
            gist: self.gist(clearest),
            stance: most_common(places.iter().map(|place| place.stance)).unwrap_or(Stance::Asserts),
            certainty: places
                .iter()
                .map(|place| place.mention.certainty)
                .min()
                .unwrap_or(self.places[first].mention.certainty),
            mentions: group.iter().map(|index| self.mention(*index)).collect(),
            origin: Origin { article: self.documents[places[0].document].id().clone(), named: origin::named(&routes) },
            first_hand: first_hand.len(),
            sources: 0,
            because: self.reasons(group, &routes, &first_hand),
            speakers: spoken_by.iter().map(|speaker| speaker.name.clone()).collect(),
            spoken_by,
            role,
            source_type,
            probability: 0.0,
            shown_first: false,
            sources_are: Vec::new(),
            first_hand_are: first_hand.iter().map(|outlet| (*outlet).to_owned()).collect(),
        }
    }

    fn route<'p>(&'p self, place: &'p StoryMention) -> Route<'p> {
        Route {
            outlet: self.documents[place.document].outlet().unwrap_or_default(),
            via: &place.via,
            copied: place.copied,
            unsourced: place.mention.own,
        }
    }

    /// The words of a mention; those of a part ('including 500 officers') from the head of its sentence on.
    fn gist(&self, index: usize) -> String {
        let place = &self.places[index];
        let text = &self.documents[place.document].text;
        let whole = text.span(place.mention.sentence.start(), place.mention.span.end());
        match whole.filter(|whole| !place.mention.finite && whole.len() <= LONGEST_HEAD + place.mention.span.len()) {
            Some(whole) => text.slice(whole).trim_matches(['"', '“', '‘', ' ', ',']).to_owned(),
            None => self.words(index).to_owned(),
        }
    }

    /// The mention most like the others of its claim; the earliest of several.
    fn clearest(&self, group: &[usize]) -> usize {
        let contents: Vec<&Weighed> = group.iter().map(|index| &self.places[*index].content).collect();
        let best = group
            .iter()
            .copied()
            .zip(Weighed::centralities(&contents))
            .reduce(|best, next| if next.1 > best.1 + 1e-9 { next } else { best });
        best.map_or(group[0], |(index, _)| index)
    }

    fn mention(&self, index: usize) -> ClaimMention {
        let place = &self.places[index];
        let document = self.documents[place.document];
        let (start, end) = document.text.code_points(place.mention.span);
        let written = |spans: &[Span]| {
            let words: Vec<&str> = spans.iter().map(|span| document.text.slice(*span)).collect();
            Some(words.join(" … ")).filter(|words| !words.is_empty())
        };
        let attribution = place.mention.attribution.and_then(|index| document.entry.record.attributions.get(index));
        ClaimMention {
            id: self.id(index),
            article: document.id().clone(),
            start,
            end,
            source: written(&place.mention.source),
            cue: written(&place.mention.cue),
            via: place.via.clone(),
            attribution: attribution.map(|attribution| attribution.id.clone()),
            source_at: place.mention.source.iter().map(|span| document.text.code_points(*span)).collect(),
        }
    }
}
