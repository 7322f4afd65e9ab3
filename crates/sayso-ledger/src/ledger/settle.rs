//! Settling: taking in what was added and decided since, and drawing the stories anew that it changes.
//!
//! Whoever writes or reads meanwhile waits for moments: documents are put among the others in short transactions, each
//! story is drawn from a view of the ledger that does not move, without a lock, and published in one more short
//! transaction. What came since stays on the list and is drawn next. Several programs may settle one ledger at once; what
//! two of them draw is published once.

use std::thread;
use std::time::Duration;

use super::Ledger;
use super::drawing::Draw;
use crate::draw::draw;
use crate::store::{DueNumber, Mark, StoreError};

/// Between two looks whether another program has drawn what it took upon itself.
pub(super) const PAUSE: Duration = Duration::from_millis(100);

/// How far settling has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Steps that are done: documents and decisions taken in, and what they change drawn.
    pub done: usize,
    /// Steps that there are.
    pub all: usize,
}

/// Which of the stories on the list are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// All.
    All,
    /// Those that are drawn in about a second.
    Small,
    /// The others.
    Large,
}

impl Ledger {
    /// Takes in all that is marked and draws all that is on the list, and tells how far it has come. What others add
    /// meanwhile is theirs to settle.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read or written; what was published until then stands, and whoever settles next goes on.
    pub fn settle(&mut self, told: impl FnMut(Progress)) -> Result<(), StoreError> {
        self.settle_with(&draw, told)
    }

    /// The same, with another way of drawing.
    pub(super) fn settle_with(&mut self, draw: Draw<'_>, mut told: impl FnMut(Progress)) -> Result<(), StoreError> {
        let marks = self.writer.marks()?.len();
        self.take_in(|done| told(Progress { done, all: marks * 2 }))?;
        let until = self.writer.last_due()?;
        let due = self.writer.count_due(until)?;
        let mut told = |left: usize| told(Progress { done: marks + due.saturating_sub(left), all: marks + due });
        while !self.draw_share(Share::All, (DueNumber::NONE, until), draw, &mut told)? {
            thread::sleep(PAUSE);
        }
        self.clear()
    }

    fn clear(&mut self) -> Result<(), StoreError> {
        match self.writer.clear_remains() {
            // Whoever settles next clears the file; what is settled can be read meanwhile.
            Err(StoreError::Busy(..)) => Ok(()),
            cleared => cleared,
        }
    }

    /// Draws a share of what came on the list after an entry: up to another where one is given; else all that is marked is
    /// taken in first. Gives whether it is done: what another program draws is left to it, and is to be looked at again.
    ///
    /// # Errors
    ///
    /// As [`Ledger::settle`].
    pub fn settle_share(
        &mut self,
        share: Share,
        after: DueNumber,
        until: Option<DueNumber>,
    ) -> Result<bool, StoreError> {
        if until.is_none() {
            self.take_in(|_| ())?;
        }
        let until = until.map_or_else(|| self.writer.last_due(), Ok)?;
        let is_done = self.draw_share(share, (after, until), &draw, &mut |_| ())?;
        if share != Share::Large {
            self.clear()?;
        }
        Ok(is_done)
    }

    /// Draws the stories that a decision changes, and no others.
    ///
    /// # Errors
    ///
    /// As [`Ledger::settle`].
    pub fn settle_decision(&mut self, decision: &str) -> Result<(), StoreError> {
        let starts = self.writer.due_by(decision)?;
        self.draw_of(&starts, &draw)
    }

    /// Draws the story of an article, where it is behind.
    ///
    /// # Errors
    ///
    /// As [`Ledger::settle`].
    pub fn settle_article(&mut self, article: &str) -> Result<(), StoreError> {
        let Some(sequence) = self.writer.sequence_of_printed(article)? else { return Ok(()) };
        self.take_in_these(&[Mark::Document(sequence)], |_| ())?;
        self.draw_of(&[sequence], &draw)
    }
}
