//! Whether the desk can be sent requests: what a supervisor or a proxy asks for again and again.
//!
//! It is answered from memory, to anybody, under any name: who asks by the machine's address learns no more than that a
//! desk is there, which its refusal to answer under a foreign name says, too.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The ledger is looked at every two seconds; one that was not read for so long cannot be.
const STALE: Duration = Duration::from_secs(30);

/// The desk's health.
#[derive(Debug)]
pub struct Health {
    /// When the ledger was last read; none where the last try failed.
    read: Mutex<Option<Instant>>,
    draining: AtomicBool,
}

impl Health {
    /// Of a desk that has just read its ledger.
    pub fn new() -> Self {
        Self { read: Mutex::new(Some(Instant::now())), draining: AtomicBool::new(false) }
    }

    /// Takes down whether the ledger could be read.
    pub fn note(&self, was_read: bool) {
        *self.read.lock().unwrap_or_else(PoisonError::into_inner) = was_read.then(Instant::now);
    }

    /// The desk is being stopped.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    fn told(&self, now: Instant) -> (StatusCode, &'static str) {
        let read = *self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if self.draining.load(Ordering::Relaxed) {
            return (StatusCode::SERVICE_UNAVAILABLE, "draining\n");
        }
        match read {
            Some(read) if now.saturating_duration_since(read) < STALE => (StatusCode::OK, "ok\n"),
            _ => (StatusCode::SERVICE_UNAVAILABLE, "the ledger cannot be read\n"),
        }
    }
}

/// `GET /health`
pub async fn health(State(health): State<Arc<Health>>) -> Response {
    let (status, word) = health.told(Instant::now());
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], word).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_well_while_the_ledger_is_read_and_it_is_not_being_stopped() {
        let health = Health::new();
        let told = || health.told(Instant::now()).1;
        assert_eq!(told(), "ok\n");
        health.note(false);
        assert_eq!(told(), "the ledger cannot be read\n");
        health.note(true);
        assert_eq!(told(), "ok\n");
        assert_eq!(health.told(Instant::now() + STALE).1, "the ledger cannot be read\n", "nobody looks any more");
        health.drain();
        assert_eq!(told(), "draining\n");
    }
}
