//! Deriving: from one unmoving view of the ledger, without a lock; then published in one transaction, where nobody else has
//! published any of it meanwhile.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::DocumentCache;
use super::affected::{AffectedStories, LEASE};
use crate::Document;
use crate::decision::EffectiveDecisions;
use crate::decision_log::{AmbiguousMention, DecisionLog};
use crate::record::{Brief, StoryRecord, encode};
use crate::store::{Batch, Compressed, Generation, GroupingState, NewStory, QueueNumber, Reader, Sequence, StoreError};
use crate::story::{Grouping, StoryLinks};
use crate::story_record::StoryGroup;

/// Attributions that a small story has at most.
const SMALL_ATTRIBUTIONS: usize = 1_500;

/// Derives a story's record; tests put others in its place.
pub(super) type DeriveStory<'d> = &'d dyn Fn(StoryGroup, &[Document], &EffectiveDecisions) -> StoryRecord;

/// From where the material comes: a view of the ledger, what is grouped in it, and what is known of its documents.
pub(super) type DerivationView<'s> = (&'s Reader, &'s Grouping<GroupingState<'s>>, &'s DocumentCache);

/// All that one story is derived from.
pub(super) struct StoryInput {
    grouped: StoryGroup,
    documents: Vec<Document>,
    sequences: Vec<Sequence>,
    digest: Vec<u8>,
}

/// Affected stories, with the material of those of its stories that are to be derived.
pub(super) struct DerivationPlan {
    affected: AffectedStories,
    material: Vec<StoryInput>,
    generation: Generation,
    /// Whether deriving it takes more than a second.
    pub is_large: bool,
    /// Stories that stay as they were derived.
    kept: BTreeSet<String>,
}

/// A story that is derived, as it will be kept: making that takes longer than recording it.
struct DerivedStory {
    id: String,
    digest: Vec<u8>,
    brief: String,
    record: Compressed,
    sequences: Vec<Sequence>,
    claims: Vec<String>,
    mentions: Vec<String>,
    speakers: Vec<String>,
}

/// Affected stories that cannot be derived: they stay on the list, as they were derived last.
pub(super) struct FailedDerivation {
    pub why: AmbiguousMention,
    /// What this program took upon itself of them.
    queued: Vec<QueueNumber>,
}

/// Affected stories that are derived.
pub(super) struct Publication {
    plan: DerivationPlan,
    derived: Vec<DerivedStory>,
}

impl DerivationPlan {
    /// Loads what is needed for deriving affected stories.
    pub(super) fn new(from: DerivationView<'_>, affected: AffectedStories) -> Result<Self, StoreError> {
        let (reader, ..) = from;
        let (mut material, mut kept) = (Vec::new(), BTreeSet::new());
        for (story_links, is_certain) in &affected.stories {
            let (id, digest) = (story_links.id(), digest(story_links));
            if !is_certain && reader.digest(&id)?.as_ref() == Some(&digest) {
                kept.insert(id);
            } else {
                material.push(StoryInput::of(from, story_links, digest)?);
            }
        }
        let documents = material.iter().flat_map(|material| &material.documents);
        let attributions: usize = documents.map(|document| document.entry.record.attributions.len()).sum();
        let is_large = attributions > SMALL_ATTRIBUTIONS || affected.is_large(reader)?;
        Ok(Self { affected, material, kept, is_large, generation: reader.generation()? })
    }

    /// Takes it upon this program to derive it; `false` where another has derived some of it since it was looked at, or took it.
    pub(super) fn take(&self, batch: &Batch<'_>) -> Result<bool, StoreError> {
        for number in &self.affected.queued {
            match batch.lease_of(*number)? {
                Some(until) if until <= self.affected.leased_until => {}
                _ => return Ok(false),
            }
        }
        batch.set_lease(&self.affected.queued, Some(Timestamp::now() + LEASE))?;
        Ok(true)
    }

    /// Derives it.
    ///
    /// # Errors
    ///
    /// Where a decision is about a mention by an id that several have.
    pub(super) fn derived(
        mut self,
        decisions: &DecisionLog,
        derive: DeriveStory<'_>,
    ) -> Result<Publication, FailedDerivation> {
        let stories = std::mem::take(&mut self.material).into_iter();
        match stories.map(|story| DerivedStory::of(story, decisions, derive)).collect() {
            Ok(derived) => Ok(Publication { derived, plan: self }),
            Err(why) => {
                let queued = if self.is_large { self.affected.queued } else { Vec::new() };
                Err(FailedDerivation { why, queued })
            }
        }
    }
}

