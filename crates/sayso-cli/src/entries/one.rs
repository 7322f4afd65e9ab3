//! One document of an input: what it is read with, and what becomes of it.

use std::num::NonZero;

use sayso::Known;
use sayso::ledger::ledger::Given;
use sayso::ledger::store::Reader;

use crate::failure::Failure;

/// What became of one document of an input.
pub enum Read {
    /// It was read.
    Given(Box<Given>),
    /// The ledger has it: it was not read again.
    Known,
    /// It cannot be read, and why.
    Failed(String),
    /// Its input cannot be read, or no further.
    Unread(Failure),
    /// Nobody would read it here: so many, and what they are.
    Passed(usize, String),
}

/// What is said of entries whose feed gives a headline alone.
pub const WITHOUT_TEXT: &str = "entries without text: add their pages";

/// What documents are read with.
pub struct With<M> {
    /// What holds where a document does not say.
    pub defaults: Known,
    /// How many are read at once.
    pub threads: NonZero<usize>,
    /// Who finds the attributions.
    pub model: M,
    /// A ledger, whose documents are not read again.
    pub known: Reader,
    /// How many bytes of documents are read, unpacked, where that is limited.
    pub most: Option<u64>,
    /// Whether what was fetched is kept.
    pub keep: bool,
}
