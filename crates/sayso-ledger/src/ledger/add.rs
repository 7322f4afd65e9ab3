//! Adding documents.

use jiff::Timestamp;

use super::Ledger;
use crate::store::{Added, Addition, Removed, StoreError};
use crate::version::address;
use crate::{Document, Entry};

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
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written: then none of them is recorded.
    pub fn add(&mut self, entries: Vec<Entry>, at: Timestamp) -> Result<Vec<AddOutcome>, StoreError> {
        let additions: Vec<Addition> = entries.into_iter().map(|entry| addition(entry, at)).collect();
        let batch = self.writer.batch()?;
        let mut outcomes = Vec::with_capacity(additions.len());
        for addition in &additions {
            let added = batch.add(addition);
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

fn addition(entry: Entry, at: Timestamp) -> Addition {
    let document = Document::new(entry);
    let address = document.url().and_then(address).map(|address| address.as_str().to_owned());
    Addition::new(document, address, at)
}
