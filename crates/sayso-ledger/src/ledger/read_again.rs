//! Reading again: what follows from a document is derived again from a later reading of it.

use jiff::Timestamp;
use sayso_read::Record;

use super::Ledger;
use super::add::addition;
use super::ingest::{Ingestion, key_of};
use crate::Entry;
use crate::store::StoreError;

impl Ledger {
    /// Records a later reading of a document under the record's id; whether it differs from the one before, without which
    /// nothing changes. Nor does it where the text was removed meanwhile. What the stream said of the document stays, and so do people's decisions. The stories that it
    /// changes are not to be seen until they are derived: settle next.
    ///
    /// # Errors
    ///
    /// Where there is no such document, or the file cannot be written.
    pub fn read_again(&mut self, record: Record, at: Timestamp) -> Result<bool, StoreError> {
        let batch = self.writer.batch()?;
        let known = batch.sequence_of(&record.id)?;
        let sequence = known.ok_or_else(|| batch.damaged("there is no document to read again"))?;
        let Some(entry) = batch.entry(sequence)?.filter(|entry| entry.record != record) else { return Ok(false) };
        let addition = addition(Entry { record, ..entry }, at);
        let key = key_of(&batch, sequence)?;
        batch.read_again(sequence, &addition)?;
        if let Some(key) = key {
            Ingestion::new(&batch).read_again(sequence, &key)?;
        }
        batch.commit()?;
        Ok(true)
    }
}
