//! By what a ledger is known, wherever it lies: what was recorded in it first, which is never altered.

use rusqlite::OptionalExtension;
use sha2::{Digest, Sha256};

use super::error::StoreError;
use super::reader::Reader;

impl Reader {
    /// The ledger's name for itself, for as long as it lasts: the same in every copy and backup, another for every ledger
    /// that was begun apart, even with the same documents. Nothing for one in which nothing was recorded yet.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be read.
    pub fn identity(&self) -> Result<Option<String>, StoreError> {
        const FIRST: &str = "SELECT id, entry_hash, recorded_at FROM document ORDER BY sequence LIMIT 1";
        let first = self.connection.query_row(FIRST, (), |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?, row.get::<_, i64>(2)?))
        });
        let first = first.optional().map_err(|error| self.failure(error))?;
        Ok(first.map(|(id, hash, at)| {
            let digest = Sha256::new().chain_update(hash).chain_update(at.to_be_bytes()).chain_update(id).finalize();
            digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
        }))
    }
}
