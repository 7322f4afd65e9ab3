//! Looking through the whole file for damage.

use super::compressed::decompress;
use super::document::{Hash, hash};
use super::error::StoreError;
use super::reader::Reader;

impl Reader {
    /// What is wrong with the file, in plain words; nothing where it is sound. Reads all of it: the database's own
    /// structure, and each entry against its hash.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn check(&self) -> Result<Vec<String>, StoreError> {
        let found = self.all("PRAGMA integrity_check(100)", (), |row| row.get::<_, String>(0))?;
        let mut wrong: Vec<String> = found.into_iter().filter(|line| line != "ok").collect();
        for sequence in self.sequences()? {
            let row = "SELECT entry_hash, entry FROM document WHERE sequence = ?1";
            let found = self.first(row, [sequence.0], |row| Ok((row.get::<_, Hash>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
            let sound =
                found.is_some_and(|(expected, packed)| decompress(&packed).is_ok_and(|json| hash(&json) == expected));
            if !sound && self.removed(sequence)?.is_none() {
                wrong.push(format!("the entry of document {} is not what was added", sequence.0));
            }
        }
        Ok(wrong)
    }
}
