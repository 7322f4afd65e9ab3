//! Going through the list of stories to be derived, some stories at a time: what is derived together is published together.

use std::collections::BTreeSet;
use std::thread;

use jiff::Timestamp;

use super::Ledger;
use super::affected::AffectedStories;
use super::derivation::{DerivationPlan, DerivationView, DeriveStory, FailedDerivation, Publication};
use super::refresh::{PAUSE, RefreshScope};
use crate::decision_log::{AmbiguousMention, DecisionLog};
use crate::store::{GroupingState, QueueNumber, Reader, Sequence, StoreError};
use crate::story::Grouping;

/// Documents of stories that are published together: a new ledger of thousands of small stories would otherwise wait for
/// the disk thousands of times.
const TOGETHER: usize = 64;

/// Entries of the list that are looked at together.
const PICKED: usize = 256;

/// What is derived next, and where on the list to go on.
#[derive(Default)]
struct WorkItem {
    plans: Vec<DerivationPlan>,
    decisions: DecisionLog,
    last: QueueNumber,
    /// Whether some was left to another program.
    is_left: bool,
}

/// What became of what was derived together.
struct Published {
    end: End,
    /// The first story that could not be derived, and why: it stays on the list, and holds up no other.
    failed: Option<AmbiguousMention>,
}

/// How publishing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// It is published.
    Published,
    /// Some of it was published or removed by others meanwhile, and is looked at again.
    Lost,
    /// Some is left to another program that derives it.
    Left,
}

impl Ledger {
    /// Derives what came on the list after an entry and up to another; `progress` is told how much of it is left. Whether it is
    /// done, but for what another program derives. A story that cannot be derived is an error once the others are.
    pub(super) fn derive_share(
        &mut self,
        share: RefreshScope,
        (first, until): (QueueNumber, QueueNumber),
        derive: DeriveStory<'_>,
        progress: &mut dyn FnMut(usize),
    ) -> Result<bool, StoreError> {
        let (mut after, mut is_lost, mut is_left, mut failed) = (first, false, false, None);
        loop {
            match self.item(share, after, until)? {
                Some(item) => {
                    after = item.last;
                    let published = self.publish(item, derive)?;
                    is_lost |= published.end == End::Lost;
                    is_left |= published.end == End::Left;
                    failed = failed.or(published.failed);
                    progress(self.writer.count_queued(until)?);
                }
                // What was lost to another program's publication is looked at again.
                None if is_lost => (after, is_lost, is_left) = (first, false, false),
                None => return failed.map_or(Ok(!is_left), |failed| Err(failed.into())),
            }
        }
    }

    /// What to derive next, as the ledger stands now; nothing where the list is done with.
    fn item(
        &mut self,
        share: RefreshScope,
        after: QueueNumber,
        until: QueueNumber,
    ) -> Result<Option<WorkItem>, StoreError> {
        let view = self.writer.snapshot()?;
        let picked = view.queued_after(after, until, PICKED)?;
        let Some(last) = picked.last().map(|queued| queued.number) else { return Ok(None) };
        let mut item = WorkItem { last, ..WorkItem::default() };
        let grouping = Grouping::new(GroupingState::of_reader(&view));
        let (mut seen, mut documents, mut before) = (BTreeSet::new(), 0, after);
        for queued in picked {
            if seen.insert(queued.document) {
                let affected = AffectedStories::of(&view, &grouping, queued.document)?;
                seen.extend(affected.documents.values().copied());
                documents += affected.documents.len();
                if documents > TOGETHER && !item.plans.is_empty() {
                    item.last = before;
                    break;
                }
                item.take(share, (&view, &grouping, &self.cache), affected)?;
            }
            before = queued.number;
        }
        item.load_decisions(&view)?;
        Ok(Some(item))
    }

    /// Derives and publishes.
    fn publish(&mut self, item: WorkItem, derive: DeriveStory<'_>) -> Result<Published, StoreError> {
        let WorkItem { plans, decisions, is_left, .. } = item;
        let left = if is_left { End::Left } else { End::Published };
        if plans.is_empty() {
            return Ok(Published { end: left, failed: None });
        }
        if plans.iter().any(|plan| plan.is_large) {
            let batch = self.writer.batch()?;
            for plan in plans.iter().filter(|plan| plan.is_large) {
                if !plan.take(&batch)? {
                    return Ok(Published { end: End::Lost, failed: None });
                }
            }
            batch.commit()?;
        }
        let (mut derived, mut failed): (Vec<Publication>, Vec<FailedDerivation>) = (Vec::new(), Vec::new());
        for plan in plans {
            match plan.derived(&decisions, derive) {
                Ok(publication) => derived.push(publication),
                Err(failure) => failed.push(failure),
            }
        }
        let batch = self.writer.batch()?;
        let mut whole = true;
        for publication in derived {
            whole &= publication.publish(&batch)?;
        }
        failed.iter().try_for_each(|failure| failure.give_back(&batch))?;
        batch.commit()?;
        let failed = failed.into_iter().next().map(|failure| failure.why);
        Ok(Published { end: if whole { left } else { End::Lost }, failed })
    }

    /// Derives the stories of some documents.
    pub(super) fn derive_stories_of(&mut self, starts: &[Sequence], derive: DeriveStory<'_>) -> Result<(), StoreError> {
        for start in starts {
            while let Some(item) = self.item_of(*start)? {
                let Published { end, failed } = self.publish(item, derive)?;
                match (end, failed) {
                    (End::Lost, _) => {}
                    (_, Some(failed)) => return Err(failed.into()),
                    (End::Published, None) => break,
                    (End::Left, None) => thread::sleep(PAUSE),
                }
            }
        }
        Ok(())
    }

    /// The story of a document, where it is on the list.
    fn item_of(&mut self, start: Sequence) -> Result<Option<WorkItem>, StoreError> {
        let view = self.writer.snapshot()?;
        let grouping = Grouping::new(GroupingState::of_reader(&view));
        let affected = AffectedStories::of(&view, &grouping, start)?;
        if affected.queued.is_empty() {
            return Ok(None);
        }
        let mut item = WorkItem::default();
        item.take(RefreshScope::All, (&view, &grouping, &self.cache), affected)?;
        item.load_decisions(&view)?;
        Ok(Some(item))
    }
}

impl WorkItem {
    /// Takes affected stories in, where it is of a share and no other program derives it.
    fn take(
        &mut self,
        share: RefreshScope,
        from: DerivationView<'_>,
        affected: AffectedStories,
    ) -> Result<(), StoreError> {
        let (view, ..) = from;
        if share == RefreshScope::Small && affected.is_large(view)? {
            return Ok(());
        }
        if affected.is_taken(Timestamp::now()) {
            self.is_left |= share != RefreshScope::Small;
            return Ok(());
        }
        let plan = DerivationPlan::new(from, affected)?;
        if share == RefreshScope::All || plan.is_large == (share == RefreshScope::Large) {
            self.plans.push(plan);
        }
        Ok(())
    }

    /// With people's decisions, where something is derived.
    fn load_decisions(&mut self, view: &Reader) -> Result<(), StoreError> {
        if !self.plans.is_empty() {
            self.decisions = DecisionLog::new(view.decisions()?);
        }
        Ok(())
    }
}
