//! Removing an article's text: the one alteration of what is recorded, for where the law demands it.
//!
//! The document's row stays with its hashes, but without its entry; the triggers of the database allow just that, once the
//! removal itself is recorded. The words are gone from the file when [`Writer::clear_remains`] has rewritten it.

use jiff::Timestamp;
use rusqlite::{Connection, Row, params};
use sayso_read::Id;

use super::batch::{Batch, run};
use super::columns::{id_in, instant_in};
use super::document::{Hash, Sequence};
use super::error::StoreError;
use super::pending_mark::PendingMark;
use super::reader::Reader;
use super::writer::Writer;
use super::{capture, full_text, reading};
use crate::decision::Decision;
use crate::document::Document;

/// What is left of an article whose text was removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// What it is called.
    pub id: Id,
    /// Where it stood on the web.
    pub url: Option<String>,
    /// Its outlet.
    pub outlet: Option<String>,
    /// When it was published, as given.
    pub published: Option<String>,
    /// The headline, where it was left.
    pub title: Option<String>,
    /// Of the text that was removed.
    pub text_hash: Hash,
    /// When it was removed.
    pub at: Timestamp,
    /// Who removed it.
    pub by: String,
    /// Why.
    pub why: String,
}

const REMOVED: &str = "SELECT document.id, url, outlet, removal.published, title, text_hash, decision.at, decision.by, \
                       coalesce(decision.detail ->> '$.why', '') \
                       FROM removal JOIN document ON document.sequence = removal.document \
                       JOIN decision ON decision.id = removal.decision";

impl Reader {
    /// What is left of a document, where its text was removed.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn removed(&self, sequence: Sequence) -> Result<Option<Removed>, StoreError> {
        self.first(&format!("{REMOVED} WHERE removal.document = ?1"), [sequence.0], removed)
    }

    /// How many texts were removed.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn removals(&self) -> Result<i64, StoreError> {
        self.one("SELECT count(*) FROM removal", (), |row| row.get(0))
    }

    /// What is left of every document whose text was removed, in order of publication, ties by id.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn all_removed(&self) -> Result<Vec<Removed>, StoreError> {
        self.all(
            &format!("{REMOVED} ORDER BY document.published IS NULL, document.published, document.id"),
            (),
            removed,
        )
    }
}

impl Batch<'_> {
    /// Takes a document's text away, as a decision says, and with it all that the full-text index and other decisions have
    /// of its words. What was concluded from it is the caller's to withdraw; the file is marked as having remains.
    ///
    /// # Errors
    ///
    /// Where the document has no entry, the decision cannot be recorded, or the ledger cannot be written.
    pub fn remove(&self, sequence: Sequence, decision: &Decision, keeps_title: bool) -> Result<(), StoreError> {
        let entry = self.entry(sequence)?.ok_or_else(|| self.damaged("a document has no entry to remove"))?;
        let document = Document::new(entry);
        self.decide(decision)?;
        self.write(|connection| {
            const REMOVAL: &str = "INSERT INTO removal(document, decision, url, published) VALUES (?1, ?2, ?3, ?4)";
            let fields = params![sequence.0, decision.id, document.url(), document.entry.published()];
            run(connection, REMOVAL, fields)?;
            full_text::remove(connection, sequence, &document)?;
            run(connection, "INSERT INTO search(search) VALUES ('optimize')", ())?;
            reading::forget(connection, sequence)?;
            capture::forget(connection, sequence)?;
            const EMPTY: &str = "UPDATE document SET entry = x'', title = iif(?2, title, NULL) WHERE sequence = ?1";
            run(connection, EMPTY, params![sequence.0, keeps_title])?;
            // What a person typed of the article is its words too.
            const TYPED: &str = "UPDATE decision SET detail = json_remove(detail, '$.marked', '$.mending') \
                                 WHERE what IN ('add', 'mend') \
                                 AND ?1 IN (SELECT value FROM json_each(detail, '$.articles'))";
            run(connection, TYPED, [document.id().to_string()])?;
            PendingMark::Remains(sequence).set(connection)
        })
    }
}

impl Writer {
    /// Rewrites the file where something was removed, so that no free page and no log has its words. A program that is
    /// stopped in between leaves the mark, and the next one does it.
    ///
    /// # Errors
    ///
    /// Where the file cannot be written anew, or others read it for longer than is waited.
    pub fn clear_remains(&mut self) -> Result<(), StoreError> {
        let remains: Vec<PendingMark> =
            self.marks()?.into_iter().filter(|mark| matches!(mark, PendingMark::Remains(_))).collect();
        if remains.is_empty() {
            return Ok(());
        }
        rewrite(&self.connection).map_err(|error| self.failure(error))?;
        let is_read = |row: &Row<'_>| row.get::<_, bool>(0);
        let busy = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), is_read);
        if busy.map_err(|error| self.failure(error))? {
            return Err(StoreError::Busy(self.place.path.clone(), self.place.patience));
        }
        let batch = self.batch()?;
        batch.clear_marks(&remains)?;
        batch.commit()
    }
}

/// The file is rewritten by way of another, which may be too large for memory.
fn rewrite(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "temp_store", "file")?;
    let rewritten = connection.execute_batch("VACUUM");
    connection.pragma_update(None, "temp_store", "memory")?;
    rewritten
}

fn removed(row: &Row<'_>) -> rusqlite::Result<Removed> {
    Ok(Removed {
        id: id_in(row, 0)?,
        url: row.get(1)?,
        outlet: row.get(2)?,
        published: row.get(3)?,
        title: row.get(4)?,
        text_hash: row.get(5)?,
        at: instant_in(row, 6)?,
        by: row.get(7)?,
        why: row.get(8)?,
    })
}
