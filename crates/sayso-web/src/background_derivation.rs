//! Stories are derived while requests are answered: one thread for stories that are derived in about a second, one for the others.
//!
//! Whoever changes something is answered once it is recorded, and once it is derived where that is soon; until then pages
//! say that a story is behind.

use std::iter;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use sayso::ledger::ledger::{DocumentCache, RefreshScope};
use sayso::ledger::store::{QueueNumber, StoreError};
use sayso::ledger::{Ledger, View};
use tokio::sync::watch;

use crate::blocking::PATIENCE;

/// Until a large story is looked at again that another program derives.
const AGAIN: Duration = Duration::from_secs(1);

/// A call to derive what came on the list after an entry, up to another; without one, all that is recorded and not on the
/// list yet, too.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    number: u64,
    after: QueueNumber,
    until: Option<QueueNumber>,
}

impl Call {
    /// Whether something that it calls for is not derived yet.
    pub fn is_pending(self, view: &View<'_>) -> Result<bool, StoreError> {
        view.has_pending(self.after, self.until)
    }
}

/// What calls for stories to be derived, and hears how far it is.
pub struct Derivation {
    lanes: Vec<Sender<Call>>,
    called: AtomicU64,
    /// The last call after which all small stories were derived.
    answered: watch::Sender<u64>,
}

impl Derivation {
    /// Begins to derive a ledger's stories. The threads end with the value, or with the program: nothing is lost by that.
    pub fn begin(ledger: &Path) -> Self {
        let (answered, cache) = (watch::Sender::new(0), DocumentCache::default());
        let lanes = [(RefreshScope::Small, answered.clone()), (RefreshScope::Large, watch::Sender::new(0))];
        let lanes = lanes.map(|(share, answered)| {
            let (lane, calls) = channel();
            let (ledger, cache) = (ledger.to_owned(), cache.clone());
            thread::spawn(move || work((&ledger, &cache), share, &calls, &answered));
            lane
        });
        Self { lanes: lanes.into(), called: AtomicU64::new(0), answered }
    }

    /// Calls for what came on the list after an entry, up to another.
    pub fn call(&self, after: QueueNumber, until: Option<QueueNumber>) -> Call {
        let number = self.called.fetch_add(1, Ordering::SeqCst) + 1;
        let call = Call { number, after, until };
        for lane in &self.lanes {
            // A lane is there as long as its sender is.
            let _ = lane.send(call);
        }
        call
    }

    /// Calls for all that is recorded.
    pub fn call_for_all(&self) {
        self.call(QueueNumber::NONE, None);
    }

    /// Waits until the small stories of a call are derived.
    pub async fn small_derived(&self, call: Call) {
        let mut answered = self.answered.subscribe();
        let _ = answered.wait_for(|last| *last >= call.number).await;
    }
}

fn work(ledger: (&Path, &DocumentCache), share: RefreshScope, calls: &Receiver<Call>, answered: &watch::Sender<u64>) {
    let mut open: Vec<Call> = Vec::new();
    loop {
        let next = match open.is_empty() {
            true => calls.recv().map_err(|_| RecvTimeoutError::Disconnected),
            false => calls.recv_timeout(AGAIN),
        };
        match next {
            Ok(call) => open.extend(iter::once(call).chain(calls.try_iter())),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let last = open.iter().map(|call| call.number).max().unwrap_or_default();
        open.retain(|call| !is_done(ledger, share, *call));
        answered.send_modify(|known| *known = last.max(*known));
    }
}

/// Derives what is called for; whether it need not be looked at again soon.
fn is_done((ledger, cache): (&Path, &DocumentCache), share: RefreshScope, call: Call) -> bool {
    let derived = || -> Result<bool, StoreError> {
        let mut ledger = Ledger::open(ledger, PATIENCE)?.with_cache(cache);
        ledger.refresh_share(share, call.after, call.until)
    };
    match catch_unwind(AssertUnwindSafe(derived)) {
        Ok(Ok(is_done)) => is_done,
        Ok(Err(error)) => {
            eprintln!("Stories could not be derived; it is tried again: {error}");
            true
        }
        // A fault of the program's own, which is told where it happens, must not end the thread.
        Err(_) => true,
    }
}
