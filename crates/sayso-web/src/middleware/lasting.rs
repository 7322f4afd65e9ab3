//! An answer that lasts goes on as long as whoever asked for it may have it.

use std::io;
use std::time::{Duration, Instant};

use axum::body::Bytes;
use tokio_stream::{Stream, StreamExt};

/// How often that is asked.
pub const PERIOD: Duration = Duration::from_secs(5);

/// The pieces of an answer; they break off once it is no longer allowed, which is asked before a piece, each period.
pub fn while_allowed<F: Future<Output = bool>>(
    pieces: impl Stream<Item = io::Result<Bytes>>,
    period: Duration,
    allowed: impl Fn() -> F,
) -> impl Stream<Item = io::Result<Bytes>> {
    let mut asked = Instant::now();
    pieces.then(move |piece| {
        let is_due = asked.elapsed() >= period;
        if is_due {
            asked = Instant::now();
        }
        let answer = is_due.then(&allowed);
        async move {
            let is_allowed = match answer {
                Some(answer) => answer.await,
                None => true,
            };
            if is_allowed { piece } else { Err(io::Error::other("whoever asked for it may not have it any more")) }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[tokio::test]
    async fn it_breaks_off_when_it_is_no_longer_allowed() {
        let pieces = || tokio_stream::iter(std::iter::repeat_with(|| Ok(Bytes::from_static(b"piece"))).take(10));
        let left = Cell::new(3_u32);
        let allowed = || async {
            left.set(left.get().saturating_sub(1));
            left.get() > 0
        };
        let given: Vec<bool> =
            while_allowed(pieces(), Duration::ZERO, allowed).map(|piece| piece.is_ok()).collect().await;
        assert_eq!(given.iter().take_while(|given| **given).count(), 2);
        let seldom = while_allowed(pieces(), PERIOD, || async { panic!("asked too often") });
        assert_eq!(seldom.map(|piece| piece.is_ok()).collect::<Vec<_>>().await, [true; 10]);
    }
}
