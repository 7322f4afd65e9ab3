//! What grouping knows of documents: where each document stands on the lists of its telling terms, what is around it, and to
//! which others it is tied. All of it can be made again from the documents.

use std::cell::RefCell;
use std::collections::HashMap;
use std::error;
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Error, Row, params};

use super::batch::{Batch, run};
use super::bounds::limit;
use super::compressed::{compress, decompress};
use super::error::StoreError;
use super::reader::Reader;
use crate::story::{DocumentKey, Index, Neighbourhood, Outline, Signature, Tie};

/// What stands for the instant of a document without one: behind every instant that there is.
const UNDATED: i64 = i64::MAX;

/// Outlines, and what is around documents, that are held in memory: one more document is compared with about a thousand.
const HELD: usize = 8192;

/// What was fetched or written last.
struct RecentlyUsed<T>(RefCell<HashMap<DocumentKey, Arc<T>>>);

impl<T> Default for RecentlyUsed<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> RecentlyUsed<T> {
    fn get(
        &self,
        key: &DocumentKey,
        fetch: impl FnOnce() -> Result<Option<Arc<T>>, StoreError>,
    ) -> Result<Option<Arc<T>>, StoreError> {
        if let Some(held) = self.0.borrow().get(key) {
            return Ok(Some(Arc::clone(held)));
        }
        let fetched = fetch()?;
        if let Some(fetched) = &fetched {
            self.set(key, Arc::clone(fetched));
        }
        Ok(fetched)
    }

    fn set(&self, key: &DocumentKey, value: Arc<T>) {
        let mut held = self.0.borrow_mut();
        if held.len() >= HELD {
            held.clear();
        }
        held.insert(key.clone(), value);
    }

    fn remove(&self, key: &DocumentKey) {
        self.0.borrow_mut().remove(key);
    }
}

/// Why what is kept cannot be read.
type Unreadable = Box<dyn error::Error + Send + Sync>;

/// What grouping knows of the documents of a ledger that is read or written.
pub struct GroupingState<'store> {
    reader: &'store Reader,
    batch: Option<&'store Batch<'store>>,
    outlines: RecentlyUsed<Outline>,
    neighbourhoods: RecentlyUsed<Neighbourhood>,
}

impl<'store> GroupingState<'store> {
    /// For reading alone.
    pub fn of_reader(reader: &'store Reader) -> Self {
        Self { reader, batch: None, outlines: RecentlyUsed::default(), neighbourhoods: RecentlyUsed::default() }
    }

    /// For writing as part of a batch.
    pub fn of_batch(batch: &'store Batch<'store>) -> Self {
        Self { batch: Some(batch), ..Self::of_reader(batch) }
    }

    /// Writes as part of the batch; where it was opened for reading alone, nothing can be written.
    fn write(&self, statements: impl FnOnce(&rusqlite::Connection) -> rusqlite::Result<()>) -> Result<(), StoreError> {
        match self.batch {
            Some(batch) => batch.write(statements),
            None => Err(StoreError::ReadOnly(self.reader.path().to_owned())),
        }
    }

    /// What is kept of a document in a column, read by a function that gives nothing where it is damaged.
    fn kept<T>(
        &self,
        sql: &str,
        key: &DocumentKey,
        read: impl Fn(&[u8]) -> Result<T, Unreadable>,
    ) -> Result<Option<Arc<T>>, StoreError> {
        let row = |row: &Row<'_>| Ok(read(row.get_ref(0)?.as_bytes()?));
        let damaged = |error| self.reader.damaged(format!("what is kept of {} for grouping: {error}", key.id));
        let found = self.reader.first(sql, params![key.id, instant(key)], row)?;
        found.map(|read| read.map(Arc::new).map_err(damaged)).transpose()
    }

    fn keys(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<DocumentKey>, StoreError> {
        self.reader.all(sql, params, document_key)
    }
}

impl Index for GroupingState<'_> {
    type Error = StoreError;

    fn keep(&mut self, key: &DocumentKey, signature: Signature, listings: &[String]) -> Result<(), StoreError> {
        const KEEP: &str = "INSERT OR REPLACE INTO shelf(id, instant, around, outline, signature) \
                            VALUES (?1, ?2, ?3, ?4, ?5)";
        let outline = Outline::of(&signature);
        let json = serde_json::to_vec(&signature).expect("a signature is made of texts and numbers, which JSON has");
        self.write(|connection| {
            let around = json_of(&Neighbourhood::default());
            run(connection, KEEP, params![key.id, instant(key), around, outline.to_bytes(), compress(&json)])?;
            listings.iter().try_for_each(|listing| {
                let place = params![listing, instant(key), key.id];
                run(connection, "INSERT OR IGNORE INTO listing VALUES (?1, ?2, ?3)", place).map(drop)
            })
        })?;
        self.outlines.set(key, Arc::new(outline));
        Ok(())
    }

