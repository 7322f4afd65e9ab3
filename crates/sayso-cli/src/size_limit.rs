//! How long a document may be.

use sayso::LONGEST_DOCUMENT;

/// The longest document that is read at once, in bytes; longer streams are read line by line.
pub const LONGEST: u64 = LONGEST_DOCUMENT as u64;
