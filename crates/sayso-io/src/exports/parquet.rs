//! One kind of rows as a Parquet file.

use super::format::ExportFormat;
use crate::columnar;
use crate::table_rows::FlatRows;

pub const FORMAT: ExportFormat = ExportFormat {
    name: "parquet",
    help: "A table for programs, its columns typed",
    is_binary: true,
    write: |source, out| {
        let table = FlatRows::of(source.rows, &source.export()?);
        Ok(out.write_all(&columnar::write(&table)?)?)
    },
};
