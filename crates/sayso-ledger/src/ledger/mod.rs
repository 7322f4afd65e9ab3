//! The ledger as it is used: documents go in, people decide, stories come out.
//!
//! Adding records a document and marks it. Settling takes the marks in: it finds what is near each new document, groups
//! what changed into stories, and puts these on a list; then it draws the record of each anew, while others read, add and
//! decide, and publishes it. A program that is stopped in between has lost nothing: whoever settles next finds the marks
//! and the list.

mod add;
mod behind;
mod choice;
mod decide;
mod drawing;
mod family;
mod mend;
mod remove;
mod restore;
mod rounds;
mod settle;
mod take_in;
mod view;
mod with_pending;

use std::path::Path;
use std::time::Duration;

use crate::store::{StoreError, Writer};

pub use crate::memory::Memory;

pub use add::Outcome;
pub use choice::{Choice, DecideError};
pub use remove::{Left, Removal, RemoveError};
pub use settle::{Progress, Share};
pub use view::{Found, View};
pub use with_pending::WithPending;

/// A ledger open for writing.
#[derive(Debug)]
pub struct Ledger {
    writer: Writer,
    memory: Memory,
}

impl Ledger {
    /// Opens a ledger, and makes it where there is none; `patience` is how long another program that writes is waited
    /// for.
    pub fn open(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        Ok(Self { writer: Writer::open(path, patience)?, memory: Memory::default() })
    }

    /// The same, with what is remembered of documents elsewhere: drawing then begins with it, and adds to it.
    #[must_use]
    pub fn remembering(self, memory: &Memory) -> Self {
        Self { memory: memory.clone(), ..self }
    }

    /// Where things can be looked up; what is not settled yet is missing in it.
    pub fn view(&self) -> View<'_> {
        View::new(&self.writer)
    }
}

#[cfg(test)]
mod tests;
