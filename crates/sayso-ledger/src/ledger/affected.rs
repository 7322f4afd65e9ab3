//! What is derived together: stories as they hold together now, and as they were derived last, that have documents in common.
//!
//! A story that was split is withdrawn in the same transaction in which all its parts are published, and two that were
//! merged are withdrawn when the one is: nobody ever sees an article in two stories, or in none.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use super::ingest::key_of;
use crate::store::{Edition, GroupingState, PendingMark, QueueEntry, QueueNumber, Reader, Sequence, StoreError};
use crate::story::{DocumentKey, Grouping, StoryLinks};

/// What a small story has at most: it is derived in about a second, at 10 ms an article.
const SMALL_DOCUMENTS: usize = 64;
const SMALL_BYTES: usize = 256 << 10;

/// How long a program has to derive a large story that it took upon itself, before another does it too.
pub(super) const LEASE: SignedDuration = SignedDuration::from_secs(60);

/// Stories that have documents in common, now and before, with what is known of them at one moment.
#[derive(Default)]
pub(super) struct AffectedStories {
    /// The stories as they hold together now, and whether each is derived anew even where it holds together as it did.
    pub stories: Vec<(StoryLinks, bool)>,
    /// Their documents.
    pub documents: BTreeMap<DocumentKey, Sequence>,
    /// The story that each document was in, and its edition.
    pub before: BTreeMap<Sequence, Option<(String, Edition)>>,
    /// The entries of the list that are answered.
    pub queued: Vec<QueueNumber>,
    /// Until when other programs have taken it upon themselves to derive it.
    pub leased_until: Option<Timestamp>,
    /// Documents that were in a story and are not among the others, which only damage explains: they are taken in again.
    pub strays: Vec<PendingMark>,
}

impl AffectedStories {
    /// All that has to do with the story of a document.
    pub(super) fn of(
        reader: &Reader,
        grouping: &Grouping<GroupingState<'_>>,
        document: Sequence,
    ) -> Result<Self, StoreError> {
        let mut affected = Self::default();
        let mut open: BTreeSet<DocumentKey> = key_of(reader, document)?.into_iter().collect();
        let mut stories = BTreeSet::new();
        while let Some(key) = open.pop_first() {
            if affected.documents.contains_key(&key) {
                continue;
            }
            if grouping.neighbourhood(&key)?.is_none() {
                affected.stray(reader, &key)?;
                continue;
            }
            let story_links = grouping.story_links(&key)?;
            for story in affected.take(reader, story_links)? {
                if stories.insert(story.clone()) {
                    open.extend(keys_of(reader, &story)?);
                }
            }
        }
        Ok(affected)
    }

    /// Takes a story in; gives those that its documents were in.
    fn take(&mut self, reader: &Reader, story_links: StoryLinks) -> Result<BTreeSet<String>, StoreError> {
        let mut stories = BTreeSet::new();
        let mut is_certain = false;
        for key in &story_links.keys {
            let Some(sequence) = reader.sequence_of_printed(&key.id)? else { continue };
            let before = reader.edition_with(sequence)?;
            stories.extend(before.as_ref().map(|(story, _)| story.clone()));
            self.before.insert(sequence, before);
            self.documents.insert(key.clone(), sequence);
            is_certain |= self.add_queued(reader.queued_for(sequence)?);
        }
        self.stories.push((story_links, is_certain));
        Ok(stories)
    }

    fn add_queued(&mut self, queued: Vec<QueueEntry>) -> bool {
        self.queued.extend(queued.iter().map(|queued| queued.number));
        self.leased_until = queued.iter().filter_map(|queued| queued.leased_until).chain(self.leased_until).max();
        queued.iter().any(|queued| queued.is_certain)
    }

    fn stray(&mut self, reader: &Reader, key: &DocumentKey) -> Result<(), StoreError> {
        let Some(sequence) = reader.sequence_of_printed(&key.id)? else { return Ok(()) };
        self.add_queued(reader.queued_for(sequence)?);
        if reader.story_of(sequence)?.is_some() && reader.removed(sequence)?.is_none() {
            self.strays.push(PendingMark::Document(sequence));
        }
        Ok(())
    }

    /// Whether it takes more than a second to derive, by how much there is of its documents.
    pub(super) fn is_large(&self, reader: &Reader) -> Result<bool, StoreError> {
        let sum = |sum: usize, document: &Sequence| Ok::<_, StoreError>(sum.saturating_add(reader.stored(*document)?));
        Ok(self.documents.len() > SMALL_DOCUMENTS || self.documents.values().try_fold(0, sum)? > SMALL_BYTES)
    }

    /// Whether another program derives it. Where that was stopped, or the clock was set back, it is for others again soon.
    pub(super) fn is_taken(&self, now: Timestamp) -> bool {
        self.leased_until.is_some_and(|until| now < until && until <= now + LEASE)
    }

    /// The stories that were derived before, by id.
    pub(super) fn derived(&self) -> BTreeSet<&str> {
        self.before.values().flatten().map(|(story, _)| story.as_str()).collect()
    }
}

/// The documents that a story had when it was derived.
fn keys_of(reader: &Reader, story: &str) -> Result<Vec<DocumentKey>, StoreError> {
    let mut keys = Vec::new();
    for sequence in reader.documents_of(story)? {
        keys.extend(key_of(reader, sequence)?);
    }
    Ok(keys)
}
