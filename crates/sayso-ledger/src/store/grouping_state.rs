//! The shelf of signatures: where each document stands on the lists of its telling terms, what is around it, and to
//! which others it is tied. All of it can be made again from the documents.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::batch::{Batch, run};
use super::compressed::{compress, decompress};
use super::error::StoreError;
use super::reader::Reader;
use crate::story::{DocumentKey, Index, Neighbourhood, Outline, Signature, Tie};

/// What stands for the instant of a document without one: behind every instant that there is.
const UNDATED: i64 = i64::MAX;

/// Outlines, and what is around documents, that are held in memory: one more document is compared with about a thousand.
const HELD: usize = 8192;

/// What was fetched or written last.
struct Held<T>(RefCell<HashMap<DocumentKey, Arc<T>>>);

impl<T> Default for Held<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> Held<T> {
    fn get(&self, key: &DocumentKey, fetch: impl FnOnce() -> Option<Arc<T>>) -> Option<Arc<T>> {
        if let Some(held) = self.0.borrow().get(key) {
            return Some(Arc::clone(held));
        }
        let fetched = fetch()?;
        self.set(key, Arc::clone(&fetched));
        Some(fetched)
    }

    fn set(&self, key: &DocumentKey, value: Arc<T>) {
        let mut held = self.0.borrow_mut();
        if held.len() >= HELD {
            held.clear();
        }
        held.insert(key.clone(), value);
    }
}

/// The shelf in a ledger that is read or written. [`Index`] has no way to fail, so a failure is kept, everything after it
/// finds nothing, and [`GroupingState::failure`] gives it: ask after each document.
pub struct GroupingState<'store> {
    reader: &'store Reader,
    batch: Option<&'store Batch<'store>>,
    outlines: Held<Outline>,
    neighbourhoods: Held<Neighbourhood>,
    failure: RefCell<Option<StoreError>>,
}

impl<'store> GroupingState<'store> {
    /// For reading alone.
    pub fn of_reader(reader: &'store Reader) -> Self {
        Self {
            reader,
            batch: None,
            outlines: Held::default(),
            neighbourhoods: Held::default(),
            failure: RefCell::default(),
        }
    }

    /// For writing as part of a batch.
    pub fn of_batch(batch: &'store Batch<'store>) -> Self {
        Self {
            reader: batch,
            batch: Some(batch),
            outlines: Held::default(),
            neighbourhoods: Held::default(),
            failure: RefCell::default(),
        }
    }

    /// What failed since the last time, where something did.
    pub fn failure(&self) -> Result<(), StoreError> {
        self.failure.borrow_mut().take().map_or(Ok(()), Err)
    }

    fn found<T: Default>(&self, found: Result<T, StoreError>) -> T {
        found.unwrap_or_else(|error| {
            self.failure.borrow_mut().get_or_insert(error);
            T::default()
        })
    }

    fn write(&self, statements: impl FnOnce(&rusqlite::Connection) -> rusqlite::Result<()>) {
        if let Some(batch) = self.batch {
            self.found(batch.write(statements));
        }
    }

    /// What is kept of a document in a column, read by a function that gives nothing where it is damaged.
    fn kept<T>(&self, sql: &str, key: &DocumentKey, read: impl Fn(&[u8]) -> Option<T>) -> Option<Arc<T>> {
        let row = |row: &Row<'_>| Ok(row.get_ref(0)?.as_bytes().ok().and_then(&read));
        let found = self.found(self.reader.first(sql, params![key.id, instant(key)], row))?;
        let whole = found.ok_or_else(|| self.reader.damaged("what is kept of a document for grouping"));
        self.found(whole.map(|value| Some(Arc::new(value))))
    }

    fn keys(&self, sql: &str, params: impl rusqlite::Params) -> Vec<DocumentKey> {
        self.found(self.reader.all(sql, params, document_key))
    }
}

