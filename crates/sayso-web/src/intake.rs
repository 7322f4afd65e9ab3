//! What a person gives to be added, and what became of it.

/// What a person gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeItem {
    /// An address to fetch.
    Link(String),
    /// A file.
    File {
        /// Its name on the person's machine.
        name: String,
        /// All of it.
        bytes: Vec<u8>,
    },
}

/// What became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IntakeOutcome {
    /// Documents that were added.
    pub added: usize,
    /// Documents that the ledger had.
    pub known: usize,
    /// Why something could not be added, each in a sentence.
    pub failed: Vec<String>,
}

/// Who fetches, reads and records what a person gives. It may take long; it is called on a thread of its own.
pub trait Intake: Send + Sync + 'static {
    /// Takes everything in.
    fn take(&self, given: Vec<IntakeItem>) -> IntakeOutcome;
}
