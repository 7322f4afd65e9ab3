//! The rows of an export as a Parquet file.

use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::Result;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;
use serde_json::Value;

use crate::table_rows::{FlatRows, Row};

/// Rows that are written, and can be read, together.
const GROUP: usize = 1 << 16;

/// How the values of a column are kept; null where a row has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Flag,
    Whole,
    Real,
    Words,
    Text,
}

impl Sort {
    /// The narrowest that has room for all of a column's values.
    fn of<'v>(values: impl Iterator<Item = &'v Value>) -> Self {
        let is_words = |value: &Value| value.as_array().is_some_and(|list| list.iter().all(Value::is_string));
        let given: Vec<&Value> = values.filter(|value| !value.is_null()).collect();
        let all = |is: &dyn Fn(&Value) -> bool| !given.is_empty() && given.iter().all(|value| is(value));
        match () {
            () if all(&Value::is_boolean) => Self::Flag,
            () if all(&Value::is_i64) => Self::Whole,
            () if all(&Value::is_number) => Self::Real,
            () if all(&is_words) => Self::Words,
            () => Self::Text,
        }
    }

    fn declared(self, name: &str) -> String {
        match self {
            Self::Flag => format!("OPTIONAL BOOLEAN {name};"),
            Self::Whole => format!("OPTIONAL INT64 {name};"),
            Self::Real => format!("OPTIONAL DOUBLE {name};"),
            Self::Text => format!("OPTIONAL BYTE_ARRAY {name} (UTF8);"),
            Self::Words => format!(
                "OPTIONAL group {name} (LIST) {{ REPEATED group list {{ REQUIRED BYTE_ARRAY element (UTF8); }} }}"
            ),
        }
    }
}

/// A table as a file.
pub fn write(table: &FlatRows) -> Result<Vec<u8>> {
    let columns: Vec<(&str, Sort)> = table
        .columns
        .iter()
        .map(|name| (name.as_str(), Sort::of(table.rows.iter().map(|row| of(row, name)))))
        .collect();
    let declared: String = columns.iter().map(|(name, sort)| sort.declared(name)).collect();
    let schema = Arc::new(parse_message_type(&format!("message row {{ {declared} }}"))?);
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut file = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut file, schema, Arc::new(properties))?;
    for rows in table.rows.chunks(GROUP) {
        let mut group = writer.next_row_group()?;
        for (name, sort) in &columns {
            let Some(mut column) = group.next_column()? else { break };
            write_column(&mut column, *sort, rows.iter().map(|row| of(row, name)))?;
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
    sort: Sort,
    values: impl Iterator<Item = &'v Value> + Clone,
) -> Result<()> {
    // Of an optional value, level 1 says that it is there.
    let there: Vec<i16> = values.clone().map(|value| i16::from(!value.is_null())).collect();
    let values = values.filter(|value| !value.is_null());
    match sort {
        Sort::Flag => {
            let flags: Vec<bool> = values.filter_map(Value::as_bool).collect();
            column.typed::<BoolType>().write_batch(&flags, Some(&there), None)?;
        }
        Sort::Whole => {
            let numbers: Vec<i64> = values.filter_map(Value::as_i64).collect();
            column.typed::<Int64Type>().write_batch(&numbers, Some(&there), None)?;
        }
        Sort::Real => {
            let numbers: Vec<f64> = values.filter_map(Value::as_f64).collect();
            column.typed::<DoubleType>().write_batch(&numbers, Some(&there), None)?;
        }
        Sort::Text => {
            let texts: Vec<ByteArray> = values.map(text).collect();
            column.typed::<ByteArrayType>().write_batch(&texts, Some(&there), None)?;
        }
        Sort::Words => write_words(column, &there, values)?,
    }
    Ok(())
}

/// Of a list, level 1 says that it is there and 2 that it has a word; the words after its first repeat at level 1.
fn write_words<'v>(
    column: &mut SerializedColumnWriter<'_>,
    there: &[i16],
    lists: impl Iterator<Item = &'v Value>,
) -> Result<()> {
    let (mut words, mut defined, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
    let mut lists = lists.filter_map(Value::as_array);
    for level in there {
        let list = if *level == 1 { lists.next() } else { None };
        match list {
            Some(list) if !list.is_empty() => {
                words.extend(list.iter().map(text));
                defined.extend(list.iter().map(|_| 2));
                repeated.extend((0..list.len()).map(|place| i16::from(place > 0)));
            }
            _ => {
                defined.push(*level);
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