impl Index for GroupingState<'_> {
    fn keep(&mut self, key: &DocumentKey, signature: Signature, listings: &[String]) {
        const KEEP: &str = "INSERT OR REPLACE INTO shelf(id, instant, around, outline, signature) \
                            VALUES (?1, ?2, ?3, ?4, ?5)";
        let outline = Outline::of(&signature);
        self.write(|connection| {
            let packed = compress(
                &serde_json::to_vec(&signature).expect("a signature is made of texts and numbers, which JSON has"),
            );
            let kept = params![key.id, instant(key), json(&Neighbourhood::default()), outline.to_bytes(), packed];
            run(connection, KEEP, kept)?;
            listings.iter().try_for_each(|listing| {
                let place = params![listing, instant(key), key.id];
                run(connection, "INSERT OR IGNORE INTO listing VALUES (?1, ?2, ?3)", place).map(drop)
            })
        });
        self.outlines.set(key, Arc::new(outline));
    }

    fn forget(&mut self, key: &DocumentKey, listings: &[String]) {
        self.write(|connection| {
            run(connection, "DELETE FROM shelf WHERE id = ?1 AND instant = ?2", params![key.id, instant(key)])?;
            listings.iter().try_for_each(|listing| {
                const LISTED: &str = "DELETE FROM listing WHERE listing = ?1 AND instant = ?2 AND id = ?3";
                run(connection, LISTED, params![listing, instant(key), key.id]).map(drop)
            })
        });
        self.outlines.0.borrow_mut().remove(key);
        self.neighbourhoods.0.borrow_mut().remove(key);
    }

    fn signature(&self, key: &DocumentKey) -> Option<Arc<Signature>> {
        const SIGNATURE: &str = "SELECT signature FROM shelf WHERE id = ?1 AND instant = ?2";
        self.kept(SIGNATURE, key, |packed| serde_json::from_slice(&decompress(packed)?).ok())
    }

    fn outline(&self, key: &DocumentKey) -> Option<Arc<Outline>> {
        const OUTLINE: &str = "SELECT outline FROM shelf WHERE id = ?1 AND instant = ?2";
        self.outlines.get(key, || self.kept(OUTLINE, key, Outline::from_bytes))
    }

    fn before(&self, listing: &str, key: &DocumentKey, most: usize) -> Vec<DocumentKey> {
        const BEFORE: &str = "SELECT id, instant FROM listing WHERE listing = ?1 AND (instant, id) < (?2, ?3) \
                              ORDER BY instant DESC, id DESC LIMIT ?4";
        self.keys(BEFORE, params![listing, instant(key), key.id, limit(most)])
    }

    fn after(&self, listing: &str, key: &DocumentKey, most: usize) -> Vec<DocumentKey> {
        const AFTER: &str = "SELECT id, instant FROM listing WHERE listing = ?1 AND (instant, id) > (?2, ?3) \
                             ORDER BY instant, id LIMIT ?4";
        self.keys(AFTER, params![listing, instant(key), key.id, limit(most)])
    }

    fn neighbourhood(&self, key: &DocumentKey) -> Option<Arc<Neighbourhood>> {
        const AROUND: &str = "SELECT around FROM shelf WHERE id = ?1 AND instant = ?2";
        self.neighbourhoods.get(key, || self.kept(AROUND, key, |json| serde_json::from_slice(json).ok()))
    }

    fn set_neighbourhood(&mut self, key: &DocumentKey, around: Neighbourhood) {
        const SET: &str = "UPDATE shelf SET around = ?3 WHERE id = ?1 AND instant = ?2";
        self.write(|connection| run(connection, SET, params![key.id, instant(key), json(&around)]).map(drop));
        self.neighbourhoods.set(key, Arc::new(around));
    }

    fn tie(&mut self, tie: Tie, key: &DocumentKey, to: Vec<DocumentKey>) {
        self.write(|connection| {
            run(connection, "DELETE FROM tie WHERE kind = ?1 AND id = ?2", params![kind(tie), key.id])?;
            to.iter().try_for_each(|other| {
                let ends = params![kind(tie), key.id, instant(key), other.id, instant(other)];
                run(connection, "INSERT OR IGNORE INTO tie VALUES (?1, ?2, ?3, ?4, ?5)", ends).map(drop)
            })
        });
    }

    fn tied_to(&self, tie: Tie, key: &DocumentKey) -> Vec<DocumentKey> {
        const TO: &str = "SELECT to_id, to_instant FROM tie WHERE kind = ?1 AND id = ?2 ORDER BY to_instant, to_id";
        self.keys(TO, params![kind(tie), key.id])
    }

    fn tied_from(&self, tie: Tie, key: &DocumentKey) -> Vec<DocumentKey> {
        const FROM: &str = "SELECT id, instant FROM tie WHERE kind = ?1 AND to_id = ?2 ORDER BY instant, id";
        self.keys(FROM, params![kind(tie), key.id])
    }
}

fn kind(tie: Tie) -> i64 {
    match tie {
        Tie::Link => 1,
        Tie::Watch => 2,
    }
}

fn json(around: &Neighbourhood) -> String {
    serde_json::to_string(around).expect("keys of documents are texts, which JSON has")
}

fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

fn instant(key: &DocumentKey) -> i64 {
    key.at.map_or(UNDATED, Timestamp::as_microsecond)
}

fn document_key(row: &Row<'_>) -> rusqlite::Result<DocumentKey> {
    let instant: i64 = row.get(1)?;
    let at = if instant == UNDATED { None } else { Timestamp::from_microsecond(instant).ok() };
    Ok(DocumentKey { id: row.get(0)?, at })
}
