//! What a person sees of the ledger: pages of text, one command a file.

mod brief;
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
mod watch;
mod who;

#[cfg(test)]
mod tests;

pub use brief::brief;
pub use claim::claim;
pub use claims::claims;
pub use demo::demo;
pub use diff::diff;
pub use disputes::disputes;
pub use figures::figures;
pub use search::{Hit, search};
pub use stories::stories;
pub use story::story;
pub use watch::watch;
pub use who::who;
