//! Adding documents.

use std::sync::Arc;

use jiff::Timestamp;
use sayso_read::Id;

use super::Ledger;
use crate::store::{Added, Addition, Batch, Capture, Removed, Sequence, StoreError};
use crate::version::address;
use crate::{Document, Entry};

/// A document that is given, with what it was read from.
#[derive(Clone, Debug)]
pub struct Given {
    /// The document.
    pub entry: Entry,
    /// What was fetched, where that is kept; one feed has several documents.
    pub capture: Option<Arc<CapturedDocuments>>,
}

/// What was fetched, and whose words it has.
#[derive(Clone, Debug)]
pub struct CapturedDocuments {
    /// What was fetched.
    pub capture: Capture,
    /// The ids of all documents in it, those that were known before among them: it goes with any of them.
    pub documents: Vec<Id>,
}

impl From<Entry> for Given {
    fn from(entry: Entry) -> Self {
        Self { entry, capture: None }
    }
}

/// What became of a document.
#[derive(Debug)]
pub enum AddOutcome {
    /// It is recorded.
    Recorded,
    /// It was there already.
    Known,
    /// Its text was removed, and does not come back.
    Removed(Box<Removed>),
    /// Another document has its id.
    Refused(StoreError),
}

impl Ledger {
    /// Adds documents, recorded at an instant; when this returns, they outlive a crash and a power cut. Each is recorded
    /// whole or not at all, and one that is refused keeps none of the others out.
    /// What a new one was read from is kept with it.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written: then none of these is recorded.
    pub fn add<G: Into<Given>>(&mut self, given: Vec<G>, at: Timestamp) -> Result<Vec<AddOutcome>, StoreError> {
        let given = given.into_iter().map(|given| {
            let Given { entry, capture } = given.into();
            (addition(entry, at), capture)
        });
        let given: Vec<(Addition, Option<Arc<CapturedDocuments>>)> = given.collect();
        let batch = self.writer.batch()?;
        let mut outcomes = Vec::with_capacity(given.len());
        for (addition, capture) in &given {
            let added = batch.add(addition);
            if let (Ok(Added::Fresh(sequence)), Some(capture)) = (&added, capture) {
                keep(&batch, *sequence, capture)?;
            }
            outcomes.push(match added {
                Ok(Added::Fresh(_)) => AddOutcome::Recorded,
                Ok(Added::Known { .. }) => AddOutcome::Known,
                Ok(Added::Removed(sequence)) => {
                    let removed = batch.removed(sequence)?.map(Box::new);
                    removed.map_or(AddOutcome::Known, AddOutcome::Removed)
                }
                Err(clash @ StoreError::Clash(..)) => AddOutcome::Refused(clash),
                Err(error) => return Err(error),
            });
        }
        batch.commit()?;
        Ok(outcomes)
    }
}

/// Keeps what a document was read from, for it and for all whose words are in it; nothing where the words of one were removed.
fn keep(batch: &Batch<'_>, sequence: Sequence, from: &CapturedDocuments) -> Result<(), StoreError> {
    let mut of = vec![sequence];
    for id in &from.documents {
        let Some(other) = batch.sequence_of(id)? else { continue };
        if batch.removed(other)?.is_some() {
            return Ok(());
        }
        of.push(other);
    }
    batch.keep(&of, &from.capture)
}

pub(super) fn addition(entry: Entry, at: Timestamp) -> Addition {
    let document = Document::new(entry);
    let address = document.url().and_then(address).map(|address| address.as_str().to_owned());
    Addition::new(document, address, at)
}
