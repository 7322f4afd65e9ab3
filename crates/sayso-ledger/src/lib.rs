//! The ledger: documents, people's decisions and the stories that are derived from them, kept in one file.
//!
//! What a story is, and what is claimed in it, is concluded by [`sayso_claims`], whose modules are found here, too.

// Tests count what is small.
#![cfg_attr(test, allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss))]

mod document_cache;
pub mod export;
pub mod ledger;
pub mod store;
#[cfg(test)]
mod test_process;

pub use ledger::{Ledger, View};
pub use sayso_claims::{
    Document, Entry, anchor, copy, decision, decision_log, document, mention, record, story, story_record, version,
    work,
};
