//! Documents that were found and not read yet.

use std::sync::Arc;

use sayso::entry::without_stream;
use sayso::ledger::Entry;
use sayso::ledger::ledger::{CapturedDocuments, Given};
use sayso::ledger::store::{Capture, Fetched, StoreError};
use sayso::{Document, Id, Model, Record, read_document};

use crate::outcome::ReadOutcome;

/// Documents, and what they were found in.
#[derive(Clone, Debug, Default)]
pub struct FoundDocuments {
    /// The documents.
    pub documents: Vec<Document>,
    /// When they were seen.
    pub seen: Option<String>,
    /// How they were fetched, with the bytes that came, where that is kept.
    pub fetched: Option<(Fetched, Vec<u8>)>,
}

impl FoundDocuments {
    /// Reads those that a ledger lacks, as `has` tells. Nothing is kept of what was fetched where that is none.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be asked.
    pub fn read(
        self,
        model: &dyn Model,
        has: impl Fn(&Id, &str) -> Result<bool, StoreError>,
    ) -> Result<Vec<ReadOutcome>, StoreError> {
        let Self { documents, seen, fetched } = self;
        let ids: Vec<Id> = documents.iter().map(|document| document.id.clone()).collect();
        let fresh = documents.into_iter().map(|document| {
            let is_known = has(&document.id, document.article.text.as_str())?;
            Ok((!is_known).then_some(document))
        });
        let fresh: Vec<Option<Document>> = fresh.collect::<Result<_, StoreError>>()?;
        let kept = fetched.filter(|_| fresh.iter().any(Option::is_some));
        let capture = kept.map(|(fetched, bytes)| {
            Arc::new(CapturedDocuments { capture: Capture::new(fetched, &bytes), documents: ids })
        });
        let read = |document| read_one(document, seen.clone(), capture.clone(), model);
        Ok(fresh.into_iter().map(|document| document.map_or(ReadOutcome::Known, read)).collect())
    }
}

fn read_one(
    document: Document,
    seen: Option<String>,
    capture: Option<Arc<CapturedDocuments>>,
    model: &dyn Model,
) -> ReadOutcome {
    let id = document.id.clone();
    match read_document(document, model) {
        Ok(reading) => {
            let entry = Entry { seen, ..without_stream(Record::new(id, &reading)) };
            ReadOutcome::Given(Box::new(Given { entry, capture }))
        }
        Err(error) => ReadOutcome::Failed(error.to_string()),
    }
}
