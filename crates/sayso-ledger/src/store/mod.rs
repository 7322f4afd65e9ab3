//! The ledger's file: the one place that knows the database.
//!
//! A [`Writer`] adds in a [`Batch`], which is recorded whole or not at all and is safe on the disk once
//! [`Batch::commit`] returns. A [`Reader`] reads what is recorded, in any number of processes, while a writer writes.
//! Documents and decisions are never altered, but where the law demands that a text goes; conclusions are a cache that can be thrown away and derived again.
//! What stands in the file is told in `docs/format.md`.

mod add;
mod backup;
mod batch;
mod bounds;
mod capture;
mod check;
mod columns;
mod compressed;
mod decision;
mod document;
mod error;
mod excerpt;
mod expression;
mod full_text;
mod grouping_state;
mod highlight;
mod identity;
mod immutable;
mod inspect;
mod lookup;
mod name_key;
mod pending_mark;
mod queue;
mod reader;
mod reading;
mod removal;
mod rows;
mod schema;
mod search;
mod story;
mod temporary;
#[cfg(test)]
mod tests;
mod unshared;
mod writer;

pub use crate::decision::Decision;
pub use add::{Added, Addition};
pub use batch::Batch;
pub(crate) use batch::give_way;
pub use capture::{Capture, Fetched};
pub use compressed::Compressed;
pub use document::{Card, Hash, Sequence, Stamp};
pub use error::{Difference, Reason, StoreError};
pub use grouping_state::GroupingState;
pub use name_key::name_key;
pub use pending_mark::PendingMark;
pub use queue::{Cause, Pending, QueueEntry, QueueNumber};
pub use reader::{Reader, Snapshot};
pub use removal::Removed;
pub use schema::FORMAT;
pub use search::{Hit, Order, Query};
pub use story::{Edition, Generation, NewStory, StoredStory};
pub use temporary::TemporaryFolder;
pub use writer::Writer;
