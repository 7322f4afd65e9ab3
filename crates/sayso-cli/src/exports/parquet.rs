//! One kind of rows as a Parquet file.

use super::format::Format;
use crate::columnar;
use crate::failure::Failure;
use crate::table_rows::Table;

pub const FORMAT: Format = Format {
    name: "parquet",
    help: "A table for programs, its columns typed",
    is_binary: true,
    write: |source, out| {
        let table = Table::of(source.rows, &source.export()?);
        Ok(out.write_all(&columnar::write(&table).map_err(Failure::unread)?)?)
    },
};
