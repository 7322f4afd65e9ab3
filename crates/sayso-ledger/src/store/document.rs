//! Documents as they are recorded.

use std::error::Error;

use jiff::Timestamp;
use rusqlite::Row;
use sayso_read::Id;
use sha2::{Digest, Sha256};

use super::columns::{count_in, id_in, instant_in, optional_instant_in};
use super::compressed::decompress;
use super::error::StoreError;
use super::reader::Reader;
use crate::document::{Entry, instant};

/// Which document of the file: counted from 1 in the order of adding. It is a short name inside one file and tells
/// history; nothing may be concluded from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sequence(pub(super) i64);

/// A SHA-256.
pub type Hash = [u8; 32];

/// What is known of a document without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Its place in the file.
    pub sequence: Sequence,
    /// What it is called.
    pub id: Id,
    /// Of the whole entry's JSON as it was first added.
    pub entry_hash: Hash,
    /// Of its text.
    pub text_hash: Hash,
    /// The key of its address, as the caller gave it.
    pub address: Option<String>,
    /// When it came out, to the microsecond.
    pub published: Option<Timestamp>,
    /// Its outlet.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// When it was recorded, as the caller gave it, to the microsecond.
    pub recorded_at: Timestamp,
}

/// What tells an entry from what it was before: it is never altered, but the time of fetching may be earlier than was
/// known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    entry: Hash,
    sightings: Option<String>,
}

impl Sequence {
    /// The number itself, for printing.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }
}

