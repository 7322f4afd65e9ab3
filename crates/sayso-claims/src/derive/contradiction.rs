//! Statements that deny what others say in the story, though their cue is neutral: "No ransom was paid, the charity said"
//! where somebody says that one was.

use sayso_read::Stance;

use super::analysis::StoryAnalysis;
use super::story_mention::{MentionKey, StoryMention};
use crate::claim::Sharing;
use crate::entity::EntityMatch;
use crate::work;

/// How much of what a negated statement says another must say for the one to deny the other.
const ABOUT: f64 = 0.75;

/// Stems that both must have: one in common is chance.
const LEAST_SHARED: usize = 2;

impl StoryAnalysis<'_> {
    /// Makes those statements denials.
    pub(super) fn find_contradictions(&mut self) {
        let sharing = self.sharing();
        let found: Vec<usize> = (0..self.attributed).filter(|index| self.contradicts(*index, &sharing)).collect();
        found.into_iter().for_each(|index| self.places[index].stance = Stance::Denies);
    }

    fn contradicts(&self, index: usize, sharing: &Sharing<MentionKey>) -> bool {
        let place = &self.places[index];
        let free = place.stance == Stance::Asserts && place.mention.negated && place.mention.decided.is_empty();
        let denied = |other: usize| {
            stands(&self.places[other])
                && is_about(place, &self.places[other])
                && matches!(self.entity_match(index, other), EntityMatch::Apart | EntityMatch::Open)
        };
        free && work::each(sharing.with(place.keys())).any(denied)
    }
}

/// Whether a statement is one to deny.
fn stands(place: &StoryMention) -> bool {
    matches!(place.stance, Stance::Asserts | Stance::Confirms) && !place.mention.negated
}

fn is_about(denial: &StoryMention, other: &StoryMention) -> bool {
    let (common, count) = denial.content.in_common(&other.content);
    count >= LEAST_SHARED && common >= ABOUT * denial.content.total()
}
