//! The documents that stories were derived from lately, with what was derived from them: a story that one article joins is
//! derived again without reading, unpacking and comparing the others anew.
//!
//! What is remembered changes no conclusion. A document is used again only where the file still has the same entry, and
//! all are forgotten where a text was removed, since what was derived from one may have the words of another.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::Document;
use crate::store::{Reader, Sequence, Stamp, StoreError};

/// Bytes that are remembered at most, more or less. An article of the news takes some 100 kB with all that is derived from
/// it.
const MOST_BYTES: usize = 256 << 20;

/// The documents that were used last, at most 256 MB of them. A clone is the same memory: who opens a ledger again and again
/// gives it to each.
#[derive(Clone, Debug, Default)]
pub struct DocumentCache(Arc<Mutex<CacheState>>);

/// A document that is remembered.
#[derive(Debug)]
struct Remembered {
    stamp: Stamp,
    document: Document,
    bytes: usize,
    /// When it was used last.
    used: u64,
}

/// What is remembered.
#[derive(Debug)]
struct CacheState {
    documents: HashMap<Sequence, Remembered>,
    /// Those that are held by the time when they were used.
    by_use: BTreeMap<u64, Sequence>,
    bytes: usize,
    most: usize,
    uses: u64,
    /// How many texts were removed from the file.
    removals: i64,
}

impl Default for CacheState {
    fn default() -> Self {
        Self { documents: HashMap::new(), by_use: BTreeMap::new(), bytes: 0, most: MOST_BYTES, uses: 0, removals: 0 }
    }
}

impl DocumentCache {
    /// The documents of a file, in their order; those whose text was removed are left out.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read.
    pub(crate) fn documents(&self, reader: &Reader, sequences: &[Sequence]) -> Result<Vec<Document>, StoreError> {
        let removals = reader.removals()?;
        self.held().forget_for(removals);
        let documents = sequences.iter().map(|sequence| self.document(reader, *sequence));
        documents.filter_map(Result::transpose).collect()
    }

    fn document(&self, reader: &Reader, sequence: Sequence) -> Result<Option<Document>, StoreError> {
        let Some(stamp) = reader.stamp(sequence)? else { return Ok(None) };
        let known = self.held().take(sequence).filter(|known| known.stamp == stamp).map(|known| known.document);
        let document = match known {
            Some(document) => Some(document),
            None => reader.entry(sequence)?.map(Document::new),
        };
        if let Some(document) = &document {
            self.held().put(sequence, stamp, document.clone());
        }
        Ok(document)
    }

    fn held(&self) -> MutexGuard<'_, CacheState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl CacheState {
    /// Forgets everything where another number of texts was removed than was known.
    fn forget_for(&mut self, removals: i64) {
        if self.removals != removals {
            *self = Self { removals, most: self.most, ..Self::default() };
        }
    }

    fn take(&mut self, sequence: Sequence) -> Option<Remembered> {
        let known = self.documents.remove(&sequence)?;
        self.by_use.remove(&known.used);
        self.bytes -= known.bytes;
        Some(known)
    }

    /// Remembers a document, and forgets those that were used longest ago. It is weighed with all that was derived from it
    /// until now; what is derived later counts when it is used next.
    fn put(&mut self, sequence: Sequence, stamp: Stamp, document: Document) {
        self.take(sequence);
        let (bytes, used) = (document.weight(), self.uses);
        self.uses += 1;
        self.bytes += bytes;
        self.by_use.insert(used, sequence);
        self.documents.insert(sequence, Remembered { stamp, document, bytes, used });
        while self.bytes > self.most {
            let Some((_, oldest)) = self.by_use.first_key_value() else { break };
            self.take(*oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use jiff::Timestamp;

    use super::*;
    use crate::ledger::Removal;
    use crate::{Entry, Ledger};

    fn entries() -> Vec<Entry> {
        let lines = include_str!("../tests/fixtures/entries.jsonl").lines();
        lines.map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[test]
    fn what_was_used_last_is_held_and_no_more_than_fits() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ledger");
        let mut ledger = Ledger::open(&path, Duration::from_secs(1)).unwrap();
        ledger.add(entries(), Timestamp::UNIX_EPOCH).unwrap();
        let reader = Reader::open(&path, Duration::from_secs(1)).unwrap();
        let sequences = reader.sequences().unwrap();
        let cache = DocumentCache::default();
        let first = cache.documents(&reader, &sequences).unwrap();
        let again = cache.documents(&reader, &sequences).unwrap();
        assert!(first.len() == sequences.len() && first.iter().zip(&again).all(|(one, other)| one.is_same(other)));
        assert_eq!(first[0].entry, reader.entry(sequences[0]).unwrap().unwrap());

        let most = first[first.len() - 3..].iter().map(Document::weight).sum();
        cache.held().most = most;
        cache.documents(&reader, &sequences).unwrap();
        let held = cache.held();
        assert!(held.bytes <= most && held.documents.len() == held.by_use.len() && held.documents.len() >= 2);
        assert!(held.documents.contains_key(&sequences[sequences.len() - 1]));
        assert!(!held.documents.contains_key(&sequences[0]));
    }

    #[test]
    fn a_text_that_was_removed_is_remembered_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ledger");
        let cache = DocumentCache::default();
        let mut ledger = Ledger::open(&path, Duration::from_secs(1)).unwrap().with_cache(&cache);
        ledger.add(entries(), Timestamp::UNIX_EPOCH).unwrap();
        ledger.refresh(|_| ()).unwrap();
        assert!(!cache.held().documents.is_empty());
        let removed = entries()[0].record.id.to_string();
        let at = Timestamp::UNIX_EPOCH;
        let mut other = Ledger::open(&path, Duration::from_secs(1)).unwrap();
        let removal = Removal { article: &removed, why: "asked for", by: "Ann", at, keeps_title: false };
        other.remove(&removal).unwrap();
        ledger.refresh(|_| ()).unwrap();
        let ids: Vec<String> = cache.held().documents.values().map(|known| known.document.id().to_string()).collect();
        assert!(!ids.is_empty() && !ids.contains(&removed), "{ids:?}");
    }
}
