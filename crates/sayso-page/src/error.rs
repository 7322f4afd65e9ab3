//! Why a document cannot be read, said so that a person knows what to do.

use std::fmt;

/// The longest document that is read: 64 MiB. The longest news page met in two public benchmarks is under 4 MiB.
pub const LONGEST_DOCUMENT: usize = 64 << 20;

/// A document that gives no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// There is nothing in it, or nothing but white space.
    Empty,
    /// It is not text.
    Binary {
        /// What it seems to be: 'a PNG image'.
        seems: &'static str,
    },
    /// It is longer than [`LONGEST_DOCUMENT`].
    TooLarge {
        /// Its length in bytes.
        bytes: usize,
    },
    /// It looks like a feed and does not parse as one.
    BrokenFeed {
        /// What the parser said.
        reason: String,
    },
}

impl PageError {
    /// Refuses a decoded document that has nothing in it, or too much.
    pub(crate) fn check(text: &str) -> Result<(), Self> {
        match text.len() {
            bytes if bytes > LONGEST_DOCUMENT => Err(Self::TooLarge { bytes }),
            _ if text.trim().is_empty() => Err(Self::Empty),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the document is empty; give a page or a text that has words in it"),
            Self::Binary { seems } => {
                write!(f, "the document is {seems}, not text; give the HTML page or the plain text of the article")
            }
            Self::TooLarge { bytes } => write!(
                f,
                "the document has {} MiB and at most {} MiB are read; give the article's own page, or split the file",
                bytes >> 20,
                LONGEST_DOCUMENT >> 20
            ),
            Self::BrokenFeed { reason } => {
                write!(f, "the feed cannot be read ({reason}); fetch it again, or give its articles one by one")
            }
        }
    }
}

impl std::error::Error for PageError {}
