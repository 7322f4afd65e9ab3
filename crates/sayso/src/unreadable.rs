//! Why a document could not be read.

use std::error::Error;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A document that gives no reading. Its message says why and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    message: String,
}

impl Unreadable {
    /// From one sentence for a person.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for Unreadable {}

impl From<sayso_page::PageError> for Unreadable {
    fn from(error: sayso_page::PageError) -> Self {
        Self::new(error.to_string())
    }
}

/// Does `work`; a panic in it costs this document alone.
///
/// What `work` borrows must be fit for use after a panic: texts and models are, for nothing in them is half-changed.
pub(crate) fn contained<T>(work: impl FnOnce() -> T) -> Result<T, Unreadable> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        Unreadable::new("sayso failed on this document by a fault of its own; please report it with the document")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error() {
        assert_eq!(contained(|| 1), Ok(1));
        let error = contained(|| panic!("an index out of bounds")).unwrap_err();
        assert!(error.to_string().contains("fault of its own"));
    }
}
