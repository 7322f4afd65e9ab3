//! One column of a group of rows, a cell at a time.

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use parquet::basic::ConvertedType;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::{ParquetError, Result};
use parquet::record::Field as ParquetField;
use parquet::schema::types::ColumnDescPtr;
use serde_json::{Number, Value};

use crate::mapping::{Cell, Field};

/// What stands in a cell.
#[derive(Debug)]
pub enum ColumnCell {
    /// Nothing.
    Null,
    /// Text, or bytes that should be: a part of the page that they stand in, not copied yet.
    Bytes(ByteArray),
    /// Anything else.
    Value(Value),
}

impl ColumnCell {
    /// As a cell of any table.
    pub fn as_cell(&self) -> Cell<'_> {
        match self {
            Self::Null => Cell::Value(Value::Null),
            Self::Value(Value::String(text)) => Cell::Text(text.into()),
            Self::Value(value) => Cell::Value(value.clone()),
            Self::Bytes(bytes) => str::from_utf8(bytes.data()).map_or(Cell::Bytes, |text| Cell::Text(text.into())),
        }
    }
}

/// A flat column.
pub struct Column {
    /// The field of a stream that it is.
    pub field: Field,
    described: ColumnDescPtr,
    reader: ColumnReader,
}

impl Column {
    /// From its first row.
    pub fn new(field: Field, described: ColumnDescPtr, reader: ColumnReader) -> Self {
        Self { field, described, reader }
    }

    /// The cell of the next row.
    pub fn next(&mut self) -> Result<ColumnCell> {
        use ColumnReader::*;
        let described = &self.described;
        let field = match &mut self.reader {
            BoolColumnReader(reader) => one(reader)?.map(ParquetField::Bool),
            Int32ColumnReader(reader) => one(reader)?.map(|value| ParquetField::convert_int32(described, value)),
            Int64ColumnReader(reader) => one(reader)?.map(|value| ParquetField::convert_int64(described, value)),
            Int96ColumnReader(reader) => one(reader)?.map(|value| ParquetField::convert_int96(described, value)),
            FloatColumnReader(reader) => one(reader)?.map(ParquetField::Float),
            DoubleColumnReader(reader) => one(reader)?.map(ParquetField::Double),
            ByteArrayColumnReader(reader) => {
                return one(reader)?.map_or(Ok(ColumnCell::Null), |value| bytes(described, value));
            }
            FixedLenByteArrayColumnReader(reader) => {
                let value = one(reader)?.map(|value| ParquetField::convert_byte_array(described, value.into()));
                value.transpose()?
            }
        };
        Ok(field.map_or(ColumnCell::Null, |field| ColumnCell::Value(value(&field))))
    }

    /// Passes rows over; pages that lie wholly among them are not unpacked.
    pub fn skip(&mut self, rows: usize) -> Result<usize> {
        use ColumnReader::*;
        match &mut self.reader {
            BoolColumnReader(reader) => reader.skip_records(rows),
            Int32ColumnReader(reader) => reader.skip_records(rows),
            Int64ColumnReader(reader) => reader.skip_records(rows),
            Int96ColumnReader(reader) => reader.skip_records(rows),
            FloatColumnReader(reader) => reader.skip_records(rows),
            DoubleColumnReader(reader) => reader.skip_records(rows),
            ByteArrayColumnReader(reader) => reader.skip_records(rows),
            FixedLenByteArrayColumnReader(reader) => reader.skip_records(rows),
        }
    }
}

fn one<T: DataType>(reader: &mut ColumnReaderImpl<T>) -> Result<Option<T::T>> {
    let (mut values, mut levels) = (Vec::with_capacity(1), Vec::with_capacity(1));
    match reader.read_records(1, Some(&mut levels), None, &mut values)? {
        (0, ..) => Err(ParquetError::EOF("a column has fewer rows than the file says".to_owned())),
        _ => Ok(values.pop()),
    }
}

fn bytes(described: &ColumnDescPtr, value: ByteArray) -> Result<ColumnCell> {
    match described.converted_type() {
        ConvertedType::DECIMAL => {
            let field = ParquetField::convert_byte_array(described, value)?;
            Ok(ColumnCell::Value(self::value(&field)))
        }
        _ => Ok(ColumnCell::Bytes(value)),
    }
}

/// Days and instants as ISO 8601 has them, as the fields of a stream do.
fn value(field: &ParquetField) -> Value {
    match field {
        ParquetField::Null => Value::Null,
        ParquetField::Bool(value) => (*value).into(),
        ParquetField::Byte(number) => (*number).into(),
        ParquetField::Short(number) => (*number).into(),
        ParquetField::Int(number) => (*number).into(),
        ParquetField::Long(number) => (*number).into(),
        ParquetField::UByte(number) => (*number).into(),
        ParquetField::UShort(number) => (*number).into(),
        ParquetField::UInt(number) => (*number).into(),
        ParquetField::ULong(number) => (*number).into(),
        ParquetField::Float16(number) => float(number.to_f64()),
        ParquetField::Float(number) => float(f64::from(*number)),
        ParquetField::Double(number) => float(*number),
        ParquetField::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into_owned().into(),
        ParquetField::Date(days) => day(*days),
        ParquetField::TimestampMillis(at) => instant(Timestamp::from_millisecond(*at)),
        ParquetField::TimestampMicros(at) => instant(Timestamp::from_microsecond(*at)),
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

fn instant(at: std::result::Result<Timestamp, jiff::Error>) -> Value {
    at.map_or(Value::Null, |at| at.to_string().into())
}
