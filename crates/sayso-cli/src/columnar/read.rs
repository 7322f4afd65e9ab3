//! The rows of a Parquet file, each as a line of JSON: a column is a field of a stream.

use std::fs::File;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use serde_json::{Map, Number, Value};

use crate::lines::Line;

/// The rows of a file, numbered from 1; the last is an error where the file is damaged.
pub struct Rows {
    rows: RowIter<'static>,
    number: u64,
    broken: bool,
}

impl Rows {
    /// Opens a file; says what is wrong with it where it is no Parquet file.
    pub fn new(file: File) -> Result<Self, String> {
        let opened = contained(|| SerializedFileReader::new(file).map_err(|error| error.to_string()));
        let reader: Box<dyn FileReader> = Box::new(opened.flatten().map_err(|reason| damaged(&reason))?);
        Ok(Self { rows: RowIter::from_file_into(reader), number: 0, broken: false })
    }
}

impl Iterator for Rows {
    type Item = io::Result<(u64, Line)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.broken {
            return None;
        }
        let row = match contained(|| self.rows.next()) {
            Ok(row) => row?.map_err(|error| error.to_string()),
            Err(reason) => Err(reason),
        };
        self.broken = row.is_err();
        self.number += 1;
        Some(match row {
            Ok(row) => Ok((self.number, Line::Whole(object(&row).to_string().into_bytes()))),
            Err(reason) => Err(io::Error::new(io::ErrorKind::InvalidData, damaged(&reason))),
        })
    }
}

fn damaged(reason: &str) -> String {
    format!("the Parquet file cannot be read ({reason}); write it again, or give it as JSON Lines")
}

/// The library panics on some damaged files.
fn contained<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| "it is damaged".to_owned())
}

fn object(row: &Row) -> Value {
    Value::Object(row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect())
}

/// Days and instants as ISO 8601 has them, as the fields of a stream do.
fn value(field: &Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Bool(value) => (*value).into(),
        Field::Byte(number) => (*number).into(),
        Field::Short(number) => (*number).into(),
        Field::Int(number) => (*number).into(),
        Field::Long(number) => (*number).into(),
        Field::UByte(number) => (*number).into(),
        Field::UShort(number) => (*number).into(),
        Field::UInt(number) => (*number).into(),
        Field::ULong(number) => (*number).into(),
        Field::Float16(number) => float(number.to_f64()),
        Field::Float(number) => float(f64::from(*number)),
        Field::Double(number) => float(*number),
        Field::Str(text) => text.as_str().into(),
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into_owned().into(),
        Field::Date(days) => day(*days),
        Field::TimestampMillis(at) => instant(Timestamp::from_millisecond(*at)),
        Field::TimestampMicros(at) => instant(Timestamp::from_microsecond(*at)),
        Field::Group(row) => object(row),
        Field::ListInternal(list) => Value::Array(list.elements().iter().map(value).collect()),
        Field::MapInternal(map) => {
            let entries = map.entries().iter().map(|(key, field)| (key.to_string(), value(field)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
        other => other.to_string().into(),
    }
}

fn float(number: f64) -> Value {
    Number::from_f64(number).map_or(Value::Null, Value::Number)
}

fn day(days: i32) -> Value {
    let day = Span::new().try_days(days).and_then(|span| Date::constant(1970, 1, 1).checked_add(span));
    day.map_or(Value::Null, |day| day.to_string().into())
}

fn instant(at: Result<Timestamp, jiff::Error>) -> Value {
    at.map_or(Value::Null, |at| at.to_string().into())
}
