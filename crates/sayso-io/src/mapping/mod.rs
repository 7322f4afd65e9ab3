//! From the columns of a table to the fields of a document.

mod columns;
mod dates;
mod row;

pub use columns::{ColumnChoice, ColumnMap, Field, Mapping};
pub(crate) use row::{Cell, DocumentRow, address, row};