impl Reader {
    /// How many documents there are.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn count(&self) -> Result<usize, StoreError> {
        self.one("SELECT count(*) FROM document", (), |row| count_in(row, 0))
    }

    /// Every document, in order of adding.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn sequences(&self) -> Result<Vec<Sequence>, StoreError> {
        self.all("SELECT sequence FROM document ORDER BY sequence", (), sequence)
    }

    /// The documents that were added after one and are in a story: the number, the id as printed, the story's key; in
    /// order of adding.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn placed_after(&self, number: i64) -> Result<Vec<(i64, String, String)>, StoreError> {
        const PLACED: &str = "SELECT sequence, id, key FROM document JOIN member ON document = sequence \
                              JOIN story ON story.number = member.story WHERE sequence > ?1 ORDER BY sequence";
        self.all(PLACED, [number], |row| Ok((row.get(0)?, id_in(row, 1)?.to_string(), row.get(2)?)))
    }

    /// The document that was added last; nothing in an empty ledger.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn last_sequence(&self) -> Result<Option<Sequence>, StoreError> {
        self.first("SELECT sequence FROM document ORDER BY sequence DESC LIMIT 1", (), sequence)
    }

    /// The document of an id.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn sequence_of(&self, id: &Id) -> Result<Option<Sequence>, StoreError> {
        self.first("SELECT sequence FROM document WHERE id = ?1", [id_text(id)], sequence)
    }

    /// The document whose id is printed so: text without its quotation marks, a number in its digits.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn sequence_of_printed(&self, id: &str) -> Result<Option<Sequence>, StoreError> {
        let as_text = self.sequence_of(&Id::from(id))?;
        let number = || serde_json::from_str::<Id>(id).ok().map(|id| self.sequence_of(&id));
        as_text.map_or_else(|| number().unwrap_or(Ok(None)), |sequence| Ok(Some(sequence)))
    }

    /// The documents under one address: versions of one article, or one alone; in order of adding.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn at_address(&self, address: &str) -> Result<Vec<Sequence>, StoreError> {
        self.all("SELECT sequence FROM document WHERE address = ?1 ORDER BY sequence", [address], sequence)
    }

    /// What is known of a document without opening it.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn card(&self, sequence: Sequence) -> Result<Option<Card>, StoreError> {
        const CARD: &str = "SELECT sequence, id, entry_hash, text_hash, address, published, outlet, title, recorded_at \
                            FROM document WHERE sequence = ?1";
        self.first(CARD, [sequence.0], card)
    }

    /// A document as it was read last; nothing where its text was removed. Where it was added again with another time of fetching, `seen` is the earliest.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn entry(&self, sequence: Sequence) -> Result<Option<Entry>, StoreError> {
        self.entry_from(
            sequence,
            "SELECT coalesce((SELECT entry FROM reading WHERE document = ?1 ORDER BY number DESC LIMIT 1), entry) \
             FROM document WHERE sequence = ?1",
        )
    }

    /// An entry by a statement that looks for it.
    pub(super) fn entry_from(&self, sequence: Sequence, packed: &str) -> Result<Option<Entry>, StoreError> {
        let Some(packed) = self.first(packed, [sequence.0], |row| row.get::<_, Vec<u8>>(0))? else {
            return Ok(None);
        };
        if packed.is_empty() && self.removed(sequence)?.is_some() {
            return Ok(None);
        }
        let json = decompress(&packed).map_err(|error| self.unreadable(sequence, &error))?;
        let mut entry: Entry = serde_json::from_slice(&json).map_err(|error| self.unreadable(sequence, &error))?;
        for seen in self.sightings(sequence)? {
            if is_earlier(&seen, entry.seen.as_deref()) {
                entry.seen = Some(seen);
            }
        }
        Ok(Some(entry))
    }

    /// How many bytes a document has as it is kept.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stored(&self, sequence: Sequence) -> Result<usize, StoreError> {
        let length = "SELECT length(coalesce((SELECT entry FROM reading WHERE document = ?1 \
                      ORDER BY number DESC LIMIT 1), entry)) FROM document WHERE sequence = ?1";
        self.one(length, [sequence.0], |row| count_in(row, 0))
    }

    /// What tells whether a document stands in the file as it was read; nothing where its text was removed.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub fn stamp(&self, sequence: Sequence) -> Result<Option<Stamp>, StoreError> {
        const STAMP: &str = "SELECT coalesce((SELECT entry_hash FROM reading WHERE document = ?1 \
                                       ORDER BY number DESC LIMIT 1), entry_hash), \
                             (SELECT group_concat(seen, char(10)) FROM sighting WHERE document = ?1) \
                             FROM document WHERE sequence = ?1 AND length(entry) > 0";
        self.first(STAMP, [sequence.0], |row| Ok(Stamp { entry: row.get(0)?, sightings: row.get(1)? }))
    }

    fn sightings(&self, sequence: Sequence) -> Result<Vec<String>, StoreError> {
        self.all("SELECT seen FROM sighting WHERE document = ?1", [sequence.0], |row| row.get(0))
    }

    fn unreadable(&self, sequence: Sequence, error: &dyn Error) -> StoreError {
        self.damaged(format!("the entry of document {} cannot be read: {error}", sequence.0))
    }
}

/// Whether a time of fetching is before the one known; a time that can be read is before one that cannot.
pub fn is_earlier(seen: &str, known: Option<&str>) -> bool {
    let key = |written: &str| (instant(written).is_none(), instant(written), written.to_owned());
    known.is_none_or(|known| key(seen) < key(known))
}

/// An id as it stands in the file.
pub fn id_text(id: &Id) -> String {
    serde_json::to_string(id).expect("an id is a text or a number, which JSON has")
}

/// SHA-256.
pub fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// A sequence number in the first column.
pub fn sequence(row: &Row<'_>) -> rusqlite::Result<Sequence> {
    row.get(0).map(Sequence)
}

fn card(row: &Row<'_>) -> rusqlite::Result<Card> {
    Ok(Card {
        sequence: sequence(row)?,
        id: id_in(row, 1)?,
        entry_hash: row.get(2)?,
        text_hash: row.get(3)?,
        address: row.get(4)?,
        published: optional_instant_in(row, 5)?,
        outlet: row.get(6)?,
        title: row.get(7)?,
        recorded_at: instant_in(row, 8)?,
    })
}
