//! The ledger in words, as every view of it has them: numbers, times, who says what and how many stand behind it.

pub mod advice;
pub mod markup;
pub mod numbers;
pub mod statement;
mod story_index;
pub mod times;

pub use story_index::StoryIndex;
