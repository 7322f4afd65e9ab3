//! Steps, one after another, as the clock allows.

use std::thread;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use sayso_watch::{Event, StateError, Watch, WatchStep};

use super::recorder::derive;
use crate::failure::Failure;
use crate::ledger_file::LedgerFile;

/// How long a round waits for a site that is to be left alone; one that wants longer is visited in the next.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_secs(60);

/// How long is slept at once, so that a machine that was asleep itself goes on soon.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// How long it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounds {
    /// Until nothing is due.
    One,
    /// Until it is stopped.
    Endless,
}

/// Watches; gives how many visits failed.
pub fn watch(
    watch: &mut Watch<'_>,
    file: &LedgerFile,
    rounds: Rounds,
    mut tell: impl FnMut(&Event) -> Result<(), Failure>,
) -> Result<usize, Failure> {
    let (mut failures, mut is_derived) = (0, true);
    let told = |error: StateError| Failure::unread(error);
    loop {
        let now = Timestamp::now();
        let until = match watch.step(now).map_err(told)? {
            WatchStep::Did(event) => {
                failures += usize::from(event.is_failure);
                is_derived &= !event.has_recorded;
                tell(&event)?;
                continue;
            }
            // A site's own pause is too short to put what came into stories.
            WatchStep::Pause(until) if until.duration_since(now) <= LONGEST_PAUSE => {
                sleep(until);
                continue;
            }
            WatchStep::Pause(until) => Some(until),
            WatchStep::Idle(until) => until,
        };
        if !is_derived {
            derive(file)?;
            is_derived = true;
        }
        match until.filter(|_| rounds == Rounds::Endless) {
            Some(until) => sleep(until),
            None => return Ok(failures),
        }
    }
}

/// Sleeps until an instant, or a part of the way.
fn sleep(until: Timestamp) {
    let left = until.duration_since(Timestamp::now());
    thread::sleep(Duration::try_from(left).unwrap_or_default().min(LONGEST_SLEEP));
}
