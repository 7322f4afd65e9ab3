//! Settling: taking in what was added and decided since.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::Ledger;
use crate::Document;
use crate::decision::{About, Rulings};
use crate::draw::{Grouped, draw};
use crate::record::{Brief, StoryRecord, written};
use crate::store::{Batch, Conclusion, Mark, Sequence, Shelf, StoreError};
use crate::story::{Bonds, DocumentKey, Grouping, signature};

/// Documents that are taken in together: each story that they touch is then drawn once. No other program writes
/// meanwhile: seconds, in stories of a thousand articles.
const TOGETHER: usize = 128;

/// How far settling has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Marks that are taken in.
    pub done: usize,
    /// Marks that there were.
    pub all: usize,
}

impl Ledger {
    /// Takes in all that is marked, and tells how far it has come.
    pub fn settle(&mut self, mut told: impl FnMut(Progress)) -> Result<(), StoreError> {
        let all = self.writer.marks()?.len();
        let mut done = 0;
        loop {
            let batch = self.writer.batch()?;
            let open = batch.marks()?.into_iter().filter(|mark| !matches!(mark, Mark::Remains(_)));
            let marks: Vec<Mark> = open.take(TOGETHER).collect();
            if marks.is_empty() {
                break;
            }
            Settling::new(&batch)?.take_in(&marks)?;
            batch.settle(&marks)?;
            batch.commit()?;
            done += marks.len();
            told(Progress { done, all: all.max(done) });
        }
        match self.writer.clear_remains() {
            // Whoever settles next clears the file; what is settled can be read meanwhile.
            Err(StoreError::Busy(..)) => Ok(()),
            cleared => cleared,
        }
    }
}

/// What the marks of a batch touch.
#[derive(Default)]
struct Touched {
    /// Documents that are added, or were fetched earlier than was known.
    fresh: BTreeSet<DocumentKey>,
    /// Documents whose links were drawn anew.
    relinked: BTreeSet<DocumentKey>,
    /// Stories that a decision is about.
    stories: BTreeSet<String>,
}

/// What one batch of settling works with.
pub(super) struct Settling<'b> {
    batch: &'b Batch<'b>,
    rulings: Rulings,
}

impl<'b> Settling<'b> {
    pub(super) fn new(batch: &'b Batch<'b>) -> Result<Self, StoreError> {
        Ok(Self { batch, rulings: Rulings::of(&batch.decisions()?) })
    }

    fn take_in(&self, marks: &[Mark]) -> Result<(), StoreError> {
        let mut grouping = Grouping::new(Shelf::of_batch(self.batch));
        let mut touched = Touched::default();
        for mark in marks {
            match mark {
                Mark::Document(sequence) => self.group(&mut grouping, *sequence, &mut touched)?,
                Mark::Decision(id) => touched.stories.extend(self.decided(id)?),
                Mark::Story(key) => drop(touched.stories.insert(key.clone())),
                Mark::Remains(_) => {}
            }
        }
        self.redraw(&grouping, touched)
    }

    /// Takes a document off the shelf whose text was removed, and draws anew the story that it was in and those that it
    /// had to do with.
    pub(super) fn take_out(&self, key: &DocumentKey, story: Option<String>) -> Result<(), StoreError> {
        let mut grouping = Grouping::new(Shelf::of_batch(self.batch));
        let relinked = grouping.remove(key);
        grouping.index().failure()?;
        let stories = story.into_iter().collect();
        self.redraw(&grouping, Touched { relinked, stories, ..Touched::default() })
    }

    /// Puts a document on the shelf.
    fn group(
        &self,
        grouping: &mut Grouping<Shelf<'b>>,
        sequence: Sequence,
        touched: &mut Touched,
    ) -> Result<(), StoreError> {
        let Some(entry) = self.batch.entry(sequence)? else { return Ok(()) };
        let document = Document::new(entry);
        let key = DocumentKey::of(&document);
        touched.relinked.extend(grouping.add(&key, signature(&document)));
        touched.fresh.insert(key);
        grouping.index().failure()
    }

