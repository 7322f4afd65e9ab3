//! The ledger as a whole: read again when something was recorded, at most a few times a second.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use sayso::ledger::View;
use sayso::ledger::record::Brief;
use sayso::ledger::store::{Pending, Reader};

use crate::problem::Problem;

/// How long an overview is not looked at again. While much is derived, something is recorded with nearly every request.
const MOMENT: Duration = Duration::from_millis(200);

/// Of the time, the most that is spent on looking again: a quarter. An overview of 20,000 stories takes about 80 ms.
const SPARE: u32 = 3;

/// The ledger as a whole, at one moment.
#[derive(Debug)]
pub struct Overview {
    /// Changes whenever something is recorded.
    pub change: i64,
    /// How many articles and versions there are.
    pub documents: usize,
    /// A line a story, the one that moved last first.
    pub briefs: Vec<Brief>,
    /// What is recorded and in no story yet.
    pub pending: Option<Pending>,
    /// The stories that are behind, by id, each with what is not in it yet.
    pub behind: BTreeMap<String, Pending>,
    /// Where in them a story stands, by its id.
    places: HashMap<String, usize>,
}

impl Overview {
    fn of(view: &View<'_>, change: i64) -> Result<Self, Problem> {
        let briefs = view.briefs()?;
        let places = briefs.iter().enumerate().map(|(place, brief)| (brief.id.clone(), place)).collect();
        let (pending, behind) = (view.pending()?, view.pending_by_story()?);
        Ok(Self { change, documents: view.count()?, briefs, pending, behind, places })
    }

    /// The line of a story.
    pub fn brief(&self, story: &str) -> Option<&Brief> {
        self.places.get(story).and_then(|place| self.briefs.get(*place))
    }
}

/// The overview that was looked at last.
struct LastOverview {
    overview: Arc<Overview>,
    /// Until when it is fresh enough; nothing once something was changed here.
    until: Option<Instant>,
}

/// One reader that stays open, so that it notices what others record; and what it saw last.
pub struct KeptReader {
    reader: Mutex<Reader>,
    known: Mutex<Option<LastOverview>>,
    /// How often something was changed here.
    forgotten: AtomicU64,
}

impl KeptReader {
    /// Nothing is looked at yet.
    pub fn new(reader: Reader) -> Self {
        Self { reader: Mutex::new(reader), known: Mutex::default(), forgotten: AtomicU64::new(0) }
    }

    /// The overview, where it is fresh enough to be shown without a look.
    pub fn fresh(&self) -> Option<Arc<Overview>> {
        let known = self.known();
        let is_fresh = |known: &&LastOverview| known.until.is_some_and(|until| Instant::now() < until);
        known.as_ref().filter(is_fresh).map(|known| Arc::clone(&known.overview))
    }

    /// Whoever asks next is shown what is recorded by now.
    pub fn forget(&self) {
        self.forgotten.fetch_add(1, Ordering::SeqCst);
        if let Some(known) = self.known().as_mut() {
            known.until = None;
        }
    }

    /// Looks again; where somebody else does, what is known will do, unless something was changed here.
    pub fn look(&self) -> Result<Arc<Overview>, Problem> {
        let mut reader = match self.reader.try_lock() {
            Ok(reader) => reader,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => {
                if let Some(known) = self.shown() {
                    return Ok(known);
                }
                self.reader.lock().unwrap_or_else(PoisonError::into_inner)
            }
        };
        // Whoever waited finds what another has just looked at.
        match self.fresh() {
            Some(known) => Ok(known),
            None => self.looked(&mut reader),
        }
    }

    /// What was looked at last, however long ago, unless something was changed here since.
    fn shown(&self) -> Option<Arc<Overview>> {
        let known = self.known();
        known.as_ref().filter(|known| known.until.is_some()).map(|known| Arc::clone(&known.overview))
    }

    fn looked(&self, reader: &mut Reader) -> Result<Arc<Overview>, Problem> {
        let begun = Instant::now();
        let forgotten = self.forgotten.load(Ordering::SeqCst);
        let change = reader.change()?;
        let last = self.known().as_ref().map(|known| Arc::clone(&known.overview));
        let overview = match last.filter(|last| last.change == change) {
            Some(last) => last,
            None => Arc::new(Overview::of(&View::new(&*reader.snapshot()?), change)?),
        };
        let until = Instant::now() + MOMENT.max(begun.elapsed() * SPARE);
        let mut known = self.known();
        let holds = self.forgotten.load(Ordering::SeqCst) == forgotten;
        *known = Some(LastOverview { overview: Arc::clone(&overview), until: holds.then_some(until) });
        Ok(overview)
    }

    fn known(&self) -> MutexGuard<'_, Option<LastOverview>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::thread;

    use sayso::ledger::Ledger;

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(20);

    #[test]
    fn many_look_at_once_while_things_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger");
        drop(Ledger::open(&path, PATIENCE).unwrap());
        let kept = Arc::new(KeptReader::new(Reader::open(&path, PATIENCE).unwrap()));
        let (done, ends) = channel();
        for _ in 0..4 {
            let (kept, done) = (Arc::clone(&kept), done.clone());
            thread::spawn(move || {
                for _ in 0..100 {
                    kept.forget();
                    assert_eq!(kept.look().unwrap().documents, 0);
                }
                done.send(()).unwrap();
            });
        }
        for _ in 0..4 {
            ends.recv_timeout(PATIENCE).unwrap();
        }
        assert!(kept.shown().is_some());
        kept.forget();
        assert!(kept.fresh().is_none() && kept.shown().is_none());
    }
}
