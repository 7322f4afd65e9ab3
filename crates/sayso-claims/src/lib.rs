//! From readings to claims: what is claimed, by whom, since when, on whose say-so.

#![allow(
    clippy::missing_errors_doc,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss
)]

pub mod anchor;
mod claim;
pub mod conclude;
pub mod copy;
pub mod decision;
mod derived;
pub mod document;
pub mod draw;
mod hash;
mod link;
pub mod mention;
mod origin;
mod overlap;
mod party;
mod placed;
pub mod record;
mod series;
pub mod story;
pub mod version;
mod vocabulary;
mod words;
pub mod work;

pub use document::{Document, Entry};
