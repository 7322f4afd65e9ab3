//! What columns hold, as values: one that is not what was written is an error, and never another value.

use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Error, Row};
use sayso_read::Id;
use serde::de::DeserializeOwned;

/// Microseconds since 1970 as an instant.
pub fn instant_in(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    row.get(column).and_then(|micros| instant(micros, column))
}

/// The same, of a column that may hold nothing.
pub fn optional_instant_in(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    row.get::<_, Option<i64>>(column)?.map(|micros| instant(micros, column)).transpose()
}

/// How many of something.
pub fn count_in(row: &Row<'_>, column: usize) -> rusqlite::Result<usize> {
    let count: i64 = row.get(column)?;
    usize::try_from(count).map_err(|_| Error::IntegralValueOutOfRange(column, count))
}

/// An id, which is kept as JSON.
pub fn id_in(row: &Row<'_>, column: usize) -> rusqlite::Result<Id> {
    json_in(row, column)
}

/// What is kept as JSON.
pub fn json_in<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let json: String = row.get(column)?;
    serde_json::from_str(&json).map_err(|error| Error::FromSqlConversionFailure(column, Type::Text, error.into()))
}

fn instant(micros: i64, column: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_microsecond(micros).map_err(|_| Error::IntegralValueOutOfRange(column, micros))
}