    fn forget(&mut self, key: &DocumentKey, listings: &[String]) -> Result<(), StoreError> {
        self.write(|connection| {
            run(connection, "DELETE FROM shelf WHERE id = ?1 AND instant = ?2", params![key.id, instant(key)])?;
            listings.iter().try_for_each(|listing| {
                const LISTED: &str = "DELETE FROM listing WHERE listing = ?1 AND instant = ?2 AND id = ?3";
                run(connection, LISTED, params![listing, instant(key), key.id]).map(drop)
            })
        })?;
        self.outlines.remove(key);
        self.neighbourhoods.remove(key);
        Ok(())
    }

    fn signature(&self, key: &DocumentKey) -> Result<Option<Arc<Signature>>, StoreError> {
        const SIGNATURE: &str = "SELECT signature FROM shelf WHERE id = ?1 AND instant = ?2";
        self.kept(SIGNATURE, key, |packed| Ok(serde_json::from_slice(&decompress(packed)?)?))
    }

    fn outline(&self, key: &DocumentKey) -> Result<Option<Arc<Outline>>, StoreError> {
        const OUTLINE: &str = "SELECT outline FROM shelf WHERE id = ?1 AND instant = ?2";
        self.outlines.get(key, || self.kept(OUTLINE, key, outline))
    }

    fn before(&self, listing: &str, key: &DocumentKey, most: usize) -> Result<Vec<DocumentKey>, StoreError> {
        const BEFORE: &str = "SELECT id, instant FROM listing WHERE listing = ?1 AND (instant, id) < (?2, ?3) \
                              ORDER BY instant DESC, id DESC LIMIT ?4";
        self.keys(BEFORE, params![listing, instant(key), key.id, limit(most)])
    }

    fn after(&self, listing: &str, key: &DocumentKey, most: usize) -> Result<Vec<DocumentKey>, StoreError> {
        const AFTER: &str = "SELECT id, instant FROM listing WHERE listing = ?1 AND (instant, id) > (?2, ?3) \
                             ORDER BY instant, id LIMIT ?4";
        self.keys(AFTER, params![listing, instant(key), key.id, limit(most)])
    }

    fn neighbourhood(&self, key: &DocumentKey) -> Result<Option<Arc<Neighbourhood>>, StoreError> {
        const AROUND: &str = "SELECT around FROM shelf WHERE id = ?1 AND instant = ?2";
        self.neighbourhoods.get(key, || self.kept(AROUND, key, |json| Ok(serde_json::from_slice(json)?)))
    }

    fn set_neighbourhood(&mut self, key: &DocumentKey, neighbourhood: Neighbourhood) -> Result<(), StoreError> {
        const SET: &str = "UPDATE shelf SET around = ?3 WHERE id = ?1 AND instant = ?2";
        let around = json_of(&neighbourhood);
        self.write(|connection| run(connection, SET, params![key.id, instant(key), around]).map(drop))?;
        self.neighbourhoods.set(key, Arc::new(neighbourhood));
        Ok(())
    }

    fn tie(&mut self, tie: Tie, key: &DocumentKey, to: Vec<DocumentKey>) -> Result<(), StoreError> {
        self.write(|connection| {
            run(connection, "DELETE FROM tie WHERE kind = ?1 AND id = ?2", params![kind(tie), key.id])?;
            to.iter().try_for_each(|other| {
                let ends = params![kind(tie), key.id, instant(key), other.id, instant(other)];
                run(connection, "INSERT OR IGNORE INTO tie VALUES (?1, ?2, ?3, ?4, ?5)", ends).map(drop)
            })
        })
    }

    fn tied_to(&self, tie: Tie, key: &DocumentKey) -> Result<Vec<DocumentKey>, StoreError> {
        const TO: &str = "SELECT to_id, to_instant FROM tie WHERE kind = ?1 AND id = ?2 ORDER BY to_instant, to_id";
        self.keys(TO, params![kind(tie), key.id])
    }

    fn tied_from(&self, tie: Tie, key: &DocumentKey) -> Result<Vec<DocumentKey>, StoreError> {
        const FROM: &str = "SELECT id, instant FROM tie WHERE kind = ?1 AND to_id = ?2 ORDER BY instant, id";
        self.keys(FROM, params![kind(tie), key.id])
    }
}

fn outline(bytes: &[u8]) -> Result<Outline, Unreadable> {
    Outline::from_bytes(bytes).ok_or_else(|| "the outline is not whole".into())
}

fn kind(tie: Tie) -> i64 {
    match tie {
        Tie::Link => 1,
        Tie::Watch => 2,
    }
}

fn json_of(around: &Neighbourhood) -> String {
    serde_json::to_string(around).expect("keys of documents are texts, which JSON has")
}

fn instant(key: &DocumentKey) -> i64 {
    key.at.map_or(UNDATED, Timestamp::as_microsecond)
}

fn document_key(row: &Row<'_>) -> rusqlite::Result<DocumentKey> {
    let instant: i64 = row.get(1)?;
    let at = match instant {
        UNDATED => None,
        _ => Some(Timestamp::from_microsecond(instant).map_err(|_| Error::IntegralValueOutOfRange(1, instant))?),
    };
    Ok(DocumentKey { id: row.get(0)?, at })
}
