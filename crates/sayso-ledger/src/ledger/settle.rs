//! Settling: taking in what was added and decided since, and drawing the stories anew that it changes.
//!
//! Whoever writes or reads meanwhile waits for moments: documents are put among the others in short transactions, each
//! story is drawn from a view of the ledger that does not move, without a lock, and published in one more short
//! transaction. What came since stays on the list and is drawn next. Several programs may settle one ledger at once; what
//! two of them draw is published once.

use std::collections::BTreeSet;

use super::Ledger;
use super::drawing::{Draw, Plan, Publication};
use super::family::Family;
use crate::decision::Rulings;
use crate::draw::draw;
use crate::store::{DueNumber, Mark, Sequence, Shelf, StoreError};
use crate::story::Grouping;

/// Documents of stories that are published together: a new ledger of thousands of small stories would otherwise wait for
/// the disk thousands of times.
const TOGETHER: usize = 64;

/// Entries of the list that are looked at together.
const PICKED: usize = 256;

/// What a small story has at most: it is drawn in about a second (10 ms an article, 1.1 s for 2,000 speakers).
const SMALL_DOCUMENTS: usize = 64;
const SMALL_BYTES: usize = 256 << 10;
const SMALL_ATTRIBUTIONS: usize = 1_500;

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

/// What is drawn next, and where on the list to go on.
struct Round {
    plans: Vec<Plan>,
    rulings: Rulings,
    last: DueNumber,
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
        self.draw_share(Share::All, (DueNumber::NONE, until), draw, |left| {
            told(Progress { done: marks + due.saturating_sub(left), all: marks + due });
        })?;
        self.clear()
    }

    fn clear(&mut self) -> Result<(), StoreError> {
        match self.writer.clear_remains() {
            // Whoever settles next clears the file; what is settled can be read meanwhile.
            Err(StoreError::Busy(..)) => Ok(()),
            cleared => cleared,
        }
    }

    /// Takes in all that is marked and draws a share of what is on the list now; what came on it after an entry is drawn
    /// before all else.
    ///
    /// # Errors
    ///
    /// As [`Ledger::settle`].
    pub fn settle_share(&mut self, share: Share, first: DueNumber) -> Result<(), StoreError> {
        let until = self.writer.last_due()?;
        self.draw_share(share, (first, until), &draw, |_| ())?;
        self.take_in(|_| ())?;
        let until = self.writer.last_due()?;
        self.draw_share(share, (DueNumber::NONE, until), &draw, |_| ())?;
        if share == Share::Large { Ok(()) } else { self.clear() }
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

    /// Draws what came on the list after an entry and up to another; `told` is told how much of it is left.
    pub(super) fn draw_share(
        &mut self,
        share: Share,
        (first, until): (DueNumber, DueNumber),
        draw: Draw<'_>,
        mut told: impl FnMut(usize),
    ) -> Result<(), StoreError> {
        let (mut after, mut lost) = (first, false);
        loop {
            match self.round(share, after, until)? {
                Some(round) => {
                    after = round.last;
                    lost |= !self.publish(round, draw)?;
                    told(self.writer.count_due(until)?);
                }
                // What was lost to another program's publication is looked at again.
                None if lost => (after, lost) = (first, false),
                None => return Ok(()),
            }
        }
    }

    /// What to draw next, as the ledger stands now; nothing where the list is done with.
    fn round(&mut self, share: Share, after: DueNumber, until: DueNumber) -> Result<Option<Round>, StoreError> {
        let view = self.writer.snapshot()?;
        let picked = view.due_after(after, until, PICKED)?;
        let Some(mut last) = picked.last().map(|due| due.number) else { return Ok(None) };
        let grouping = Grouping::new(Shelf::of_reader(&view));
        let (mut seen, mut plans, mut documents) = (BTreeSet::new(), Vec::new(), 0);
        let mut before = after;
        for due in picked {
            if seen.insert(due.document) {
                let family = Family::of(&view, &grouping, due.document)?;
                seen.extend(family.documents.values().copied());
                documents += family.documents.len();
                if documents > TOGETHER && !plans.is_empty() {
                    last = before;
                    break;
                }
                plans.extend(share.of(&view, &grouping, family)?);
            }
            before = due.number;
        }
        let rulings = if plans.is_empty() { Rulings::default() } else { Rulings::of(&view.decisions()?) };
        Ok(Some(Round { plans, rulings, last }))
    }

    /// Draws and publishes; whether all of it could be published.
    fn publish(&mut self, round: Round, draw: Draw<'_>) -> Result<bool, StoreError> {
        let Round { plans, rulings, .. } = round;
        if plans.is_empty() {
            return Ok(true);
        }
        let drawn: Vec<Publication> = plans.into_iter().map(|plan| plan.drawn(&rulings, draw)).collect();
        let batch = self.writer.batch()?;
        let mut whole = true;
        for publication in drawn {
            whole &= publication.publish(&batch)?;
        }
        batch.commit()?;
        Ok(whole)
    }

    /// Draws the stories of some documents.
    fn draw_of(&mut self, starts: &[Sequence], draw: Draw<'_>) -> Result<(), StoreError> {
        for start in starts {
            while let Some(round) = self.round_of(*start)? {
                if self.publish(round, draw)? {
                    break;
                }
            }
        }
        Ok(())
    }

    /// The story of a document, where it is on the list.
    fn round_of(&mut self, start: Sequence) -> Result<Option<Round>, StoreError> {
        let view = self.writer.snapshot()?;
        let grouping = Grouping::new(Shelf::of_reader(&view));
        let family = Family::of(&view, &grouping, start)?;
        if family.due.is_empty() {
            return Ok(None);
        }
        let plans = vec![Plan::new(&view, &grouping, family)?];
        Ok(Some(Round { plans, rulings: Rulings::of(&view.decisions()?), last: DueNumber::NONE }))
    }
}

impl Share {
    /// The plan of a family that is of this share.
    fn of(
        self,
        view: &crate::store::Reader,
        grouping: &Grouping<Shelf<'_>>,
        family: Family,
    ) -> Result<Option<Plan>, StoreError> {
        let is_small = family.documents.len() <= SMALL_DOCUMENTS && family.stored(view)? <= SMALL_BYTES;
        if self == Self::Small && !is_small {
            return Ok(None);
        }
        let plan = Plan::new(view, grouping, family)?;
        let is_small = is_small && plan.attributions() <= SMALL_ATTRIBUTIONS;
        Ok((self == Self::All || is_small == (self == Self::Small)).then_some(plan))
    }
}
