//! What `sayso watch` needs of this machine: the ledger, sources from files, and the clock's turns.

mod given;
mod recorder;
#[cfg(test)]
mod tests;
mod turns;

pub use given::sources;
pub use recorder::LedgerRecorder;
pub use turns::{Rounds, watch};
