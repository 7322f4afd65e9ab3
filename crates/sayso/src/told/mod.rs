//! The ledger in words, as every view of it has them: numbers, times, who says what and how many stand behind it.

pub mod advice;
pub mod markup;
pub mod numbers;
mod shelf;
pub mod times;
pub mod wording;

pub use shelf::Shelf;
