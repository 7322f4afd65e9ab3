//! What `sayso watch` needs of this machine: the ledger, sources from files, and the clock's turns.

mod given;
mod recorder;
mod turns;
#[cfg(test)]
mod tests;

pub use given::sources;
pub use recorder::LedgerRecorder;
pub use turns::{Rounds, watch};
