//! Taking in what is marked: documents are put among the others, and the stories that change are put on the list of
//! those to be derived. Nothing is derived here, so that others who write wait for moments.

use std::collections::{BTreeMap, BTreeSet};

use super::Ledger;
use crate::Document;
use crate::store::{Batch, Cause, GroupingState, PendingMark, Reader, Sequence, StoreError, give_way};
use crate::story::{DocumentKey, Grouping, Index, Signature, Tie, signature};

/// Documents that are put among the others in one transaction: about 60 ms, at 4 ms each.
const TOGETHER: usize = 16;

/// A mark, with what is made of a document before the ledger is locked.
enum Ready {
    Document(Sequence, Option<Box<(DocumentKey, Signature)>>),
    Decision(String),
    Story(String),
}

impl Ledger {
    /// Takes in what is marked; `progress` is told how many marks are taken in, time and again.
    pub(super) fn ingest(&mut self, progress: impl FnMut(usize)) -> Result<(), StoreError> {
        let open = self.writer.marks()?.into_iter().filter(|mark| !matches!(mark, PendingMark::Remains(_)));
        self.ingest_marks(&open.collect::<Vec<_>>(), progress)
    }

    /// The same of some marks; those that are not set are passed over.
    pub(super) fn ingest_marks(
        &mut self,
        open: &[PendingMark],
        mut progress: impl FnMut(usize),
    ) -> Result<(), StoreError> {
        let mut done = 0;
        for marks in open.chunks(TOGETHER) {
            let marks: Vec<PendingMark> = self.still_set(marks)?;
            if marks.is_empty() {
                continue;
            }
            let ready = marks.iter().map(|mark| self.ready(mark)).collect::<Result<Vec<_>, StoreError>>()?;
            let batch = self.writer.batch()?;
            // Another program may have taken some of them in meanwhile.
            let mut still = Vec::new();
            for (mark, ready) in marks.iter().zip(ready) {
                if batch.is_marked(mark)? {
                    still.extend(ready);
                }
            }
            Ingestion::new(&batch).all(still)?;
            batch.clear_marks(&marks)?;
            batch.commit()?;
            give_way();
            done += marks.len();
            progress(done);
        }
        Ok(())
    }

    fn still_set(&self, marks: &[PendingMark]) -> Result<Vec<PendingMark>, StoreError> {
        let mut set = Vec::new();
        for mark in marks {
            if self.writer.is_marked(mark)? {
                set.push(mark.clone());
            }
        }
        Ok(set)
    }

    fn ready(&self, mark: &PendingMark) -> Result<Option<Ready>, StoreError> {
        Ok(match mark {
            PendingMark::Document(sequence) => {
                let document = self.writer.entry(*sequence)?.map(Document::new);
                let keyed = document.map(|document| Box::new((DocumentKey::of(&document), signature(&document))));
                Some(Ready::Document(*sequence, keyed))
            }
            PendingMark::Decision(id) => Some(Ready::Decision(id.clone())),
            PendingMark::Story(key) => Some(Ready::Story(key.clone())),
            PendingMark::Remains(_) => None,
        })
    }
}

/// What one transaction of taking in works with.
pub(super) struct Ingestion<'b> {
    batch: &'b Batch<'b>,
    grouping: Grouping<GroupingState<'b>>,
    /// What the list gets.
    queued: BTreeSet<(Sequence, Cause)>,
}

impl<'b> Ingestion<'b> {
    pub(super) fn new(batch: &'b Batch<'b>) -> Self {
        Self { batch, grouping: Grouping::new(GroupingState::of_batch(batch)), queued: BTreeSet::new() }
    }

    fn all(mut self, ready: Vec<Ready>) -> Result<(), StoreError> {
        for ready in ready {
            match ready {
                Ready::Document(sequence, Some(keyed)) => self.document(sequence, keyed.0, keyed.1)?,
                Ready::Document(_, None) => {}
                Ready::Decision(id) => self.decision(&id)?,
                Ready::Story(key) => self.queued.extend(first_of(self.batch, &key)?.map(|first| (first, Cause::Asked))),
            }
        }
        self.call()
    }

    fn document(&mut self, sequence: Sequence, key: DocumentKey, signature: Signature) -> Result<(), StoreError> {
        if self.batch.removed(sequence)?.is_some() {
            return Ok(());
        }
        let relinked = self.grouping.add(&key, signature)?;
        self.queued.insert((sequence, Cause::Fresh));
        self.relinked(relinked)
    }

