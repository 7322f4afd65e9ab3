//! The ledger's file: the one place that knows the database.
//!
//! A [`Writer`] adds in a [`Batch`], which is recorded whole or not at all and is safe on the disk once
//! [`Batch::commit`] returns. A [`Reader`] reads what is recorded, in any number of processes, while a writer writes.
//! Documents and decisions are never altered, but where the law demands that a text goes; conclusions are a cache that can be thrown away and drawn again.
//! What stands in the file is told in `docs/format.md`.

mod add;
mod backup;
mod batch;
mod check;
mod conclude;
mod decision;
mod document;
mod due;
mod error;
mod excerpt;
mod expression;
mod fold;
mod highlight;
mod identity;
mod inspect;
mod lookup;
mod mark;
mod packed;
mod reader;
mod removal;
mod rows;
mod schema;
mod search;
mod shelf;
mod still;
mod temporary;
#[cfg(test)]
mod tests;
mod unshared;
mod writer;

pub use crate::decision::Decision;
pub use add::{Added, Addition};
pub use batch::Batch;
pub(crate) use batch::give_way;
pub use conclude::{Concluded, Conclusion, Edition, Generation};
pub use document::{Card, Hash, Sequence, Stamp};
pub use due::{Cause, Due, DueNumber, Pending};
pub use error::{Difference, StoreError};
pub use fold::fold;
pub use mark::Mark;
pub use packed::Packed;
pub use reader::{Reader, Snapshot};
pub use removal::Removed;
pub use schema::FORMAT;
pub use search::{Hit, Order, Query};
pub use shelf::Shelf;
pub use temporary::TemporaryFolder;
pub use writer::Writer;
