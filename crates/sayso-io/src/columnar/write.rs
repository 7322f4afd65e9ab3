//! The rows of an export as a Parquet file.

use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;
use serde_json::Value;

use crate::table_columns::ColumnKind;
use crate::table_rows::{FlatRows, Row};

/// Rows that are written, and can be read, together.
const GROUP: usize = 1 << 16;

/// A column as a schema has it.
fn declared(name: &str, kind: ColumnKind) -> String {
    match kind {
        ColumnKind::Flag => format!("OPTIONAL BOOLEAN {name};"),
        ColumnKind::Whole => format!("OPTIONAL INT64 {name};"),
        ColumnKind::Real => format!("OPTIONAL DOUBLE {name};"),
        ColumnKind::Text => format!("OPTIONAL BYTE_ARRAY {name} (UTF8);"),
        ColumnKind::List => {
            format!("OPTIONAL group {name} (LIST) {{ REPEATED group list {{ REQUIRED BYTE_ARRAY element (UTF8); }} }}")
        }
    }
}

/// A table as a file.
pub fn write(table: &FlatRows) -> Result<Vec<u8>> {
    let declared: String = table.columns.iter().map(|(name, kind)| declared(name, *kind)).collect();
    let schema = Arc::new(parse_message_type(&format!("message row {{ {declared} }}"))?);
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut file = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut file, schema, Arc::new(properties))?;
    for rows in table.rows.chunks(GROUP) {
        let mut group = writer.next_row_group()?;
        for (name, kind) in &table.columns {
            let Some(mut column) = group.next_column()? else { break };
            write_column(&mut column, *kind, rows.iter().map(|row| of(row, name)))?;
            column.close()?;
        }
        group.close()?;
    }
    writer.close()?;
    Ok(file)
}

fn of<'r>(row: &'r Row, name: &str) -> &'r Value {
    row.get(name).unwrap_or(&Value::Null)
}

fn write_column<'v>(
    column: &mut SerializedColumnWriter<'_>,
    kind: ColumnKind,
    values: impl Iterator<Item = &'v Value>,
) -> Result<()> {
    match kind {
        ColumnKind::Flag => write_values::<BoolType>(column, values.map(Value::as_bool)),
        ColumnKind::Whole => write_values::<Int64Type>(column, values.map(Value::as_i64)),
        ColumnKind::Real => write_values::<DoubleType>(column, values.map(Value::as_f64)),
        ColumnKind::Text => {
            write_values::<ByteArrayType>(column, values.map(|value| (!value.is_null()).then(|| text(value))))
        }
        ColumnKind::List => write_lists(column, values.map(Value::as_array)),
    }
}

fn write_values<T: DataType>(
    column: &mut SerializedColumnWriter<'_>,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<()> {
    let values: Vec<Option<T::T>> = values.collect();
    // Of an optional value, level 1 says that it is there.
    let there: Vec<i16> = values.iter().map(|value| i16::from(value.is_some())).collect();
    let values: Vec<T::T> = values.into_iter().flatten().collect();
    column.typed::<T>().write_batch(&values, Some(&there), None)?;
    Ok(())
}

/// Of a list, level 1 says that it is there and 2 that it has a word; the words after its first repeat at level 1.
fn write_lists<'v>(
    column: &mut SerializedColumnWriter<'_>,
    lists: impl Iterator<Item = Option<&'v Vec<Value>>>,
) -> Result<()> {
    let (mut words, mut defined, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
    for list in lists {
        match list {
            Some(list) if !list.is_empty() => {
                words.extend(list.iter().map(text));
                defined.extend(list.iter().map(|_| 2));
                repeated.extend((0..list.len()).map(|place| i16::from(place > 0)));
            }
            _ => {
                defined.push(i16::from(list.is_some()));
                repeated.push(0);
            }
        }
    }
    column.typed::<ByteArrayType>().write_batch(&words, Some(&defined), Some(&repeated))?;
    Ok(())
}

fn text(value: &Value) -> ByteArray {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    ByteArray::from(text.into_bytes())
}
