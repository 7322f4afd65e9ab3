//! Conclusions: a cache, one row a story, that can be thrown away and drawn again.

use rusqlite::{Connection, params};

use super::batch::{Batch, run};
use super::document::{Sequence, sequence};
use super::error::StoreError;
use super::lookup::Pointer;
use super::packed::{pack, unpack};
use super::reader::Reader;

/// What was concluded of one story. Keys are the caller's; the store reads nothing into them.
#[derive(Clone, Copy, Debug)]
pub struct Conclusion<'a> {
    /// The story.
    pub story: &'a str,
    /// The digest of all that it was concluded from.
    pub digest: &'a [u8],
    /// What lists say of it, as JSON.
    pub brief: &'a str,
    /// What was concluded, as the caller writes it down.
    pub record: &'a [u8],
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
pub struct Concluded {
    /// The digest of what it was concluded from.
    pub digest: Vec<u8>,
    /// What was concluded, as the caller wrote it down.
    pub record: Vec<u8>,
}

impl Reader {
    /// The keys of all stories with their digests, by key.
    pub fn stories(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.all("SELECT key, digest FROM story ORDER BY key", (), |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// What lists say of each story, as JSON, by key.
    pub fn briefs(&self) -> Result<Vec<String>, StoreError> {
        self.all("SELECT brief FROM story ORDER BY key", (), |row| row.get(0))
    }

    /// The digest of what a story was concluded from.
    pub fn digest(&self, story: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.first("SELECT digest FROM story WHERE key = ?1", [story], |row| row.get(0))
    }

    /// What was concluded of a story.
    pub fn conclusion(&self, story: &str) -> Result<Option<Concluded>, StoreError> {
        let row = "SELECT digest, conclusion FROM story WHERE key = ?1";
        let found = self.first(row, [story], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?)))?;
        let read = |(digest, packed): (Vec<u8>, Vec<u8>)| {
            let damaged = || self.damaged(format!("the conclusion of story {story} cannot be unpacked"));
            Ok(Concluded { digest, record: unpack(&packed).ok_or_else(damaged)? })
        };
        found.map(read).transpose()
    }

    /// The story that a document is in.
    pub fn story_of(&self, document: Sequence) -> Result<Option<String>, StoreError> {
        let story = "SELECT key FROM story JOIN member ON story = number WHERE document = ?1";
        self.first(story, [document.0], |row| row.get(0))
    }

    /// The documents of a story, in order of adding.
    pub fn documents_of(&self, story: &str) -> Result<Vec<Sequence>, StoreError> {
        let documents = "SELECT document FROM member JOIN story ON story = number WHERE key = ?1 ORDER BY document";
        self.all(documents, [story], sequence)
    }
}

impl Batch<'_> {
    /// Keeps a conclusion in place of what was concluded of the story before.
    pub fn conclude(&self, conclusion: &Conclusion<'_>) -> Result<(), StoreError> {
        const STORY: &str =
            "INSERT INTO story(key, digest, brief, conclusion) VALUES (?1, ?2, ?3, ?4) RETURNING number";
        let Conclusion { story, digest, brief, record, documents, claims, mentions, speakers } = conclusion;
        self.write(|connection| {
            withdraw(connection, story)?;
            let fields = params![story, digest, brief, pack(record)];
            let number = connection.prepare_cached(STORY)?.query_row(fields, |row| row.get(0))?;
            for document in *documents {
                run(connection, "INSERT OR REPLACE INTO member VALUES (?1, ?2)", params![document.0, number])?;
            }
            Pointer::Claim.set(connection, claims, number)?;
            Pointer::Mention.set(connection, mentions, number)?;
            Pointer::Speaker.set(connection, speakers, number)
        })
    }

    /// Takes away what was concluded of a story: it has been merged, split or emptied.
    pub fn withdraw(&self, story: &str) -> Result<(), StoreError> {
        self.write(|connection| withdraw(connection, story))
    }

    /// Throws all conclusions away and marks every document and decision: the next concluding draws them again.
    pub fn forget_conclusions(&self) -> Result<(), StoreError> {
        const FORGET: &str = "DELETE FROM story; DELETE FROM member; DELETE FROM pointer; \
                              DELETE FROM mark WHERE kind < 4; \
                              DELETE FROM shelf; DELETE FROM listing; DELETE FROM tie; \
                              INSERT INTO mark SELECT 1, sequence FROM document; \
                              INSERT INTO mark SELECT 2, id FROM decision";
        self.write(|connection| connection.execute_batch(FORGET))
    }
}

fn withdraw(connection: &Connection, story: &str) -> rusqlite::Result<()> {
    const ROWS: [&str; 3] = [
        "DELETE FROM member WHERE story = (SELECT number FROM story WHERE key = ?1)",
        "DELETE FROM pointer WHERE story = (SELECT number FROM story WHERE key = ?1)",
        "DELETE FROM story WHERE key = ?1",
    ];
    ROWS.iter().try_for_each(|sql| run(connection, sql, [story]).map(drop))
}
