//! A mention among the others of its story, with all that is compared of it.

use std::ops::Deref;
use std::sync::Arc;

use sayso_read::Stance;

use super::features::MentionFeatures;
use crate::claim::{Stem, Weighed};
use crate::entity::EntityId;

/// Everything known of one mention.
pub(crate) struct StoryMention {
    /// The document, by its index in the story.
    pub(crate) document: usize,
    pub(super) features: Arc<MentionFeatures>,
    pub(crate) content: Weighed,
    /// What its source does with it, where what the story has is in view.
    pub(crate) stance: Stance,
    /// Whose it is.
    pub(crate) entities: Vec<EntityId>,
    /// The same for all mentions of the same entities.
    pub(super) sources: usize,
    /// The outlets between the article and the source, nearest first, under their full names.
    pub(crate) via: Vec<String>,
    /// Whether the words stand in a passage copied from another outlet.
    pub(crate) copied: bool,
}

impl Deref for StoryMention {
    type Target = MentionFeatures;

    fn deref(&self) -> &MentionFeatures {
        &self.features
    }
}

/// What two mentions that say the same have in common, one at the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum MentionKey {
    /// A word.
    Stem(Stem),
    /// The bits of a number.
    Figure(u64),
}

impl StoryMention {
    /// What it can have in common with another.
    pub(crate) fn keys(&self) -> impl Iterator<Item = MentionKey> {
        let figure =
            self.measured.main().and_then(|main| main.number()).map(|number| MentionKey::Figure(number.to_bits()));
        self.content.stems().iter().copied().map(MentionKey::Stem).chain(figure)
    }
}
