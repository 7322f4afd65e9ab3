//! Drawing goes on beside the requests: one thread for stories that are drawn in about a second, one for the others.
//!
//! Whoever changes something is answered once it is recorded, and once it is drawn where that is soon; until then pages
//! say that a story is behind.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use sayso::ledger::Ledger;
use sayso::ledger::ledger::Share;
use sayso::ledger::store::DueNumber;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use crate::desk::{Desk, PATIENCE};

/// How long whoever changed something is kept waiting for its being drawn.
const SOON: Duration = Duration::from_secs(1);

/// Between two looks whether a large story is drawn.
const PAUSE: Duration = Duration::from_millis(100);

/// A call to draw: what came on the list after an entry is drawn first.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    number: u64,
    first: DueNumber,
}

/// What calls for drawing, and hears how far it is.
pub struct Drawing {
    lanes: Vec<Sender<Call>>,
    called: watch::Sender<u64>,
    /// The last call after which all small stories were drawn.
    answered: watch::Sender<u64>,
}

impl Drawing {
    /// Begins drawing in a ledger. The threads end with the value, or with the program: nothing is lost by that.
    pub fn begin(ledger: &Path) -> Self {
        let answered = watch::Sender::new(0);
        let lanes = [(Share::Small, answered.clone()), (Share::Large, watch::Sender::new(0))];
        let lanes = lanes.map(|(share, answered)| {
            let (lane, calls) = channel();
            let ledger = ledger.to_owned();
            thread::spawn(move || work(&ledger, share, &calls, &answered));
            lane
        });
        Self { lanes: lanes.into(), called: watch::Sender::new(0), answered }
    }

    /// Calls for what is on the list.
    pub fn call(&self, first: DueNumber) -> Call {
        let mut number = 0;
        self.called.send_modify(|last| {
            *last += 1;
            number = *last;
        });
        let call = Call { number, first };
        for lane in &self.lanes {
            // A lane is there as long as its sender is.
            let _ = lane.send(call);
        }
        call
    }

    /// Waits until what is called for is drawn, or until a second is over.
    pub async fn drawn(desk: &Arc<Desk>, call: Call) {
        let _ = timeout(SOON, desk.drawing.is_drawn(desk, call)).await;
    }

    async fn is_drawn(&self, desk: &Arc<Desk>, Call { number, first }: Call) {
        let mut answered = self.answered.subscribe();
        let _ = answered.wait_for(|last| *last >= number).await;
        while desk.look(move |view| Ok(view.is_behind_since(first)?)).await.unwrap_or(false) {
            sleep(PAUSE).await;
        }
    }
}

fn work(ledger: &Path, share: Share, calls: &Receiver<Call>, answered: &watch::Sender<u64>) {
    while let Ok(mut call) = calls.recv() {
        for other in calls.try_iter() {
            call = Call { number: other.number, first: call.first.min(other.first) };
        }
        let drawn = || Ledger::open(ledger, PATIENCE).and_then(|mut ledger| ledger.settle_share(share, call.first));
        // A fault of the program's own, which is told where it happens, must not end the thread.
        if let Ok(Err(error)) = catch_unwind(AssertUnwindSafe(drawn)) {
            eprintln!("Stories could not be drawn; it is tried again: {error}");
        }
        answered.send_replace(call.number);
    }
}
