//! One column of a group of rows, a cell at a time.

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use parquet::basic::ConvertedType;
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::{ParquetError, Result};
use parquet::record::Field;
use parquet::schema::types::ColumnDescPtr;
use serde_json::{Number, Value};

/// What stands in a cell.
pub enum Cell {
    /// Nothing.
    Null,
    /// Text, or bytes that should be: a part of the page that they stand in, not copied yet.
    Bytes(ByteArray),
    /// Anything else.
    Value(Value),
}

/// A flat column.
pub struct Column {
    /// The field of a stream that it is.
    pub name: &'static str,
    described: ColumnDescPtr,
    reader: ColumnReader,
}

impl Column {
    /// From its first row.
    pub fn new(name: &'static str, described: ColumnDescPtr, reader: ColumnReader) -> Self {
        Self { name, described, reader }
    }

    /// The cell of the next row.
    pub fn next(&mut self) -> Result<Cell> {
        use ColumnReader::*;
        let described = &self.described;
        let field = match &mut self.reader {
            BoolColumnReader(reader) => one(reader)?.map(Field::Bool),
            Int32ColumnReader(reader) => one(reader)?.map(|value| Field::convert_int32(described, value)),
            Int64ColumnReader(reader) => one(reader)?.map(|value| Field::convert_int64(described, value)),
            Int96ColumnReader(reader) => one(reader)?.map(|value| Field::convert_int96(described, value)),
            FloatColumnReader(reader) => one(reader)?.map(Field::Float),
            DoubleColumnReader(reader) => one(reader)?.map(Field::Double),
            ByteArrayColumnReader(reader) => {
                return one(reader)?.map_or(Ok(Cell::Null), |value| bytes(described, value));
            }
            FixedLenByteArrayColumnReader(reader) => {
                let value = one(reader)?.map(|value| Field::convert_byte_array(described, value.into()));
                value.transpose()?
            }
        };
        Ok(field.map_or(Cell::Null, |field| Cell::Value(value(&field))))
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

fn bytes(described: &ColumnDescPtr, value: ByteArray) -> Result<Cell> {
    match described.converted_type() {
        ConvertedType::DECIMAL => {
            let field = Field::convert_byte_array(described, value)?;
            Ok(Cell::Value(self::value(&field)))
        }
        _ => Ok(Cell::Bytes(value)),
    }
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
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into_owned().into(),
        Field::Date(days) => day(*days),
        Field::TimestampMillis(at) => instant(Timestamp::from_millisecond(*at)),
        Field::TimestampMicros(at) => instant(Timestamp::from_microsecond(*at)),
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
