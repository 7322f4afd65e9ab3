//! One kind of rows as CSV.

use super::format::ExportFormat;
use crate::table_rows::FlatRows;

pub const FORMAT: ExportFormat = ExportFormat {
    name: "csv",
    help: "A table",
    is_binary: false,
    write: |source, out| Ok(FlatRows::of(source.rows, &source.export()?).write_csv(out)?),
};
