//! What a person has seen of the ledger.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};

use super::{DeskStore, failed};
use crate::problem::Problem;

/// How far a person has looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeenMark {
    /// The last document that was there.
    pub document: i64,
    /// When.
    pub at: Timestamp,
}

impl DeskStore {
    /// How far a person has looked; nothing where they never said.
    pub(crate) fn seen_by(&self, person: &str) -> Result<Option<SeenMark>, Problem> {
        let mark = self
            .locked()
            .query_row("SELECT document, at FROM seen WHERE person = ?1", [person], |row| {
                Ok(SeenMark { document: row.get(0)?, at: Timestamp::from_second(row.get(1)?).unwrap_or_default() })
            })
            .optional();
        mark.map_err(failed)
    }

    /// Remembers how far a person has looked.
    pub(crate) fn see(&self, person: &str, mark: SeenMark) -> Result<(), Problem> {
        let kept = params![person, mark.document, mark.at.as_second()];
        self.locked().execute("INSERT OR REPLACE INTO seen VALUES (?1, ?2, ?3)", kept).map_err(failed)?;
        Ok(())
    }
}
