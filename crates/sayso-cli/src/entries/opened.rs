//! What an input, or a capture in an archive, holds: its documents, found and not read yet.

use std::sync::Arc;

use sayso::entry::without_stream;
use sayso::ledger::ledger::{CapturedDocuments, Given};
use sayso::ledger::store::{Capture, Fetched, Reader};
use sayso::ledger::{Entry, View};
use sayso::{Document, Id, Known, Model, Record, read_document};

use super::one::{Read, WITHOUT_TEXT};
use crate::failure::Failure;

/// The documents, and what they were found in.
pub struct Opened {
    /// Those that the ledger lacks; nothing in the place of one that it has.
    documents: Vec<Option<Document>>,
    /// The ids of all of them.
    ids: Vec<Id>,
    /// Entries of a feed that have no text.
    pub without_text: usize,
    /// When it was fetched.
    pub seen: Option<String>,
    /// How it was fetched, with what came, where that is kept.
    pub fetched: Option<(Fetched, Vec<u8>)>,
}

impl Opened {
    /// Of the documents that were found; the error is the ledger's.
    pub fn new(found: Vec<Document>, defaults: &Known, known: &Reader) -> Result<Self, Failure> {
        let ids = found.iter().map(|document| document.id.clone()).collect();
        let fresh = found.into_iter().map(|document| document.or_else_known(defaults)).map(|document| {
            let is_known = View::new(known).has(&document.id, document.article.text.as_str());
            Ok((!is_known.map_err(|error| Failure::ledger(&error))?).then_some(document))
        });
        let documents = fresh.collect::<Result<_, Failure>>()?;
        Ok(Self { documents, ids, without_text: 0, seen: None, fetched: None })
    }

    /// Bytes of the texts that are to be read.
    pub fn texts(&self) -> u64 {
        self.documents.iter().flatten().map(|document| document.article.text.len() as u64).sum()
    }

    /// Bytes that are held until it is read.
    pub fn weight(&self) -> u64 {
        self.texts() + self.fetched.as_ref().map_or(0, |(_, bytes)| bytes.len() as u64)
    }

    /// Reads what the ledger lacks. Nothing is kept of what was fetched where that is nothing.
    pub fn read(self, model: &dyn Model) -> Vec<Read> {
        let Self { documents, ids, without_text, seen, fetched } = self;
        let fetched = fetched.filter(|_| documents.iter().any(Option::is_some));
        let capture = fetched.map(|(fetched, bytes)| {
            Arc::new(CapturedDocuments { capture: Capture::new(fetched, &bytes), documents: ids })
        });
        let passed = (without_text > 0).then(|| Read::Passed(without_text, WITHOUT_TEXT.to_owned()));
        let read = |document| read_one(document, seen.clone(), capture.clone(), model);
        passed.into_iter().chain(documents.into_iter().map(|document| document.map_or(Read::Known, read))).collect()
    }
}

fn read_one(
    document: Document,
    seen: Option<String>,
    capture: Option<Arc<CapturedDocuments>>,
    model: &dyn Model,
) -> Read {
    let id = document.id.clone();
    match read_document(document, model) {
        Ok(reading) => {
            let entry = Entry { seen, ..without_stream(Record::new(id, &reading)) };
            Read::Given(Box::new(Given { entry, capture }))
        }
        Err(error) => Read::Failed(error.to_string()),
    }
}
