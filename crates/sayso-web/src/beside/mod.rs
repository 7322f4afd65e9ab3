//! What is kept beside a ledger and is no part of the record: what people have seen, and what readers wrote. It lies in a
//! file of its own, from which it can be erased.

mod corrections;
mod seen;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

use crate::problem::Problem;

pub use corrections::{Correction, Decided, Received, State};
pub use seen::Mark;

/// The file.
#[derive(Debug)]
pub struct Beside {
    connection: Mutex<Connection>,
}

const FORMAT: &str = "
PRAGMA journal_mode = wal;
CREATE TABLE IF NOT EXISTS seen(
    person TEXT PRIMARY KEY,
    document INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS correction(
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    article TEXT NOT NULL,
    url TEXT NOT NULL,
    publisher TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    wording TEXT,
    reason TEXT,
    times INTEGER NOT NULL,
    state TEXT NOT NULL,
    decided_at INTEGER,
    decided_by TEXT,
    old TEXT,
    new TEXT,
    note TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS correction_state ON correction(state, number);
CREATE INDEX IF NOT EXISTS correction_publisher ON correction(publisher, decided_at);
";

impl Beside {
    /// Opens the file, and makes it where there is none.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        Self::ready(Connection::open(path)).map_err(|error| {
            Problem::Failed(format!("{}: {error}; what is kept beside the ledger cannot be kept there", path.display()))
        })
    }

    fn ready(opened: rusqlite::Result<Connection>) -> rusqlite::Result<Self> {
        let connection = opened?;
        connection.execute_batch(FORMAT)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    fn locked(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Said of everything that fails here: the ledger itself is not touched.
fn failed(error: rusqlite::Error) -> Problem {
    Problem::Failed(format!("what is kept beside the ledger failed: {error}. The ledger itself is not touched."))
}
