//! Candidates for a story: documents that share a term and came out near each other.

use jiff::Timestamp;
use rusqlite::params;

use super::document::{Sequence, sequence};
use super::error::StoreError;
use super::reader::Reader;

/// What stands for the instant of a document without one: before every instant that there is.
const UNDATED: i64 = i64::MIN;

/// Which documents may be candidates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Those that came out between two instants, both included.
    Between(Timestamp, Timestamp),
    /// Those of which it is not known when they came out.
    Undated,
}

/// The documents that have a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postings {
    /// The hash of the term.
    pub term: u64,
    /// The documents, by instant; `None` where more than the limit have it. Some of too many would be a choice by order
    /// of adding, and a term that so many share tells little.
    pub documents: Option<Vec<Sequence>>,
}

impl Reader {
    /// For each of the terms, in the order given, which documents have it. The cost is that of reading `limit`
    /// documents a term, however large the ledger.
    pub fn candidates(&self, terms: &[u64], window: Window, limit: usize) -> Result<Vec<Postings>, StoreError> {
        const POSTINGS: &str = "SELECT document FROM term WHERE term_hash = ?1 AND instant BETWEEN ?2 AND ?3 \
                                ORDER BY instant, document LIMIT ?4";
        let (from, to) = match window {
            Window::Between(from, to) => (from.as_microsecond(), to.as_microsecond()),
            Window::Undated => (UNDATED, UNDATED),
        };
        let most = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
        let postings = terms.iter().map(|term| {
            let documents = self.all(POSTINGS, params![term.cast_signed(), from, to, most], sequence)?;
            Ok(Postings { term: *term, documents: Some(documents).filter(|documents| documents.len() <= limit) })
        });
        postings.collect()
    }
}

/// How an instant stands in the index of terms.
pub fn instant_key(published: Option<Timestamp>) -> i64 {
    published.map_or(UNDATED, Timestamp::as_microsecond)
}
