//! Versions: which documents are one article in time, and what changed from one to the next.
//!
//! [`articles`] groups documents by [`address`] and by what replaces what, and puts their versions in order. [`edits`]
//! tells the difference of two versions as changes: it cuts both into passages, pairs the passages, and tells of each
//! pair what changed, of the rest what came and went, and of each change whether readers are told.

mod address;
mod articles;
mod correction_note;
mod count;
mod edit;
mod edits;
mod hunk;
mod note;
mod pairing;
mod reword;
mod run;
mod segment;
mod side;
mod similarity;
mod sourcing;
mod stamp;
mod vocabulary;
pub(crate) mod words;

pub use address::{Address, address, site};
pub use articles::{ArticleVersions, articles};
pub use edit::{Change, Edit, EditPlace, EditedText};
pub use edits::edits;

#[cfg(test)]
mod tests;
