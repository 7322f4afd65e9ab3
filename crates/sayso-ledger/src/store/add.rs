//! Adding a document.

use jiff::Timestamp;
use rusqlite::{Connection, params};
use sayso_read::record::ArticleRecord;

use super::batch::{Batch, run};
use super::compressed::Compressed;
use super::document::{Hash, Sequence, hash, id_text, is_earlier};
use super::error::{Difference, StoreError};
use super::full_text;
use super::name_key::name_key;
use super::pending_mark::PendingMark;
use crate::document::{Document, Entry};

/// A document to be added, with what the caller says of it, as it will be kept: making one takes longer than recording
/// it, and needs no lock.
#[derive(Clone, Debug)]
pub struct Addition {
    pub(super) document: Document,
    address: Option<String>,
    pub(super) recorded_at: Timestamp,
    pub(super) entry_hash: Hash,
    pub(super) entry: Compressed,
}

impl Addition {
    /// `address` is the key of its address, the same for all versions of one article; `recorded_at`, when it is recorded:
    /// the store reads no clock.
    #[must_use]
    pub fn new(document: Document, address: Option<String>, recorded_at: Timestamp) -> Self {
        let json = serde_json::to_vec(&document.entry).expect("an entry is made of texts and numbers, which JSON has");
        Self { entry_hash: hash(&json), entry: Compressed::of(&json), document, address, recorded_at }
    }
}

/// What became of an addition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is recorded.
    Fresh(Sequence),
    /// It was there; nothing changes but, where it was fetched at another time, that this is recorded too.
    Known {
        /// The document that was there.
        sequence: Sequence,
        /// Whether the same article was read otherwise, as another version of the program may: the first reading
        /// stands.
        read_otherwise: bool,
    },
    /// Its text was recorded and removed: it does not come back.
    Removed(Sequence),
}

impl Batch<'_> {
    /// Adds a document and its full text, and marks it for concluding. The same document again changes
    /// nothing; another under the same id is refused, which leaves the batch as it was.
    ///
    /// # Errors
    ///
    /// Where another document has the id, or the ledger cannot be written.
    pub fn add(&self, addition: &Addition) -> Result<Added, StoreError> {
        let entry = &addition.document.entry;
        match self.sequence_of(&entry.record.id)? {
            Some(sequence) => self.add_again(sequence, entry),
            None => self.write(|connection| insert(connection, addition)).map(Added::Fresh),
        }
    }

    fn add_again(&self, sequence: Sequence, entry: &Entry) -> Result<Added, StoreError> {
        let Some(known) = self.entry(sequence)? else { return self.add_removed(sequence, entry) };
        if let Some(difference) = difference(&known, entry) {
            return Err(StoreError::Clash(id_text(&entry.record.id), difference));
        }
        if let Some(seen) = entry.seen.as_deref().filter(|seen| known.seen.as_deref() != Some(seen)) {
            self.write(|connection| {
                run(connection, "INSERT OR IGNORE INTO sighting VALUES (?1, ?2)", params![sequence.0, seen])?;
                let earlier = is_earlier(seen, known.seen.as_deref());
                if earlier { PendingMark::Document(sequence).set(connection) } else { Ok(()) }
            })?;
        }
        Ok(Added::Known { sequence, read_otherwise: known.record != entry.record })
    }

    fn add_removed(&self, sequence: Sequence, entry: &Entry) -> Result<Added, StoreError> {
        let removed = self.removed(sequence)?.ok_or_else(|| self.damaged("a document has no entry"))?;
        match removed.text_hash == hash(entry.record.text.as_bytes()) {
            true => Ok(Added::Removed(sequence)),
            false => Err(StoreError::Clash(id_text(&entry.record.id), Difference::Text)),
        }
    }
}

/// Where two entries differ in what was given of the document. What was made of it and when it was fetched do not
/// count: a feed is fetched again, and a later version of the program reads better.
fn difference(known: &Entry, other: &Entry) -> Option<Difference> {
    let stream = |entry: &Entry| {
        (entry.outlet.clone(), entry.published.clone(), entry.version, entry.replaces.as_ref().map(id_text))
    };
    if known.record.text != other.record.text {
        Some(Difference::Text)
    } else if known.record.article != given(other, known) {
        Some(Difference::Article)
    } else {
        (stream(known) != stream(other)).then_some(Difference::Stream)
    }
}

/// What is known of the article, but for what the ledger's own version of the program did not tell.
fn given(other: &Entry, known: &Entry) -> ArticleRecord {
    ArticleRecord { is_summary: known.record.article.is_summary, ..other.record.article.clone() }
}

fn insert(connection: &Connection, addition: &Addition) -> rusqlite::Result<Sequence> {
    const DOCUMENT: &str = "INSERT INTO document(id, entry_hash, text_hash, address, published, outlet, \
                            outlet_folded, title, recorded_at, entry) \
                            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let Addition { document, address, recorded_at, entry_hash, entry } = addition;
    let text = document.text.as_str();
    let fields = params![
        id_text(document.id()),
        entry_hash,
        hash(text.as_bytes()),
        address,
        document.published.map(Timestamp::as_microsecond),
        document.outlet(),
        document.outlet().map(name_key),
        document.title(),
        recorded_at.as_microsecond(),
        entry.as_bytes(),
    ];
    run(connection, DOCUMENT, fields)?;
    let sequence = Sequence(connection.last_insert_rowid());
    full_text::add(connection, sequence, document)?;
    PendingMark::Document(sequence).set(connection)?;
    Ok(sequence)
}
