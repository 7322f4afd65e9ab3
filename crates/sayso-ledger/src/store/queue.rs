//! Stories that are to be derived anew, each by one of its documents, and why.

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::batch::{Batch, run};
use super::bounds::limit;
use super::columns::{count_in, optional_instant_in};
use super::document::{Sequence, sequence};
use super::error::StoreError;
use super::reader::Reader;

/// Why the story of a document is to be derived anew.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The document was added, or was fetched earlier than was known.
    Fresh,
    /// Its links may be others than they were.
    Linked,
    /// A person decided something about it, in the decision of this id.
    Decided(String),
    /// Somebody asks for it.
    Asked,
}

/// Which entry of the list. A number is given once, so that whoever takes entries off the list takes off those that were
/// seen, and none that came since.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct QueueNumber(i64);

/// An entry of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueEntry {
    /// Which.
    pub number: QueueNumber,
    /// The document whose story is meant.
    pub document: Sequence,
    /// Whether the story is derived anew even where it holds together as it did.
    pub is_certain: bool,
    /// Until when a program has taken it upon itself to derive it.
    pub leased_until: Option<Timestamp>,
}

/// What is recorded and not derived yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Pending {
    /// How many articles no story has yet.
    pub articles: usize,
    /// How many decisions are not in effect yet.
    pub decisions: usize,
    /// When the first of these was recorded.
    pub since: Option<Timestamp>,
}

const FRESH: i64 = 1;
const LINKED: i64 = 2;
const DECIDED: i64 = 3;
const ASKED: i64 = 4;

impl Cause {
    fn row(&self) -> (i64, Option<&str>) {
        match self {
            Self::Fresh => (FRESH, None),
            Self::Linked => (LINKED, None),
            Self::Decided(id) => (DECIDED, Some(id)),
            Self::Asked => (ASKED, None),
        }
    }
}

impl QueueNumber {
    /// Before every entry.
    pub const NONE: Self = Self(0);
}

impl Reader {
    /// The first so many documents whose stories are to be derived, in the order in which they came on the list, after an
    /// entry and up to another.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn queued_after(
        &self,
        after: QueueNumber,
        until: QueueNumber,
        most: usize,
    ) -> Result<Vec<QueueEntry>, StoreError> {
        const DUE: &str = "SELECT number, document, cause, taken FROM due WHERE number > ?1 AND number <= ?2 ORDER BY number LIMIT ?3";
        self.all(DUE, params![after.0, until.0, limit(most)], entry)
    }

    /// All entries of a document.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn queued_for(&self, document: Sequence) -> Result<Vec<QueueEntry>, StoreError> {
        self.all("SELECT number, document, cause, taken FROM due WHERE document = ?1", [document.0], entry)
    }

    /// Until when a program derives what an entry calls for; nothing where it is off the list.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn lease_of(&self, number: QueueNumber) -> Result<Option<Option<Timestamp>>, StoreError> {
        let taken = "SELECT taken FROM due WHERE number = ?1";
        self.first(taken, [number.0], |row| optional_instant_in(row, 0))
    }

    /// The documents that are on the list because of a decision.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn queued_by(&self, decision: &str) -> Result<Vec<Sequence>, StoreError> {
        self.all("SELECT DISTINCT document FROM due WHERE decision = ?1 ORDER BY document", [decision], sequence)
    }

    /// The entry that came last, whether it is still on the list or not.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn last_queued(&self) -> Result<QueueNumber, StoreError> {
        let last = self.first("SELECT seq FROM sqlite_sequence WHERE name = 'due'", (), |row| row.get(0))?;
        Ok(QueueNumber(last.unwrap_or(0)))
    }

    /// How many stories, counted once for each document and reason, are to be derived up to an entry.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn count_queued(&self, until: QueueNumber) -> Result<usize, StoreError> {
        self.one("SELECT count(*) FROM due WHERE number <= ?1", [until.0], |row| count_in(row, 0))
    }

    /// What is recorded and in no story yet; nothing where all is derived.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn pending(&self) -> Result<Option<Pending>, StoreError> {
        if self.nothing_waits()? {
            return Ok(None);
        }
        const ARTICLES: &str = "SELECT count(*), min(recorded_at) FROM document WHERE sequence IN \
             (SELECT key FROM mark WHERE kind = 1 UNION SELECT document FROM due WHERE cause = 1) \
             AND NOT EXISTS (SELECT 1 FROM member WHERE member.document = sequence)";
        const DECISIONS: &str = "SELECT count(*), min(at) FROM decision WHERE id IN \
             (SELECT key FROM mark WHERE kind = 2 UNION SELECT decision FROM due WHERE cause = 3)";
        self.pending_from(self.counted(ARTICLES, ())?, self.counted(DECISIONS, ())?)
    }

    /// The same of one story.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn pending_of(&self, story: &str) -> Result<Option<Pending>, StoreError> {
        if !self.is_there("SELECT 1 FROM due WHERE story = ?1 LIMIT 1", [story])? {
            return Ok(None);
        }
        const ARTICLES: &str = "SELECT count(*), min(recorded_at) FROM document WHERE sequence IN \
             (SELECT document FROM due WHERE story = ?1 AND cause = 1) \
             AND NOT EXISTS (SELECT 1 FROM member WHERE member.document = sequence)";
        const DECISIONS: &str = "SELECT count(*), min(at) FROM decision WHERE id IN \
             (SELECT decision FROM due WHERE story = ?1 AND cause = 3)";
        self.pending_from(self.counted(ARTICLES, [story])?, self.counted(DECISIONS, [story])?)
    }

    /// The stories of which something is not derived yet.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn stories_pending(&self) -> Result<Vec<String>, StoreError> {
        self.all("SELECT DISTINCT story FROM due WHERE story IS NOT NULL ORDER BY story", (), |row| row.get(0))
    }

    /// Whether all that is recorded is derived; words that are still in unused parts of the file do not matter here.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn nothing_waits(&self) -> Result<bool, StoreError> {
        let marked = self.is_there("SELECT 1 FROM mark WHERE kind < 4 LIMIT 1", ())?;
        Ok(!marked && !self.is_there("SELECT 1 FROM due LIMIT 1", ())?)
    }

    /// The last document before the first that no story has yet; the last of all where every one is in a story.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn last_placed(&self) -> Result<i64, StoreError> {
        const WAITING: &str = "SELECT min(sequence) FROM document WHERE sequence IN \
             (SELECT key FROM mark WHERE kind = 1 UNION SELECT document FROM due WHERE cause = 1) \
             AND NOT EXISTS (SELECT 1 FROM member WHERE member.document = sequence)";
        let waiting = self.first(WAITING, (), |row| row.get::<_, Option<i64>>(0))?.flatten();
        match waiting {
            Some(first) => Ok(first - 1),
            None => Ok(self.last_sequence()?.map_or(0, Sequence::number)),
        }
    }

    fn is_there(&self, sql: &str, params: impl rusqlite::Params) -> Result<bool, StoreError> {
        Ok(self.first(sql, params, |_| Ok(()))?.is_some())
    }

    fn counted(&self, sql: &str, params: impl rusqlite::Params) -> Result<(usize, Option<Timestamp>), StoreError> {
        self.one(sql, params, |row| Ok((count_in(row, 0)?, optional_instant_in(row, 1)?)))
    }

    fn pending_from(
        &self,
        (articles, added): (usize, Option<Timestamp>),
        (decisions, decided): (usize, Option<Timestamp>),
    ) -> Result<Option<Pending>, StoreError> {
        let since = [added, decided].into_iter().flatten().min();
        Ok(Some(Pending { articles, decisions, since }))
    }
}

