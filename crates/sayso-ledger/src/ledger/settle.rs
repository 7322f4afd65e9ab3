//! Settling: taking in what was added and decided since.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::Ledger;
use crate::Document;
use crate::decision::{About, Rulings};
use crate::draw::{Grouped, draw};
use crate::record::StoryRecord;
use crate::store::{Batch, Conclusion, Mark, Sequence, Shelf, StoreError};
use crate::story::{DocumentKey, Grouping, Story, signature};

/// Documents that are taken in together: each story that they touch is then drawn once.
const TOGETHER: usize = 512;

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
            let marks: Vec<Mark> = batch.marks()?.into_iter().take(TOGETHER).collect();
            if marks.is_empty() {
                return Ok(());
            }
            Settling::new(&batch)?.take_in(&marks)?;
            batch.settle(&marks)?;
            batch.commit()?;
            done += marks.len();
            told(Progress { done, all: all.max(done) });
        }
    }
}

/// What one batch of settling works with.
struct Settling<'b> {
    batch: &'b Batch<'b>,
    rulings: Rulings,
}

impl<'b> Settling<'b> {
    fn new(batch: &'b Batch<'b>) -> Result<Self, StoreError> {
        Ok(Self { batch, rulings: Rulings::of(&batch.decisions()?) })
    }

    fn take_in(&self, marks: &[Mark]) -> Result<(), StoreError> {
        let mut grouping = Grouping::new(Shelf::of_batch(self.batch));
        let mut touched: BTreeSet<DocumentKey> = BTreeSet::new();
        let mut stories: BTreeSet<String> = BTreeSet::new();
        for mark in marks {
            match mark {
                Mark::Document(sequence) => touched.extend(self.group(&mut grouping, *sequence)?),
                Mark::Decision(id) => stories.extend(self.decided(id)?),
                Mark::Story(key) => drop(stories.insert(key.clone())),
            }
        }
        self.redraw(&grouping, touched, stories)
    }

    /// Puts a document on the shelf; gives the documents whose links are drawn anew.
    fn group(
        &self,
        grouping: &mut Grouping<Shelf<'b>>,
        sequence: Sequence,
    ) -> Result<BTreeSet<DocumentKey>, StoreError> {
        let Some(entry) = self.batch.entry(sequence)? else { return Ok(BTreeSet::new()) };
        let document = Document::new(entry);
        let key = DocumentKey::of(&document);
        let mut again = grouping.add(&key, signature(&document));
        grouping.index().failure()?;
        again.insert(key);
        Ok(again)
    }

    /// The stories that a decision is about.
    fn decided(&self, id: &str) -> Result<Vec<String>, StoreError> {
        let Some(decision) = self.batch.decision(id)? else { return Ok(Vec::new()) };
        let undone = decision.undoes.as_deref().map(|undone| self.batch.decision(undone)).transpose()?.flatten();
        let mut stories = Vec::new();
        for decision in undone.iter().chain([&decision]) {
            let about = serde_json::from_value::<About>(decision.detail.clone()).unwrap_or_default();
            for article in &about.articles {
                if let Some(sequence) = self.batch.sequence_of_printed(article)? {
                    stories.extend(self.batch.story_of(sequence)?);
                }
            }
        }
        Ok(stories)
    }

    /// Draws the stories anew that documents are in, and those that they or a decision touched before.
    fn redraw(
        &self,
        grouping: &Grouping<Shelf<'b>>,
        touched: BTreeSet<DocumentKey>,
        mut stories: BTreeSet<String>,
    ) -> Result<(), StoreError> {
        for key in &touched {
            if let Some(sequence) = self.batch.sequence_of_printed(&key.id)? {
                stories.extend(self.batch.story_of(sequence)?);
            }
        }
        let mut open = touched;
        for story in &stories {
            for sequence in self.batch.documents_of(story)? {
                if let Some(card) = self.batch.card(sequence)? {
                    open.insert(DocumentKey { at: card.published, id: card.id.to_string() });
                }
            }
            self.batch.withdraw(story)?;
        }
        while let Some(key) = open.pop_first() {
            let story = grouping.story(&key);
            grouping.index().failure()?;
            open.retain(|other| story.keys.binary_search(other).is_err());
            self.conclude(&story)?;
        }
        Ok(())
    }

    fn conclude(&self, story: &Story) -> Result<(), StoreError> {
        let mut sequences = Vec::new();
        let mut documents = Vec::new();
        for id in story.articles() {
            let Some(sequence) = self.batch.sequence_of_printed(id)? else { continue };
            documents.extend(self.batch.entry(sequence)?.map(Document::new));
            sequences.push(sequence);
        }
        let because: BTreeMap<String, String> =
            story.joined.iter().map(|joined| (joined.article.clone(), joined.to_string())).collect();
        let grouped = Grouped { id: story.id.clone(), name: story.name.clone(), because, related: Vec::new() };
        let record = draw(grouped, &documents, &self.rulings);
        self.keep(&record, &sequences)
    }

    fn keep(&self, record: &StoryRecord, documents: &[Sequence]) -> Result<(), StoreError> {
        let json = serde_json::to_string(record).unwrap_or_default();
        let claims = &record.claims;
        let ids: Vec<&str> = claims.iter().map(|claim| claim.id.as_str()).collect();
        let mentions: Vec<&str> =
            claims.iter().flat_map(|claim| claim.mentions.iter().map(|mention| mention.id.as_str())).collect();
        let names: Vec<&str> = claims.iter().flat_map(|claim| claim.speakers.iter().map(String::as_str)).collect();
        self.batch.conclude(&Conclusion {
            story: &record.id,
            digest: &Sha256::digest(json.as_bytes()),
            json: &json,
            documents,
            claims: &ids,
            mentions: &mentions,
            speakers: &names,
        })
    }
}
