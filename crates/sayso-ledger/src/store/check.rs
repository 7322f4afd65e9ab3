//! Looking through the whole file for damage.

use rusqlite::Row;

use super::compressed::decompress;
use super::document::{Hash, hash};
use super::error::StoreError;
use super::reader::Reader;

impl Reader {
    /// What is wrong with the file, in plain words; nothing where it is sound. Reads all of it: the database's own
    /// structure, and each entry and all that was fetched against its hash.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn check(&self) -> Result<Vec<String>, StoreError> {
        let found = self.all("PRAGMA integrity_check(100)", (), |row| row.get::<_, String>(0))?;
        let mut wrong: Vec<String> = found.into_iter().filter(|line| line != "ok").collect();
        for sequence in self.sequences()? {
            let row = "SELECT entry_hash, entry FROM document WHERE sequence = ?1";
            let again = "SELECT entry_hash, entry FROM reading WHERE document = ?1";
            let hashed = |row: &Row<'_>| Ok((row.get::<_, Hash>(0)?, row.get::<_, Vec<u8>>(1)?));
            let mut found = self.all(row, [sequence.0], hashed)?;
            found.extend(self.all(again, [sequence.0], hashed)?);
            let is_sound =
                |(expected, packed): &(Hash, Vec<u8>)| decompress(packed).is_ok_and(|json| hash(&json) == *expected);
            let sound = !found.is_empty() && found.iter().all(is_sound);
            if !sound && self.removed(sequence)?.is_none() {
                wrong.push(format!("the entry of document {} is not what was added", sequence.0));
            }
        }
        for number in self.captures()? {
            if self.capture(number)?.and_then(|capture| capture.bytes()).is_none() {
                wrong.push(format!("what was fetched under number {number} is not what came"));
            }
        }
        Ok(wrong)
    }
}
