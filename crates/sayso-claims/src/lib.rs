//! From readings to claims: what is claimed, by whom, since when, on whose say-so.

#![allow(
    clippy::missing_errors_doc,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss
)]

pub mod anchor;
mod claim;
pub mod copy;
pub mod decision;
pub mod decision_log;
pub mod derive;
pub mod document;
mod document_features;
mod entity;
mod figure_positions;
mod hash;
mod interval_tree;
mod link;
pub mod mention;
mod origin;
pub mod record;
mod series;
pub mod story;
pub mod story_record;
pub mod version;
mod vocabulary;
mod words;
pub mod work;

pub use document::{Document, Entry};