impl FailedDerivation {
    /// Leaves to others what this program took upon itself.
    pub(super) fn give_back(&self, batch: &Batch<'_>) -> Result<(), StoreError> {
        batch.set_lease(&self.queued, None)
    }
}

impl StoryInput {
    fn of(
        (reader, grouping, cache): DerivationView<'_>,
        story_links: &StoryLinks,
        digest: Vec<u8>,
    ) -> Result<Self, StoreError> {
        let story = grouping.story_of(story_links)?;
        let mut sequences = Vec::new();
        for id in story.articles() {
            sequences.extend(reader.sequence_of_printed(id)?);
        }
        let documents = cache.documents(reader, &sequences)?;
        Ok(Self { grouped: story.into(), documents, sequences, digest })
    }
}

impl DerivedStory {
    fn of(material: StoryInput, decisions: &DecisionLog, derive: DeriveStory<'_>) -> Result<Self, AmbiguousMention> {
        let StoryInput { grouped, documents, sequences, digest } = material;
        let record = derive(grouped, &documents, &decisions.for_documents(&documents)?);
        let mentions = record.claims.iter().flat_map(|claim| &claim.mentions);
        Ok(Self {
            digest,
            sequences,
            brief: serde_json::to_string(&Brief::of(&record))
                .expect("a brief is made of texts and numbers, which JSON has"),
            record: Compressed::of(&encode(&record)),
            mentions: mentions.map(|mention| mention.id.clone()).collect(),
            claims: record.claims.iter().map(|claim| claim.id.clone()).collect(),
            speakers: record.claims.iter().flat_map(|claim| claim.speakers.iter().cloned()).collect(),
            id: record.id,
        })
    }

    fn keep(&self, batch: &Batch<'_>) -> Result<(), StoreError> {
        batch.put_story(&NewStory {
            story: &self.id,
            digest: &self.digest,
            brief: &self.brief,
            record: &self.record,
            documents: &self.sequences,
            claims: &borrowed(&self.claims),
            mentions: &borrowed(&self.mentions),
            speakers: &borrowed(&self.speakers),
        })
    }
}

impl Publication {
    /// Publishes it; `false`, and it is not published, where somebody else has published or removed something of it since
    /// its view was taken: then what they left undone is still on the list.
    pub(super) fn publish(&self, batch: &Batch<'_>) -> Result<bool, StoreError> {
        let DerivationPlan { affected, kept, is_large, .. } = &self.plan;
        if !self.holds(batch)? {
            if *is_large {
                batch.set_lease(&affected.queued, None)?;
            }
            return Ok(false);
        }
        let new: BTreeSet<&str> = self.derived.iter().map(|derived| derived.id.as_str()).collect();
        for story in affected.derived().into_iter().filter(|story| !new.contains(story) && !kept.contains(*story)) {
            batch.delete_story(story)?;
            if let Some(other) = new.first() {
                batch.move_queued(story, other)?;
            }
        }
        self.derived.iter().try_for_each(|derived| derived.keep(batch))?;
        batch.dequeue(&affected.queued)?;
        batch.mark(&affected.strays)?;
        Ok(true)
    }

    /// Whether all that was seen still stands.
    fn holds(&self, batch: &Batch<'_>) -> Result<bool, StoreError> {
        let DerivationPlan { affected, generation, .. } = &self.plan;
        for (document, before) in &affected.before {
            if batch.edition_with(*document)? != *before || batch.removed(*document)?.is_some() {
                return Ok(false);
            }
        }
        Ok(batch.generation()? == *generation)
    }
}

fn borrowed(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}

/// Of what a story is derived from, people's decisions aside: the same where nothing joined, left or was linked otherwise.
fn digest(story_links: &StoryLinks) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut take = |key: &crate::story::DocumentKey| {
        hash.update(key.id.len().to_le_bytes());
        hash.update(&key.id);
    };
    story_links.keys.iter().for_each(&mut take);
    story_links.links.iter().flat_map(|(key, to)| [key, to]).for_each(&mut take);
    hash.finalize().to_vec()
}
