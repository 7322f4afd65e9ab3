//! Live updates: an open page asks whether the ledger has changed since it was made, and offers to show it.
//!
//! It asks again and again, shortly, and nothing is held open meanwhile: the connections of a browser to a desk are few,
//! and all its pages, those that it keeps for going back included, share them.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sayso::ledger::View;
use sayso::ledger::store::Reader;
use serde_json::json;
use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::blocking::blocking;
use crate::desk::{Desk, Shared};
use crate::health::Health;
use crate::problem::Problem;
use crate::response::told;

/// How often the ledger is looked at for what other programs record.
const PERIOD: Duration = Duration::from_secs(2);

/// How long something may wait to be derived while nothing is recorded: then whoever was to derive it was stopped.
const LEFT: Duration = Duration::from_secs(30);

/// `GET /change.json`: the last change, or that it is still the one that a page was made after (`If-None-Match`). It costs
/// no look at the ledger.
pub async fn change(State(desk): Shared, headers: HeaderMap) -> Response {
    match known(&desk).await {
        Ok(change) => {
            let tag = desk.change_tag(change);
            let fields = [(header::ETAG, format!("\"{tag}\""))];
            if is_known(&headers, &fields[0].1) {
                return (StatusCode::NOT_MODIFIED, fields).into_response();
            }
            (fields, Json(json!({"change": tag}))).into_response()
        }
        Err(problem) => told(Err(problem)),
    }
}

/// The last change that was noticed; none has this number before the first look.
async fn known(desk: &Arc<Desk>) -> Result<i64, Problem> {
    let known = *desk.changes.borrow();
    if known == 0 { desk.overview().await.map(|overview| overview.change) } else { Ok(known) }
}

/// Whether a tag is among those that come along (RFC 9110, 13.1.2).
fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|line| line.to_str().ok());
    let mut known = lines.flat_map(|line| line.split(',')).map(str::trim);
    known.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

/// Notices what is recorded, and whether the ledger can be read, and derives what others left, for as long as the desk is open.
pub async fn watch(desk: Arc<Desk>, health: Arc<Health>) {
    let mut ticks = interval(PERIOD);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    desk.derivation.call_for_all();
    let mut still: Option<(i64, Instant)> = None;
    loop {
        let now = ticks.tick().await;
        let overview = desk.overview().await;
        health.note(overview.is_ok() && opens(&desk).await.is_ok());
        // A ledger that cannot be read now is told of by the next page.
        let Ok(overview) = overview else { continue };
        let (change, since) = still.filter(|(change, _)| *change == overview.change).unwrap_or((overview.change, now));
        let is_left = overview.pending.is_some() && now.duration_since(since) >= LEFT;
        if is_left {
            desk.derivation.call_for_all();
        }
        still = Some((change, if is_left { now } else { since }));
    }
}

/// A reader that stays open would go on with a file that was taken away.
async fn opens(desk: &Arc<Desk>) -> Result<(), Problem> {
    let desk = Arc::clone(desk);
    blocking(move || {
        let reader = Reader::open(desk.ledger(), PERIOD)?;
        View::new(&reader).last_queued()?;
        Ok(())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_as_browsers_and_proxies_send_it() {
        let known = |lines: &[&'static str]| {
            let fields = lines.iter().map(|line| (header::IF_NONE_MATCH, line.parse().unwrap()));
            is_known(&fields.collect(), "\"a-1\"")
        };
        assert!(known(&["\"a-1\""]) && known(&["W/\"a-1\""]) && known(&["\"x\", \"a-1\""]) && known(&["\"x\"", "*"]));
        assert!(!known(&[]) && !known(&["\"a-2\"", "a-1", "\"a-1"]));
    }
}
