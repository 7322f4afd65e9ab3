//! Why a Word document is not read.

use crate::PageError;

/// What such a file is called in errors.
pub(super) const WHAT: &str = "the Word document";

/// What is wrong with one.
pub(super) fn damaged(error: impl ToString) -> PageError {
    PageError::Damaged { what: WHAT, reason: error.to_string() }
}
