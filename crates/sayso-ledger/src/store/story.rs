//! Conclusions: a cache, one row a story, that can be thrown away and derived again.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::batch::{Batch, run};
use super::compressed::{Compressed, decompress};
use super::document::{Sequence, sequence};
use super::error::StoreError;
use super::lookup::Pointer;
use super::reader::Reader;

/// What was concluded of one story. Keys are the caller's; the store reads nothing into them.
#[derive(Clone, Copy, Debug)]
pub struct NewStory<'a> {
    /// The story.
    pub story: &'a str,
    /// The digest of all that it was concluded from.
    pub digest: &'a [u8],
    /// What lists say of it, as JSON.
    pub brief: &'a str,
    /// What was concluded, as the caller writes it down.
    pub record: &'a Compressed,
    /// Its documents. A document is in one story: the one that was concluded last.
    pub documents: &'a [Sequence],
    /// The ids of its claims.
    pub claims: &'a [&'a str],
    /// The ids of their mentions.
    pub mentions: &'a [&'a str],
    /// The names of their speakers.
    pub speakers: &'a [&'a str],
}

/// A conclusion as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredStory {
    /// The digest of what it was concluded from.
    pub digest: Vec<u8>,
    /// What was concluded, as the caller wrote it down.
    pub record: Vec<u8>,
}

/// Which publication of a story: no other has the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition(i64);

/// Which life of the ledger's file: another after a backup was restored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Generation(i64);

impl Reader {
    /// The keys of all stories with their digests, by key.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stories(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.all("SELECT key, digest FROM story ORDER BY key", (), |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// What lists say of each story, as JSON, by key.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn briefs(&self) -> Result<Vec<String>, StoreError> {
        self.all("SELECT brief FROM story ORDER BY key", (), |row| row.get(0))
    }

    /// The digest of what a story was concluded from.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn digest(&self, story: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.first("SELECT digest FROM story WHERE key = ?1", [story], |row| row.get(0))
    }

    /// What was concluded of a story.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stored_story(&self, story: &str) -> Result<Option<StoredStory>, StoreError> {
        let row = "SELECT digest, conclusion FROM story WHERE key = ?1";
        let found = self.first(row, [story], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?)))?;
        let read = |(digest, packed): (Vec<u8>, Vec<u8>)| {
            let damaged = |error| self.damaged(format!("the record of story {story} cannot be unpacked: {error}"));
            Ok(StoredStory { digest, record: decompress(&packed).map_err(damaged)? })
        };
        found.map(read).transpose()
    }

    /// The story that a document is in.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn story_of(&self, document: Sequence) -> Result<Option<String>, StoreError> {
        let story = "SELECT key FROM story JOIN member ON story = number WHERE document = ?1";
        self.first(story, [document.0], |row| row.get(0))
    }

    /// The story that a document is in, with its edition.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn edition_with(&self, document: Sequence) -> Result<Option<(String, Edition)>, StoreError> {
        let story = "SELECT key, edition FROM story JOIN member ON story = number WHERE document = ?1";
        self.first(story, [document.0], |row| Ok((row.get(0)?, Edition(row.get(1)?))))
    }

    /// The present generation.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn generation(&self) -> Result<Generation, StoreError> {
        let found = self.first("SELECT generation FROM edition", (), |row| row.get(0).map(Generation))?;
        found.ok_or_else(|| self.damaged("the ledger has no generation"))
    }

    /// The documents of a story, in order of adding.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn documents_of(&self, story: &str) -> Result<Vec<Sequence>, StoreError> {
        let documents = "SELECT document FROM member JOIN story ON story = number WHERE key = ?1 ORDER BY document";
        self.all(documents, [story], sequence)
    }
}

impl Batch<'_> {
    /// Keeps what was concluded of a story in place of what was there before. What stays the same is not written again.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn put_story(&self, conclusion: &NewStory<'_>) -> Result<(), StoreError> {
        const EDITION: &str = "UPDATE edition SET last = last + 1 RETURNING last";
        const STORY: &str = "INSERT INTO story(key, digest, brief, conclusion, edition) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT(key) DO UPDATE SET digest = ?2, brief = ?3, conclusion = ?4, edition = ?5 RETURNING number";
        let NewStory { story, digest, brief, record, documents, claims, mentions, speakers } = conclusion;
        self.write(|connection| {
            let edition: i64 = connection.prepare_cached(EDITION)?.query_row((), |row| row.get(0))?;
            let fields = params![story, digest, brief, record.as_bytes(), edition];
            let number = connection.prepare_cached(STORY)?.query_row(fields, |row| row.get(0))?;
            set_members(connection, documents, number)?;
            let keys = Pointer::Claim.keys(claims).chain(Pointer::Mention.keys(mentions));
            Pointer::set(connection, &keys.chain(Pointer::Speaker.keys(speakers)).collect(), number)
        })
    }

    /// Takes away what was concluded of a story: it has been merged, split or emptied.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn delete_story(&self, story: &str) -> Result<(), StoreError> {
        self.write(|connection| delete_story(connection, story))
    }

    /// Throws all conclusions away and marks every document and decision: the next concluding derives them again.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn forget_stories(&self) -> Result<(), StoreError> {
        const FORGET: &str = "DELETE FROM story; DELETE FROM member; DELETE FROM pointer; DELETE FROM due; \
                              DELETE FROM mark WHERE kind < 4; \
                              DELETE FROM shelf; DELETE FROM listing; DELETE FROM tie; \
                              INSERT INTO mark SELECT 1, sequence FROM document; \
                              INSERT INTO mark SELECT 2, id FROM decision";
        self.write(|connection| connection.execute_batch(FORGET))
    }
}

fn set_members(connection: &Connection, documents: &[Sequence], story: i64) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached("SELECT document FROM member WHERE story = ?1")?;
    let known: BTreeSet<Sequence> = statement.query_map([story], sequence)?.collect::<rusqlite::Result<_>>()?;
    let wanted: BTreeSet<Sequence> = documents.iter().copied().collect();
    for gone in known.difference(&wanted) {
        run(connection, "DELETE FROM member WHERE document = ?1", [gone.0])?;
    }
    for new in wanted.difference(&known) {
        run(connection, "INSERT OR REPLACE INTO member VALUES (?1, ?2)", params![new.0, story])?;
    }
    Ok(())
}

fn delete_story(connection: &Connection, story: &str) -> rusqlite::Result<()> {
    const ROWS: [&str; 3] = [
        "DELETE FROM member WHERE story = (SELECT number FROM story WHERE key = ?1)",
        "DELETE FROM pointer WHERE story = (SELECT number FROM story WHERE key = ?1)",
        "DELETE FROM story WHERE key = ?1",
    ];
    ROWS.iter().try_for_each(|sql| run(connection, sql, [story]).map(drop))
}
