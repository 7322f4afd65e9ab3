//! From one claim, mention or speaker to the stories that have it, without opening them all.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::batch::run;
use super::bounds::{after_prefix, limit};
use super::error::StoreError;
use super::name_key::name_key;
use super::reader::Reader;

/// What points to a story.
#[derive(Clone, Copy, Debug)]
pub enum Pointer {
    /// A claim's id.
    Claim = 1,
    /// A mention's id.
    Mention = 2,
    /// A speaker's name, folded.
    Speaker = 3,
}

impl Pointer {
    /// Points keys to a story, and no others.
    pub fn set(connection: &Connection, keys: &BTreeSet<(i64, String)>, story: i64) -> rusqlite::Result<()> {
        let mut statement = connection.prepare_cached("SELECT kind, key FROM pointer WHERE story = ?1")?;
        let known = statement.query_map([story], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let known: BTreeSet<(i64, String)> = known.collect::<rusqlite::Result<_>>()?;
        for (kind, key) in known.difference(keys) {
            const GONE: &str = "DELETE FROM pointer WHERE kind = ?1 AND key = ?2 AND story = ?3";
            run(connection, GONE, params![kind, key, story])?;
        }
        for (kind, key) in keys.difference(&known) {
            run(connection, "INSERT INTO pointer VALUES (?1, ?2, ?3)", params![kind, key, story])?;
        }
        Ok(())
    }

    /// Keys as they are kept.
    pub fn keys(self, keys: &[&str]) -> impl Iterator<Item = (i64, String)> {
        keys.iter().map(move |key| (self as i64, self.key(key)))
    }

    fn key(self, given: &str) -> String {
        match self {
            Self::Claim | Self::Mention => given.to_owned(),
            Self::Speaker => name_key(given),
        }
    }
}

impl Reader {
    /// The stories that have a claim, by key; one, where ids of claims are unique.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stories_of_claim(&self, claim: &str) -> Result<Vec<String>, StoreError> {
        self.pointed(Pointer::Claim, claim)
    }

    /// The stories that have a mention of a claim, likewise.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stories_of_mention(&self, mention: &str) -> Result<Vec<String>, StoreError> {
        self.pointed(Pointer::Mention, mention)
    }

    /// The stories in which someone of this name speaks, by key; case and accents do not matter.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stories_of_speaker(&self, name: &str) -> Result<Vec<String>, StoreError> {
        self.pointed(Pointer::Speaker, name)
    }

    /// The stories in which someone speaks whose name has these words in a row, by key; case and accents do not matter.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stories_of_speaker_with(&self, words: &str) -> Result<Vec<String>, StoreError> {
        let stories = "SELECT DISTINCT story.key FROM pointer JOIN story ON story = number \
                       WHERE kind = ?1 AND instr(pointer.key, ?2) > 0 ORDER BY story.key";
        self.all(stories, params![Pointer::Speaker as i64, name_key(words)], |row| row.get(0))
    }

    /// The ids of mentions that begin so, at most so many.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn mentions_beginning(&self, with: &str, most: usize) -> Result<Vec<String>, StoreError> {
        let mentions =
            "SELECT DISTINCT key FROM pointer WHERE kind = ?1 AND key >= ?2 AND key < ?3 ORDER BY key LIMIT ?4";
        let params = params![Pointer::Mention as i64, with, after_prefix(with), limit(most)];
        self.all(mentions, params, |row| row.get(0))
    }

    fn pointed(&self, pointer: Pointer, key: &str) -> Result<Vec<String>, StoreError> {
        let stories = "SELECT story.key FROM pointer JOIN story ON story = number \
                       WHERE kind = ?1 AND pointer.key = ?2 ORDER BY story.key";
        self.all(stories, params![pointer as i64, pointer.key(key)], |row| row.get(0))
    }
}
