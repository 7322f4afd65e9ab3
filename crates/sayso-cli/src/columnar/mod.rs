//! Tables in the Parquet format, in and out.

mod read;
mod write;

pub use read::Rows;
pub use write::write;
