//! What becomes of what is in an input.

use sayso::ledger::ledger::Given;

/// What became of one thing in an input.
#[derive(Debug)]
pub enum ReadOutcome {
    /// It was read.
    Given(Box<Given>),
    /// The ledger has it: it was not read again.
    Known,
    /// It cannot be read, and why.
    Failed(String),
    /// Nobody would read it here: so many, and what they are.
    Passed(usize, String),
    /// What a person should know of how its input is read.
    Note(String),
}
