//! What can be read, a file a kind; [`INPUTS`] lists them.
//!
//! An input is opened as a [`InputSource`], told by what it begins with, and gives its documents one by one: what is held is one
//! document, a page of a table or a window of what is packed, however long the input is.

mod addresses;
mod allowed;
mod columns;
mod csv;
mod dates;
mod format;
mod json;
mod json_rows;
mod jsonl;
mod newsml;
mod ninjs;
mod objects;
mod page;
mod parquet;
mod row;
mod source;
mod warc;

pub(crate) use row::{Cell, DocumentRow, row};

pub use columns::{ColumnChoice, ColumnMap, Field, Mapping};
pub use format::{FoundPage, InputFormat, InputHead, InputItem, InputOptions, Items};
pub use source::{InputSource, Stream};

/// Every kind of input, in the order in which they are tried; the last takes what no other does.
pub const INPUTS: &[InputFormat] = &[
    warc::FORMAT,
    parquet::FORMAT,
    newsml::FORMAT,
    json::FORMAT,
    jsonl::FORMAT,
    csv::FORMAT,
    addresses::FORMAT,
    page::FORMAT,
];

/// What is in an input.
///
/// # Errors
///
/// Where it cannot be read at all, and why.
pub fn open(source: InputSource, options: &InputOptions) -> Result<Items, String> {
    open_as(INPUTS, source, options)
}

/// The same, of some kinds only.
///
/// # Errors
///
/// Where it cannot be read at all, and why.
pub fn open_as(formats: &[InputFormat], source: InputSource, options: &InputOptions) -> Result<Items, String> {
    let ending = source.ending();
    let (source, bytes, is_all) = source.peeked().map_err(|error| error.to_string())?;
    let head = InputHead { bytes: &bytes, is_all, ending: &ending, rows_only: options.rows_only };
    let asked = |format: &&InputFormat| format.has_rows || !options.rows_only;
    let format = formats.iter().filter(asked).find(|format| (format.recognises)(&head, options));
    match format {
        Some(format) if format.name == page::FORMAT.name && options.follows_addresses => {
            addresses::open(source, &head, options)
        }
        Some(format) => (format.open)(source, &head, options),
        // Where only rows are asked for, what is told by nothing is a stream whose first line is wrong.
        None => jsonl::open(source, &head, options),
    }
}
