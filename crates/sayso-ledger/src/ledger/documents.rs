//! Looking documents up: by id, address and words, and what is left of those whose text was removed.

use std::collections::BTreeSet;

use sayso_read::Id;

use super::View;
use crate::document::instant;
use crate::record::StoryRecord;
use crate::store::{Hit, Query, Removed, StoreError};
use crate::version::address;
use crate::{Document, Entry};

/// A document that a search found.
#[derive(Debug)]
pub struct SearchResult {
    /// Where the words stand.
    pub hit: Hit,
    /// The document.
    pub entry: Entry,
    /// The story that it is in.
    pub story: Option<String>,
}

impl View<'_> {
    /// The documents of a story's articles, of at most so many: where there are more, those that came out first.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn documents_of(&self, story: &StoryRecord, most: usize) -> Result<Vec<Document>, StoreError> {
        let mut documents = Vec::new();
        for article in story.articles.iter().take(most) {
            documents.extend(self.document(&article.id.to_string())?.map(Document::new));
        }
        Ok(documents)
    }

    /// The documents that were added after one, by its number: each with its own number, its id as it is printed and its
    /// story.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn added_after(&self, number: i64) -> Result<Vec<(i64, String, String)>, StoreError> {
        self.reader.placed_after(number)
    }

    /// The documents that have the words.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn search(&self, query: &Query<'_>) -> Result<Vec<SearchResult>, StoreError> {
        let mut found = Vec::new();
        for hit in self.reader.search(query)? {
            if let Some(entry) = self.reader.entry(hit.sequence)? {
                let story = self.reader.story_of(hit.sequence)?;
                found.push(SearchResult { hit, entry, story });
            }
        }
        Ok(found)
    }

    /// The ids of the stories that have an article under an address.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stories_at(&self, url: &str) -> Result<BTreeSet<String>, StoreError> {
        let Some(address) = address(url) else { return Ok(BTreeSet::new()) };
        let mut stories = BTreeSet::new();
        for sequence in self.reader.at_address(address.as_str())? {
            stories.extend(self.reader.story_of(sequence)?);
        }
        Ok(stories)
    }

    /// The versions of an article under an address, the earliest first.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn documents_at(&self, url: &str) -> Result<Vec<Entry>, StoreError> {
        let Some(address) = address(url) else { return Ok(Vec::new()) };
        let mut entries = Vec::new();
        for sequence in self.reader.at_address(address.as_str())? {
            entries.extend(self.reader.entry(sequence)?);
        }
        let at = |entry: &Entry| {
            let known = [&entry.seen, &entry.published].into_iter().find_map(|written| instant(written.as_deref()?));
            (entry.version, known)
        };
        entries.sort_by_key(at);
        Ok(entries)
    }

    /// A document by its id as printed; nothing where its text was removed.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn document(&self, id: &str) -> Result<Option<Entry>, StoreError> {
        let sequence = self.reader.sequence_of_printed(id)?;
        sequence.map(|sequence| self.reader.entry(sequence)).transpose().map(Option::flatten)
    }

    /// What is left of an article whose text was removed, by its id as printed.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn removed(&self, id: &str) -> Result<Option<Removed>, StoreError> {
        let sequence = self.reader.sequence_of_printed(id)?;
        sequence.map(|sequence| self.reader.removed(sequence)).transpose().map(Option::flatten)
    }

    /// What is left of every article whose text was removed.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn all_removed(&self) -> Result<Vec<Removed>, StoreError> {
        self.reader.all_removed()
    }

    /// Whether a document with this id and text is recorded: it need not be read again.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn has(&self, id: &Id, text: &str) -> Result<bool, StoreError> {
        let Some(sequence) = self.reader.sequence_of(id)? else { return Ok(false) };
        Ok(self.reader.entry(sequence)?.is_some_and(|entry| entry.record.text == text))
    }

    /// How many documents there are.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn count(&self) -> Result<usize, StoreError> {
        self.reader.count()
    }
}
