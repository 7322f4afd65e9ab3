//! Live updates: an open page is told that the ledger changed, and offers to show it.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use tokio::time::{Instant, MissedTickBehavior, interval};
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use crate::desk::Desk;
use crate::routes::Shared;

/// How often the ledger is looked at for what other programs record.
const PERIOD: Duration = Duration::from_secs(2);

/// How long something may wait to be drawn while nothing is recorded: then whoever was to draw it was stopped.
const LEFT: Duration = Duration::from_secs(30);

/// `GET /events`: the number of the last change, and each later one.
pub async fn events(State(desk): Shared) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = WatchStream::new(desk.changes.subscribe());
    Sse::new(changes.map(|change| Ok(Event::default().data(change.to_string())))).keep_alive(KeepAlive::default())
}

/// Notices what is recorded, and draws what others left, for as long as the desk is open.
pub async fn watch(desk: Arc<Desk>) {
    let mut ticks = interval(PERIOD);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    desk.drawing.call_for_all();
    let mut still: Option<(i64, Instant)> = None;
    loop {
        let now = ticks.tick().await;
        // A ledger that cannot be read now is told of by the next page.
        let Ok(overview) = desk.overview().await else { continue };
        let (change, since) = still.filter(|(change, _)| *change == overview.change).unwrap_or((overview.change, now));
        let is_left = overview.pending.is_some() && now.duration_since(since) >= LEFT;
        if is_left {
            desk.drawing.call_for_all();
        }
        still = Some((change, if is_left { now } else { since }));
    }
}
