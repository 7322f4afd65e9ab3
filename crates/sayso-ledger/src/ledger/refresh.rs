//! Refreshing: taking in what was added and decided since, and deriving the stories anew that it changes.
//!
//! Whoever writes or reads meanwhile waits for moments: documents are put among the others in short transactions, each
//! story is derived from a view of the ledger that does not move, without a lock, and published in one more short
//! transaction. What came since stays on the list and is derived next. Several programs may refresh one ledger at once; what
//! two of them derive is published once.

use std::thread;
use std::time::Duration;

use super::Ledger;
use super::derivation::DeriveStory;
use crate::store::{PendingMark, QueueNumber, StoreError};
use crate::story_record::derive_story;

/// Between two looks whether another program has derived what it took upon itself.
pub(super) const PAUSE: Duration = Duration::from_millis(100);

/// How far refreshing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Steps that are done: documents and decisions taken in, and what they change derived.
    pub done: usize,
    /// Steps that there are.
    pub all: usize,
}

/// Which of the stories on the list are derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefreshScope {
    /// All.
    All,
    /// Those that are derived in about a second.
    Small,
    /// The others.
    Large,
}

impl Ledger {
    /// Takes in all that is marked and derives all that is on the list, and tells how far it has come. What others add
    /// meanwhile is theirs to refresh.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read or written; what was published until then stands, and whoever refreshes next goes on.
    /// Where a decision is about a mention by an id that several have: its story stays as it was, all others are derived.
    pub fn refresh(&mut self, progress: impl FnMut(Progress)) -> Result<(), StoreError> {
        self.refresh_with(&derive_story, progress)
    }

    /// The same, with another way of deriving.
    pub(super) fn refresh_with(
        &mut self,
        derive: DeriveStory<'_>,
        mut progress: impl FnMut(Progress),
    ) -> Result<(), StoreError> {
        let marks = self.writer.marks()?.len();
        self.ingest(|done| progress(Progress { done, all: marks * 2 }))?;
        let until = self.writer.last_queued()?;
        let queued = self.writer.count_queued(until)?;
        let mut progress =
            |left: usize| progress(Progress { done: marks + queued.saturating_sub(left), all: marks + queued });
        let derived = loop {
            match self.derive_share(RefreshScope::All, (QueueNumber::NONE, until), derive, &mut progress) {
                Ok(false) => thread::sleep(PAUSE),
                Ok(true) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        // What was removed goes, whatever became of the stories.
        derived.and(self.clear())
    }

    fn clear(&mut self) -> Result<(), StoreError> {
        match self.writer.clear_remains() {
            // Whoever refreshes next clears the file; what is refreshed can be read meanwhile.
            Err(StoreError::Busy(..)) => Ok(()),
            cleared => cleared,
        }
    }

    /// Derives a share of what came on the list after an entry: up to another where one is given; else all that is marked is
    /// taken in first. Gives whether it is done: what another program derives is left to it, and is to be looked at again.
    ///
    /// # Errors
    ///
    /// As [`Ledger::refresh`].
    pub fn refresh_share(
        &mut self,
        share: RefreshScope,
        after: QueueNumber,
        until: Option<QueueNumber>,
    ) -> Result<bool, StoreError> {
        if until.is_none() {
            self.ingest(|_| ())?;
        }
        let until = until.map_or_else(|| self.writer.last_queued(), Ok)?;
        let derived = self.derive_share(share, (after, until), &derive_story, &mut |_| ());
        let cleared = if share == RefreshScope::Large { Ok(()) } else { self.clear() };
        derived.and_then(|is_done| cleared.map(|()| is_done))
    }

    /// Derives the stories that a decision changes, and no others.
    ///
    /// # Errors
    ///
    /// As [`Ledger::refresh`].
    pub fn refresh_decision(&mut self, decision: &str) -> Result<(), StoreError> {
        let starts = self.writer.queued_by(decision)?;
        self.derive_stories_of(&starts, &derive_story)
    }

    /// Derives the story of an article, where it is behind.
    ///
    /// # Errors
    ///
    /// As [`Ledger::refresh`].
    pub fn refresh_article(&mut self, article: &str) -> Result<(), StoreError> {
        let Some(sequence) = self.writer.sequence_of_printed(article)? else { return Ok(()) };
        self.ingest_marks(&[PendingMark::Document(sequence)], |_| ())?;
        self.derive_stories_of(&[sequence], &derive_story)
    }
}