impl Batch<'_> {
    /// Puts a document's story on the list; `story` is the one, as it was derived last, that will show it.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn enqueue(&self, document: Sequence, cause: &Cause, story: Option<&str>) -> Result<(), StoreError> {
        const SET: &str = "INSERT INTO due(document, cause, decision, story) VALUES (?1, ?2, ?3, ?4)";
        let (cause, decision) = cause.row();
        self.write(|connection| run(connection, SET, params![document.0, cause, decision, story]).map(drop))
    }

    /// Takes entries off the list.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn dequeue(&self, numbers: &[QueueNumber]) -> Result<(), StoreError> {
        const CLEAR: &str = "DELETE FROM due WHERE number = ?1";
        self.write(|connection| numbers.iter().try_for_each(|number| run(connection, CLEAR, [number.0]).map(drop)))
    }

    /// Says until when a program derives what entries call for; nothing where it no longer does.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn set_lease(&self, numbers: &[QueueNumber], until: Option<Timestamp>) -> Result<(), StoreError> {
        const TAKE: &str = "UPDATE due SET taken = ?2 WHERE number = ?1";
        let until = until.map(Timestamp::as_microsecond);
        self.write(|connection| {
            numbers.iter().try_for_each(|number| run(connection, TAKE, params![number.0, until]).map(drop))
        })
    }

    /// Takes a document off the list.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn dequeue_document(&self, document: Sequence) -> Result<(), StoreError> {
        self.write(|connection| run(connection, "DELETE FROM due WHERE document = ?1", [document.0]).map(drop))
    }

    /// Whatever waits for one story to be derived waits for another, which has taken it in.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    pub fn move_queued(&self, from: &str, to: &str) -> Result<(), StoreError> {
        self.write(|connection| run(connection, "UPDATE due SET story = ?2 WHERE story = ?1", [from, to]).map(drop))
    }
}

fn entry(row: &Row<'_>) -> rusqlite::Result<QueueEntry> {
    let cause: i64 = row.get(2)?;
    Ok(QueueEntry {
        number: QueueNumber(row.get(0)?),
        document: Sequence(row.get(1)?),
        is_certain: cause != LINKED,
        leased_until: optional_instant_in(row, 3)?,
    })
}
