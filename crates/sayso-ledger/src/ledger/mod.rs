//! The ledger as it is used: documents go in, people decide, stories come out.
//!
//! Adding records a document and marks it. Refreshing takes the marks in: it finds what is near each new document, groups
//! what changed into stories, and puts these on a list; then it derives the record of each anew, while others read, add and
//! decide, and publishes it. A program that is stopped in between has lost nothing: whoever refreshes next finds the marks
//! and the list.

mod add;
mod affected;
mod choice;
mod decide;
mod derivation;
mod documents;
mod ingest;
mod mentions;
mod pending;
mod read_again;
mod refresh;
mod remove;
mod restore;
mod unplaced;
mod validate;
mod view;
mod with_pending;
mod worker;

use std::path::Path;
use std::time::Duration;

use crate::store::{StoreError, Writer};

pub use crate::document_cache::DocumentCache;

pub use add::{AddOutcome, CapturedDocuments, Given};
pub use choice::{Choice, DecideError};
pub use documents::SearchResult;
pub use refresh::{Progress, RefreshScope};
pub use remove::{Left, Removal, RemoveError};
pub use view::View;
pub use with_pending::WithPending;

/// A ledger open for writing.
#[derive(Debug)]
pub struct Ledger {
    writer: Writer,
    cache: DocumentCache,
}

impl Ledger {
    /// Opens a ledger, and makes it where there is none; `patience` is how long another program that writes is waited
    /// for.
    ///
    /// # Errors
    ///
    /// Where there is something else under the name, or the file cannot be read and written.
    pub fn open(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        Ok(Self { writer: Writer::open(path, patience)?, cache: DocumentCache::default() })
    }

    /// The same, with what is remembered of documents elsewhere: deriving then begins with it, and adds to it.
    #[must_use]
    pub fn with_cache(self, cache: &DocumentCache) -> Self {
        Self { cache: cache.clone(), ..self }
    }

    /// Where things can be looked up; what is not refreshed yet is missing in it.
    pub fn view(&self) -> View<'_> {
        View::new(&self.writer)
    }
}

#[cfg(test)]
mod tests;
