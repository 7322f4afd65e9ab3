//! Reading again: a document's later reading stands before the one that was recorded first, which stays.

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::add::Addition;
use super::batch::{Batch, run};
use super::columns::count_in;
use super::document::{Sequence, hash};
use super::error::StoreError;
use super::full_text;
use super::name_key::name_key;
use super::pending_mark::PendingMark;
use super::reader::Reader;
use crate::document::{Document, Entry};

impl Reader {
    /// How many times a document was read again with another result.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn readings(&self, sequence: Sequence) -> Result<usize, StoreError> {
        let count = "SELECT count(*) FROM reading WHERE document = ?1";
        self.one(count, [sequence.0], |row| count_in(row, 0))
    }

    /// A document as it was read first, whatever was read later; nothing where its text was removed.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn first_entry(&self, sequence: Sequence) -> Result<Option<Entry>, StoreError> {
        self.entry_from(sequence, "SELECT entry FROM document WHERE sequence = ?1")
    }
}

impl Batch<'_> {
    /// Records a later reading of a document, and marks it for concluding: what is found by words, outlet and time is its.
    ///
    /// # Errors
    ///
    /// Where there is no such document, or the file cannot be written.
    pub fn read_again(&self, sequence: Sequence, addition: &Addition) -> Result<(), StoreError> {
        let before = self.entry(sequence)?.ok_or_else(|| self.damaged("a document has no entry to read again"))?;
        let before = Document::new(before);
        let Addition { document, recorded_at, entry_hash, entry, .. } = addition;
        self.write(|connection| {
            const READING: &str = "INSERT INTO reading(document, read_at, entry_hash, entry) VALUES (?1, ?2, ?3, ?4)";
            let fields = params![sequence.0, recorded_at.as_microsecond(), entry_hash, entry.as_bytes()];
            run(connection, READING, fields)?;
            full_text::remove(connection, sequence, &before)?;
            index(connection, sequence, document)?;
            PendingMark::Document(sequence).set(connection)
        })
    }
}

/// What a document is found by follows its latest reading.
fn index(connection: &Connection, sequence: Sequence, document: &Document) -> rusqlite::Result<()> {
    const FOUND_BY: &str = "UPDATE document SET text_hash = ?2, published = ?3, outlet = ?4, outlet_folded = ?5, \
                            title = ?6 WHERE sequence = ?1";
    let fields = params![
        sequence.0,
        hash(document.text.as_str().as_bytes()),
        document.published.map(Timestamp::as_microsecond),
        document.outlet(),
        document.outlet().map(name_key),
        document.title(),
    ];
    run(connection, FOUND_BY, fields)?;
    full_text::add(connection, sequence, document)
}

/// Takes away the readings of a document that is removed.
pub(super) fn forget(connection: &Connection, sequence: Sequence) -> rusqlite::Result<()> {
    run(connection, "DELETE FROM reading WHERE document = ?1", [sequence.0]).map(drop)
}
