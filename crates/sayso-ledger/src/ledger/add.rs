//! Adding documents.

use jiff::Timestamp;

use super::Ledger;
use crate::store::{Added, Addition, Removed, StoreError};
use crate::version::address;
use crate::{Document, Entry};

/// What became of a document.
#[derive(Debug)]
pub enum Outcome {
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
    pub fn add(&mut self, entries: Vec<Entry>, at: Timestamp) -> Result<Vec<Outcome>, StoreError> {
        let batch = self.writer.batch()?;
        let mut outcomes = Vec::with_capacity(entries.len());
        for entry in entries {
            let document = Document::new(entry);
            let address = document.url().and_then(address);
            let address = address.as_ref().map(|address| address.as_str());
            let added = batch.add(&Addition { document: &document, address, recorded_at: at });
            outcomes.push(match added {
                Ok(Added::Fresh(_)) => Outcome::Recorded,
                Ok(Added::Known { .. }) => Outcome::Known,
                Ok(Added::Removed(sequence)) => {
                    let removed = batch.removed(sequence)?.map(Box::new);
                    removed.map_or(Outcome::Known, Outcome::Removed)
                }
                Err(clash @ StoreError::Clash(..)) => Outcome::Refused(clash),
                Err(error) => return Err(error),
            });
        }
        batch.commit()?;
        Ok(outcomes)
    }
}
