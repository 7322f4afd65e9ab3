//! From readings to the ledger: what is claimed, by whom, since when, on whose say-so.

pub mod document;

pub use document::{Document, Entry};
