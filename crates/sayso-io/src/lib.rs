//! What goes into sayso and what comes out of it, as a library: inputs and exports are a file and a row of a list each.
//!
//! [`input::INPUTS`] lists what can be read: pages, feeds, web archives, tables, streams, news items. [`add`] reads inputs
//! with all cores and records their documents in a ledger; [`read`] hands them over instead. [`exports::EXPORTS`] lists the
//! forms in which a ledger goes out.
//!
//! # Memory
//!
//! However long an input is, what is held of it is what is under way: eight documents a thread at most, which together have
//! at most 256 MiB but where one alone has more ([`pipeline`]); a window of what is packed, at most 128 MiB; a page of each
//! column of a Parquet file, at most 256 MiB; the longest document (64 MiB) or line (96 MiB). What is longer is refused, and
//! the rest is read. `tests/memory.rs` holds a stream of many times that to it.
//!
//! # What is not here
//!
//! No network, no terminal, no arguments. What is fetched is given: who reads implements [`OpenInput`].
//!
//! ```
//! use sayso_io::input::{InputItem, InputOptions, InputSource, open};
//!
//! let table = "headline,body\nFerry,She agreed.\n";
//! let items: Vec<_> = open(InputSource::of(table, "news.csv"), &InputOptions::default())?.collect();
//! let [InputItem::Note(columns), InputItem::Line { number: 2, .. }] = &items[..] else { panic!("{items:?}") };
//! assert!(columns.starts_with("columns: text from 'body', title from 'headline'"));
//! # Ok::<(), String>(())
//! ```

mod add;
mod cells;
mod columnar;
pub mod exports;
mod found;
pub mod input;
mod inputs;
pub mod lines;
mod mapping;
mod outcome;
mod passed;
pub mod pipeline;
mod reading;
pub mod size_limit;
mod table_columns;
mod table_rows;

pub use add::{AddTally, Report, add, add_found};
pub use found::FoundDocuments;
pub use inputs::{Contents, OpenInput};
pub use outcome::ReadOutcome;
pub use passed::PassedTally;
pub use reading::{ReadingContext, read};
