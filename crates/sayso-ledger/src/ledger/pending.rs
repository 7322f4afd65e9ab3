//! How far the stories are behind what is recorded.

use std::collections::BTreeMap;

use super::View;
use crate::store::{Pending, QueueNumber, StoreError};

impl View<'_> {
    /// Whether nothing was added, decided or removed that the stories, or the file, do not have yet.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn is_current(&self) -> Result<bool, StoreError> {
        Ok(self.reader.nothing_waits()? && self.reader.marks()?.is_empty())
    }

    /// What is recorded and in no story yet; nothing where every story is derived from all that there is.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn pending(&self) -> Result<Option<Pending>, StoreError> {
        self.reader.pending()
    }

    /// The entry of the list of stories to be derived that came last.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn last_queued(&self) -> Result<QueueNumber, StoreError> {
        self.reader.last_queued()
    }

    /// Whether something that came on the list of stories to be derived after an entry, and up to another where one is given,
    /// is not derived yet.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn has_pending(&self, after: QueueNumber, until: Option<QueueNumber>) -> Result<bool, StoreError> {
        let until = until.map_or_else(|| self.reader.last_queued(), Ok)?;
        Ok(!self.reader.queued_after(after, until, 1)?.is_empty())
    }

    /// The stories that are behind, by id, each with what is not in it yet.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn pending_by_story(&self) -> Result<BTreeMap<String, Pending>, StoreError> {
        let mut pending_by_story = BTreeMap::new();
        for story in self.reader.stories_pending()? {
            pending_by_story.extend(self.pending_of(&story)?.map(|pending| (story, pending)));
        }
        Ok(pending_by_story)
    }

    /// What is recorded and not in a story yet that it belongs to, by the story's id.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn pending_of(&self, story: &str) -> Result<Option<Pending>, StoreError> {
        self.reader.pending_of(story)
    }

    /// The number up to which every document is in a story; 0 in an empty ledger.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn last_placed(&self) -> Result<i64, StoreError> {
        self.reader.last_placed()
    }
}