    /// The stories that a decision is about; one that undoes another is about what that one is about.
    fn decided(&self, id: &str) -> Result<Vec<String>, StoreError> {
        let mut stories = Vec::new();
        let mut next = self.batch.decision(id)?;
        let mut seen = BTreeSet::new();
        while let Some(decision) = next.filter(|decision| seen.insert(decision.id.clone())) {
            for article in &About::of(&decision).articles {
                if let Some(sequence) = self.batch.sequence_of_printed(article)? {
                    stories.extend(self.batch.story_of(sequence)?);
                }
            }
            next = decision.undoes.map(|undone| self.batch.decision(&undone)).transpose()?.flatten();
        }
        Ok(stories)
    }

    /// Draws the stories anew that changed, and withdraws those that are no more.
    fn redraw(&self, grouping: &Grouping<Shelf<'b>>, touched: Touched) -> Result<(), StoreError> {
        let Touched { fresh, relinked, stories: decided } = touched;
        let mut open: BTreeSet<DocumentKey> = fresh.union(&relinked).cloned().collect();
        let mut before = decided.clone();
        for key in &open {
            if let Some(sequence) = self.batch.sequence_of_printed(&key.id)? {
                before.extend(self.batch.story_of(sequence)?);
            }
        }
        for story in &before {
            open.extend(self.keys_of(story)?);
        }
        while let Some(key) = open.pop_first() {
            let bonds = grouping.bonds(&key);
            grouping.index().failure()?;
            open.retain(|other| bonds.keys.binary_search(other).is_err());
            let id = bonds.id();
            let changed = decided.contains(&id) || bonds.keys.iter().any(|key| fresh.contains(key));
            let digest = digest(&bonds);
            if changed || self.batch.digest(&id)?.as_ref() != Some(&digest) {
                self.conclude(grouping, &bonds, &digest)?;
            }
            before.remove(&id);
        }
        before.iter().try_for_each(|story| self.batch.withdraw(story))
    }

    /// The documents that a story had when it was drawn, but for those that were removed since.
    fn keys_of(&self, story: &str) -> Result<Vec<DocumentKey>, StoreError> {
        let mut keys = Vec::new();
        for sequence in self.batch.documents_of(story)? {
            if self.batch.removed(sequence)?.is_some() {
                continue;
            }
            let card = self.batch.card(sequence)?;
            keys.extend(card.map(|card| DocumentKey { at: card.published, id: card.id.to_string() }));
        }
        Ok(keys)
    }

    fn conclude(&self, grouping: &Grouping<Shelf<'b>>, bonds: &Bonds, digest: &[u8]) -> Result<(), StoreError> {
        let mut sequences = Vec::new();
        let mut documents = Vec::new();
        let story = grouping.told(bonds);
        grouping.index().failure()?;
        for id in story.articles() {
            let Some(sequence) = self.batch.sequence_of_printed(id)? else { continue };
            documents.extend(self.batch.entry(sequence)?.map(Document::new));
            sequences.push(sequence);
        }
        let because: BTreeMap<String, String> =
            story.joined.iter().map(|joined| (joined.article.clone(), joined.to_string())).collect();
        let grouped = Grouped { id: story.id.clone(), name: story.name.clone(), because, related: Vec::new() };
        let record = draw(grouped, &documents, &self.rulings);
        self.keep(&record, &sequences, digest)
    }

    fn keep(&self, record: &StoryRecord, documents: &[Sequence], digest: &[u8]) -> Result<(), StoreError> {
        let written = written(record);
        let brief = serde_json::to_string(&Brief::of(record)).unwrap_or_default();
        let claims = &record.claims;
        let ids: Vec<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
        let mentions: Vec<&str> =
            claims.iter().flat_map(|claim| claim.mentions.iter().map(|mention| mention.id.as_str())).collect();
        let names: Vec<&str> = claims.iter().flat_map(|claim| claim.speakers.iter().map(String::as_str)).collect();
        self.batch.conclude(&Conclusion {
            story: &record.id,
            digest,
            brief: &brief,
            record: &written,
            documents,
            claims: &ids,
            mentions: &mentions,
            speakers: &names,
        })
    }
}

/// Of what a story is drawn from, people's decisions aside: the same where nothing joined, left or was linked otherwise.
fn digest(bonds: &Bonds) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut take = |key: &DocumentKey| {
        hash.update(key.id.len().to_le_bytes());
        hash.update(&key.id);
    };
    bonds.keys.iter().for_each(&mut take);
    bonds.links.iter().flat_map(|(key, to)| [key, to]).for_each(&mut take);
    hash.finalize().to_vec()
}
