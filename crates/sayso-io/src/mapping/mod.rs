//! From the columns of a table to the fields of a document.

mod columns;
mod dates;
mod field;
mod row;

pub use columns::{ColumnChoice, ColumnMap, Mapping};
pub use field::Field;
pub(crate) use row::{Cell, DocumentRow, address, row};
