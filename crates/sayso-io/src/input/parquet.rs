//! Tables in the Parquet format: a row a document.

use std::fs::File;

use super::format::{InputFormat, InputHead, InputItem, InputOptions, Items};
use super::source::InputSource;
use crate::columnar::Rows;
use crate::mapping::DocumentRow;

pub const FORMAT: InputFormat =
    InputFormat { name: "parquet", help: "Tables (Parquet), a row a document", has_rows: true, recognises, open };

/// What such a file begins with.
const MARK: &[u8] = b"PAR1";

fn recognises(head: &InputHead<'_>, _: &InputOptions) -> bool {
    head.bytes.starts_with(MARK)
}

/// A table's index stands at its end, so that it cannot be read as a stream.
fn open(source: InputSource, _: &InputHead<'_>, options: &InputOptions) -> Result<Items, String> {
    let Some(path) = source.path else {
        return Err("a Parquet file is read from the disk, not packed; save it there first".to_owned());
    };
    let file = File::open(path).map_err(|error| error.to_string())?;
    let rows = Rows::new(file, &options.columns)?;
    let note = rows.note().map(InputItem::Note);
    let items = rows.map(|row| match row {
        Ok((number, DocumentRow::Line(line))) => InputItem::Line { number, line },
        Ok((number, DocumentRow::Address(address))) => InputItem::WithoutText { number, address },
        Err(error) => InputItem::Broken(error.to_string()),
    });
    Ok(Box::new(note.into_iter().chain(items)))
}
