//! What a person has seen of the ledger: kept beside it, for it is no part of the record.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use crate::problem::Problem;

/// How far a person has looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The last document that was there.
    pub document: i64,
    /// When.
    pub at: Timestamp,
}

/// The file in which it is kept.
#[derive(Debug)]
pub struct Seen {
    connection: Mutex<Connection>,
}

const FORMAT: &str = "
CREATE TABLE IF NOT EXISTS seen(
    person TEXT PRIMARY KEY,
    document INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
";

impl Seen {
    /// Opens the file, and makes it where there is none.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        Self::ready(Connection::open(path)).map_err(|error| {
            Problem::Failed(format!(
                "{}: {error}; what you have seen of the ledger cannot be kept there",
                path.display()
            ))
        })
    }

    fn ready(opened: rusqlite::Result<Connection>) -> rusqlite::Result<Self> {
        let connection = opened?;
        connection.execute_batch(FORMAT)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// How far a person has looked; nothing where they never said.
    pub fn of(&self, person: &str) -> Result<Option<Mark>, Problem> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let mark = connection
            .query_row("SELECT document, at FROM seen WHERE person = ?1", [person], |row| {
                Ok(Mark { document: row.get(0)?, at: Timestamp::from_second(row.get(1)?).unwrap_or_default() })
            })
            .optional();
        mark.map_err(|error| failed(&error))
    }

    /// Remembers how far a person has looked.
    pub fn set(&self, person: &str, mark: Mark) -> Result<(), Problem> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        connection
            .execute(
                "INSERT OR REPLACE INTO seen VALUES (?1, ?2, ?3)",
                params![person, mark.document, mark.at.as_second()],
            )
            .map_err(|error| failed(&error))?;
        Ok(())
    }
}

fn failed(error: &rusqlite::Error) -> Problem {
    Problem::Failed(format!("what you have seen of the ledger cannot be kept: {error}"))
}
