//! The shelf of signatures: where each document stands on the lists of its telling terms, what is around it, and to
//! which others it is tied. All of it can be made again from the documents.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use rusqlite::{Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::batch::{Batch, run};
use super::error::StoreError;
use super::packed::{pack, unpack};
use super::reader::Reader;
use crate::story::{Around, DocumentKey, Index, Signature, Tie};

/// What stands for the instant of a document without one: behind every instant that there is.
const UNDATED: i64 = i64::MAX;

/// Signatures that are kept unpacked: one more document is compared with about a thousand.
const UNPACKED: usize = 8192;

/// The shelf in a ledger that is read or written. [`Index`] has no way to fail, so a failure is kept, everything after it
/// finds nothing, and [`Shelf::failure`] gives it: ask after each document.
pub struct Shelf<'store> {
    reader: &'store Reader,
    batch: Option<&'store Batch<'store>>,
    unpacked: RefCell<BTreeMap<DocumentKey, Arc<Signature>>>,
    failure: RefCell<Option<StoreError>>,
}

impl<'store> Shelf<'store> {
    /// For reading alone.
    pub fn of_reader(reader: &'store Reader) -> Self {
        Self { reader, batch: None, unpacked: RefCell::default(), failure: RefCell::default() }
    }

    /// For writing as part of a batch.
    pub fn of_batch(batch: &'store Batch<'store>) -> Self {
        Self { reader: batch, batch: Some(batch), unpacked: RefCell::default(), failure: RefCell::default() }
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

    fn unpacked<T: DeserializeOwned>(&self, column: &str, key: &DocumentKey) -> Option<T> {
        let sql = format!("SELECT {column} FROM shelf WHERE id = ?1 AND instant = ?2");
        let packed = self.reader.first(&sql, params![key.id, instant(key)], |row| row.get::<_, Vec<u8>>(0));
        let packed = self.found(packed)?;
        let value = unpack(&packed).and_then(|json| serde_json::from_slice(&json).ok());
        self.found(value.map(Some).ok_or_else(|| self.reader.damaged("what is kept of a document for grouping")))
    }

    fn keys(&self, sql: &str, params: impl rusqlite::Params) -> Vec<DocumentKey> {
        self.found(self.reader.all(sql, params, document_key))
    }
}

impl Index for Shelf<'_> {
    fn keep(&mut self, key: &DocumentKey, signature: Signature, listings: &[String]) {
        const KEEP: &str = "INSERT OR REPLACE INTO shelf VALUES (?1, ?2, ?3, ?4)";
        self.write(|connection| {
            let kept = params![key.id, instant(key), packed(&signature), packed(&Around::default())];
            run(connection, KEEP, kept)?;
            listings.iter().try_for_each(|listing| {
                let place = params![listing, instant(key), key.id];
                run(connection, "INSERT OR IGNORE INTO listing VALUES (?1, ?2, ?3)", place).map(drop)
            })
        });
        self.unpacked.borrow_mut().insert(key.clone(), Arc::new(signature));
    }

    fn signature(&self, key: &DocumentKey) -> Option<Arc<Signature>> {
        if let Some(signature) = self.unpacked.borrow().get(key) {
            return Some(Arc::clone(signature));
        }
        let signature = Arc::new(self.unpacked::<Signature>("signature", key)?);
        let mut unpacked = self.unpacked.borrow_mut();
        if unpacked.len() >= UNPACKED {
            unpacked.clear();
        }
        unpacked.insert(key.clone(), Arc::clone(&signature));
        Some(signature)
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

    fn around(&self, key: &DocumentKey) -> Option<Around> {
        self.unpacked("around", key)
    }

    fn set_around(&mut self, key: &DocumentKey, around: Around) {
        const SET: &str = "UPDATE shelf SET around = ?3 WHERE id = ?1 AND instant = ?2";
        self.write(|connection| run(connection, SET, params![key.id, instant(key), packed(&around)]).map(drop));
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

fn packed(value: &impl Serialize) -> Vec<u8> {
    pack(&serde_json::to_vec(value).unwrap_or_default())
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