    fn relinked(&mut self, keys: BTreeSet<DocumentKey>) -> Result<(), StoreError> {
        for key in keys {
            let sequence = self.batch.sequence_of_printed(&key.id)?;
            self.queued.extend(sequence.map(|sequence| (sequence, Cause::Linked)));
        }
        Ok(())
    }

    /// A decision that is recorded in the same transaction.
    pub(super) fn decided(mut self, id: &str) -> Result<(), StoreError> {
        self.decision(id)?;
        self.call()
    }

    /// Takes a document whose text was removed away from the others.
    pub(super) fn removed(self, sequence: Sequence, key: &DocumentKey, decision: &str) -> Result<(), StoreError> {
        self.taken_out(sequence, key, &Cause::Decided(decision.to_owned()))
    }

    /// The same where a document was read again: it is marked, and put among the others when it is taken in.
    pub(super) fn read_again(self, sequence: Sequence, key: &DocumentKey) -> Result<(), StoreError> {
        self.taken_out(sequence, key, &Cause::Linked)
    }

    /// Takes a document off the shelf, withdraws the story that had its words, and puts on the list what that was and what
    /// it had to do with.
    fn taken_out(mut self, sequence: Sequence, key: &DocumentKey, cause: &Cause) -> Result<(), StoreError> {
        let relinked = self.grouping.remove(key)?;
        self.relinked(relinked)?;
        self.batch.dequeue_document(sequence)?;
        if let Some(story) = self.batch.story_of(sequence)? {
            let rest = self.batch.documents_of(&story)?.into_iter().filter(|other| *other != sequence);
            self.queued.extend(rest.map(|other| (other, cause.clone())));
            self.batch.delete_story(&story)?;
        }
        self.call()
    }

    /// One document of each story that a decision is about; one that undoes another is about what that one is about.
    fn decision(&mut self, id: &str) -> Result<(), StoreError> {
        let mut next = self.batch.decision(id)?;
        let mut seen = BTreeSet::new();
        let mut stories = BTreeSet::new();
        while let Some(decision) = next.filter(|decision| seen.insert(decision.id.clone())) {
            for article in &decision.detail.articles {
                let Some(sequence) = self.batch.sequence_of_printed(article)? else { continue };
                let story = self.batch.story_of(sequence)?;
                if story.is_none_or(|story| stories.insert(story)) {
                    self.queued.insert((sequence, Cause::Decided(id.to_owned())));
                }
            }
            next = decision.undoes.map(|undone| self.batch.decision(&undone)).transpose()?.flatten();
        }
        Ok(())
    }

    fn call(&self) -> Result<(), StoreError> {
        let mut headings = BTreeMap::new();
        for (sequence, cause) in &self.queued {
            let story = self.heading(*sequence, &mut headings)?;
            self.batch.enqueue(*sequence, cause, story.as_deref())?;
        }
        Ok(())
    }

    /// The story, as it was derived last, that a document is in or will join; `known` has those of documents that were
    /// looked at before.
    fn heading(
        &self,
        sequence: Sequence,
        known: &mut BTreeMap<DocumentKey, Option<String>>,
    ) -> Result<Option<String>, StoreError> {
        if let Some(story) = self.batch.story_of(sequence)? {
            return Ok(Some(story));
        }
        let mut open: Vec<DocumentKey> = key_of(self.batch, sequence)?.into_iter().collect();
        let mut seen = BTreeSet::new();
        let mut found = None;
        while let Some(key) = open.pop() {
            found = match known.get(&key) {
                Some(story) => story.clone(),
                None => story_with(self.batch, &key)?,
            };
            if found.is_some() || known.contains_key(&key) {
                break;
            }
            let index = self.grouping.index();
            let tied = [self.grouping.links(&key)?, index.tied_from(Tie::Link, &key)?];
            open.extend(tied.into_iter().flatten().filter(|other| !seen.contains(other)));
            seen.insert(key);
        }
        known.extend(seen.into_iter().map(|key| (key, found.clone())));
        Ok(found)
    }
}

/// The key of a document.
pub(super) fn key_of(reader: &Reader, sequence: Sequence) -> Result<Option<DocumentKey>, StoreError> {
    let card = reader.card(sequence)?;
    Ok(card.map(|card| DocumentKey { at: card.published, id: card.id.to_string() }))
}

fn story_with(reader: &Reader, key: &DocumentKey) -> Result<Option<String>, StoreError> {
    let sequence = reader.sequence_of_printed(&key.id)?;
    sequence.map_or(Ok(None), |sequence| reader.story_of(sequence))
}

fn first_of(reader: &Reader, story: &str) -> Result<Option<Sequence>, StoreError> {
    Ok(reader.documents_of(story)?.into_iter().next())
}
