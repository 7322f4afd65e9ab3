//! One kind of rows as CSV.

use super::format::Format;
use crate::table_rows::Table;

pub const FORMAT: Format = Format {
    name: "csv",
    help: "A table",
    is_binary: false,
    write: |source, out| Ok(Table::of(source.rows, &source.export()?).write_csv(out)?),
};
