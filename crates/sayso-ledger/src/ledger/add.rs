//! Adding documents.

use std::sync::Arc;

use jiff::Timestamp;

use super::Ledger;
use crate::store::{Added, Addition, Capture, Removed, StoreError};
use crate::version::address;
use crate::{Document, Entry};

/// A document that is given, with what it was read from.
#[derive(Clone, Debug)]
pub struct Given {
    /// The document.
    pub entry: Entry,
    /// What was fetched, where that is kept; one feed has several documents.
    pub capture: Option<Arc<Capture>>,
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
        let given: Vec<(Addition, Option<Arc<Capture>>)> = given.collect();
        let batch = self.writer.batch()?;
        let mut outcomes = Vec::with_capacity(given.len());
        for (addition, capture) in &given {
            let added = batch.add(addition);
            if let (Ok(Added::Fresh(sequence)), Some(capture)) = (&added, capture) {
                batch.keep(*sequence, capture)?;
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

pub(super) fn addition(entry: Entry, at: Timestamp) -> Addition {
    let document = Document::new(entry);
    let address = document.url().and_then(address).map(|address| address.as_str().to_owned());
    Addition::new(document, address, at)
}
