//! Marks on documents and decisions that were not worked in yet.

use rusqlite::types::Value;
use rusqlite::{Connection, Error, Row, params};

use super::batch::{Batch, run};
use super::document::Sequence;
use super::error::StoreError;
use super::reader::Reader;

/// Something that conclusions have not taken in yet. It is marked together with what makes it so, and a program that is
/// stopped in between loses nothing: the next one finds the mark.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PendingMark {
    /// A document; set when it is added, and when it turns out to have been fetched earlier.
    Document(Sequence),
    /// A decision, by its id; set when it is made.
    Decision(String),
    /// A story that somebody asks for, by its key; set by the caller alone.
    Story(String),
    /// A document whose text was removed, and may still stand in unused parts of the file.
    Remains(Sequence),
}

const DOCUMENT: i64 = 1;
const DECISION: i64 = 2;
const STORY: i64 = 3;
const REMAINS: i64 = 4;

impl PendingMark {
    fn row(&self) -> (i64, Value) {
        match self {
            Self::Document(sequence) => (DOCUMENT, Value::Integer(sequence.0)),
            Self::Decision(id) => (DECISION, Value::Text(id.clone())),
            Self::Story(key) => (STORY, Value::Text(key.clone())),
            Self::Remains(sequence) => (REMAINS, Value::Integer(sequence.0)),
        }
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(match (row.get(0)?, row.get(1)?) {
            (DOCUMENT, Value::Integer(sequence)) => Self::Document(Sequence(sequence)),
            (DECISION, Value::Text(id)) => Self::Decision(id),
            (STORY, Value::Text(key)) => Self::Story(key),
            (REMAINS, Value::Integer(sequence)) => Self::Remains(Sequence(sequence)),
            (kind, _) => return Err(Error::IntegralValueOutOfRange(0, kind)),
        })
    }

    pub(super) fn set(&self, connection: &Connection) -> rusqlite::Result<()> {
        let (kind, key) = self.row();
        run(connection, "INSERT OR IGNORE INTO mark VALUES (?1, ?2)", params![kind, key]).map(drop)
    }

    fn clear(&self, connection: &Connection) -> rusqlite::Result<()> {
        let (kind, key) = self.row();
        run(connection, "DELETE FROM mark WHERE kind = ?1 AND key = ?2", params![kind, key]).map(drop)
    }
}

impl Reader {
    /// Whether a mark is set.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn is_marked(&self, mark: &PendingMark) -> Result<bool, StoreError> {
        let (kind, key) = mark.row();
        Ok(self.first("SELECT 1 FROM mark WHERE kind = ?1 AND key = ?2", params![kind, key], |_| Ok(()))?.is_some())
    }

    /// All that has yet to be concluded from, ordered.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn marks(&self) -> Result<Vec<PendingMark>, StoreError> {
        self.all("SELECT kind, key FROM mark ORDER BY kind, key", (), PendingMark::from_row)
    }
}

impl Batch<'_> {
    /// Sets marks.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn mark(&self, marks: &[PendingMark]) -> Result<(), StoreError> {
        self.write(|connection| marks.iter().try_for_each(|mark| mark.set(connection)))
    }

    /// Takes away the marks of what the conclusions of this batch took in.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn clear_marks(&self, marks: &[PendingMark]) -> Result<(), StoreError> {
        self.write(|connection| marks.iter().try_for_each(|mark| mark.clear(connection)))
    }
}
