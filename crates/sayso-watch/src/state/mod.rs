//! What was seen and what is due next, kept in a database file next to the ledger.
//!
//! An SQLite database, as the ledger is: each step writes the few rows that it changes, where a file of JSON with 100,000
//! articles would be written anew. A program that is killed loses at most the step that was under way, which is done again. It can be thrown away:
//! then everything that feeds still list is visited again, and the ledger knows what it has.

mod lists;
mod row;
mod site;
mod target;

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::Connection;

pub use row::{Target, TargetKind};
pub use site::Site;
pub use target::{Listed, Next};

/// How long another program that looks at the state is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The version of the tables.
const FORMAT: i64 = 1;

const TABLES: &str = "
    CREATE TABLE target (
        key TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        url TEXT NOT NULL,
        site TEXT NOT NULL,
        parent TEXT,
        depth INTEGER NOT NULL DEFAULT 0,
        is_active INTEGER NOT NULL DEFAULT 1,
        due INTEGER,
        location TEXT,
        hops INTEGER NOT NULL DEFAULT 0,
        etag TEXT,
        modified TEXT,
        visits INTEGER NOT NULL DEFAULT 0,
        failures INTEGER NOT NULL DEFAULT 0,
        error TEXT,
        error_at INTEGER,
        read_at INTEGER,
        recorded INTEGER NOT NULL DEFAULT 0,
        listed_at INTEGER NOT NULL,
        content INTEGER,
        title TEXT,
        published TEXT,
        publisher TEXT
    ) STRICT;
    CREATE INDEX target_due ON target (due) WHERE due IS NOT NULL;
    CREATE INDEX target_parent ON target (parent);
    CREATE TABLE site (
        origin TEXT PRIMARY KEY,
        not_before INTEGER NOT NULL DEFAULT 0,
        refusals INTEGER NOT NULL DEFAULT 0,
        robots BLOB,
        robots_kind INTEGER,
        robots_until INTEGER,
        robots_location TEXT,
        robots_hops INTEGER NOT NULL DEFAULT 0
    ) STRICT;
";

/// Why the state cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StateError {
    /// The database says so.
    #[error("{}: what is watched cannot be read or written ({source}); remove the file to begin anew", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// What the database said.
        #[source]
        source: rusqlite::Error,
    },
    /// A later program wrote it.
    #[error("{}: a later version of sayso wrote it; use that, or remove the file to begin anew", .0.display())]
    Later(PathBuf),
}

/// What was seen and what is due.
#[derive(Debug)]
pub struct WatchStore {
    connection: Connection,
    path: PathBuf,
}

impl WatchStore {
    /// Where the state of a ledger is kept.
    #[must_use]
    pub fn beside(ledger: &Path) -> PathBuf {
        let mut name = ledger.as_os_str().to_owned();
        name.push(".watch");
        name.into()
    }

    /// Opens a state, and makes one where there is none.
    ///
    /// # Errors
    ///
    /// Where the file is something else, or cannot be read and written.
    pub fn open(path: &Path) -> Result<Self, StateError> {
        let failed = |source| StateError::Database { path: path.to_owned(), source };
        let connection = open(path).map_err(failed)?;
        match connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).map_err(failed)? {
            FORMAT => {}
            0 => made(&connection).map_err(failed)?,
            _ => return Err(StateError::Later(path.to_owned())),
        }
        Ok(Self { connection, path: path.to_owned() })
    }

    /// What the database said, with the file that it is about.
    fn failure(&self, source: rusqlite::Error) -> StateError {
        StateError::Database { path: self.path.clone(), source }
    }

    /// Forgets articles that are visited no more and that no feed has listed for a long time.
    pub(crate) fn forget(&self, before: Timestamp) -> Result<(), StateError> {
        let sql = "DELETE FROM target WHERE kind = 'page' AND due IS NULL AND listed_at < ?1";
        self.connection.execute(sql, [before.as_millisecond()]).map(drop).map_err(|error| self.failure(error))
    }
}

fn open(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    // Addresses of feeds may hold keys.
    #[cfg(unix)]
    let _ = std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o600));
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // Nothing is waited for at each step: after a power cut the last steps may be done again, which harms nobody.
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", "normal")?;
    Ok(connection)
}

fn made(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(&format!("BEGIN; {TABLES} PRAGMA user_version = {FORMAT}; COMMIT;"))
}

/// An instant as it is kept.
fn at(millisecond: Option<i64>) -> Option<Timestamp> {
    Timestamp::from_millisecond(millisecond?).ok()
}
