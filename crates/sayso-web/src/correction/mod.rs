//! Corrections by readers: from the text that a reader selected on a page to what the desk decides and publishes.
//!
//! What a reader sends counts only for pages of listed sites that are in the ledger; nothing that they name is fetched.

mod allowed;
mod annotation;
mod note;
mod payload;
mod place;
mod removed;
mod submit;
mod work;

use sayso::ledger::anchor::Selector;

pub use allowed::Sites;
pub use note::{linked_data, snippet};
pub use payload::{Sent, Submission};
pub use place::{Placed, placed};
pub use removed::{follow_removals, resolve_addresses};
pub use submit::{challenge, new_id, preflight, submit, written};
pub use work::Work;

use crate::desk_store::Received;

/// The kinds that a reader, and the desk, can choose.
pub const KINDS: [&str; 4] = ["typo", "correction", "clarification", "retraction"];

/// The passage of a correction.
pub fn selector(received: &Received) -> Selector {
    Selector {
        exact: received.exact.clone(),
        prefix: received.prefix.clone(),
        suffix: received.suffix.clone(),
        // A page's own text has captions and advertisements, too: that the words begin elsewhere here does not say that they
        // were moved.
        start: None,
    }
}
