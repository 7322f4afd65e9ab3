//! What a person sees of the ledger: pages of text, one command a file.

mod canvas;
mod chart;
mod claim;
mod claims;
mod demo;
mod diff;
mod disputes;
mod figures;
mod search;
mod sheet;
mod stories;
mod story;
mod who;

#[cfg(test)]
mod tests;

use sayso::ledger::decision::SHORT;

pub use claim::claim;
pub use claims::claims;
pub use demo::demo;
pub use diff::diff;
pub use disputes::disputes;
pub use figures::figures;
pub use search::{Hit, search};
pub use stories::stories;
pub use story::story;
pub use who::who;

/// As much of an id as commands ask for, where no other begins so.
fn short_id(id: &str) -> &str {
    id.get(..SHORT).unwrap_or(id)
}
