//! Tables in the Parquet format, in and out.

mod column;
mod footer;
mod pages;
mod read;
#[cfg(test)]
mod tests;
mod thrift;
mod write;

pub use read::Rows;
pub use write::write;
