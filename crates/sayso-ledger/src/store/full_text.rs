//! The full-text index, which keeps no copy of the texts: to take one out, its words are given once more.

use rusqlite::{Connection, params};

use super::batch::run;
use super::document::Sequence;
use crate::document::Document;

/// Puts a document's words in.
pub(super) fn add(connection: &Connection, sequence: Sequence, document: &Document) -> rusqlite::Result<()> {
    const INSERT: &str = "INSERT INTO search(rowid, title, text, outlet) VALUES (?1, ?2, ?3, ?4)";
    let words = params![sequence.0, document.title(), document.text.as_str(), document.outlet()];
    run(connection, INSERT, words).map(drop)
}

/// Takes a document out of the full-text index. The index only notes that it is gone until its parts are joined anew.
pub(super) fn remove(connection: &Connection, sequence: Sequence, document: &Document) -> rusqlite::Result<()> {
    const DELETE: &str = "INSERT INTO search(search, rowid, title, text, outlet) VALUES ('delete', ?1, ?2, ?3, ?4)";
    let words = params![sequence.0, document.title(), document.text.as_str(), document.outlet()];
    run(connection, DELETE, words).map(drop)
}
