//! From readings to the ledger: what is claimed, by whom, since when, on whose say-so.

mod claim;
pub mod conclude;
pub mod conclusion;
pub mod copy;
pub mod decision;
pub mod document;
mod link;
pub mod mention;
mod origin;
mod party;
mod series;
pub mod store;
pub mod version;
mod words;

pub use document::{Document, Entry};
