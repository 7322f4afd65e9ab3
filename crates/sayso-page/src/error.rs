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
    /// It is protected by a password.
    Protected {
        /// What it is: 'the PDF'.
        what: &'static str,
    },
    /// It is a document whose pages are pictures.
    Scanned {
        /// How many pages it has.
        pages: usize,
    },
    /// It is of a kind that is read, and damaged.
    Damaged {
        /// What it is: 'the PDF'.
        what: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// It is packed, and too large once it is unpacked.
    Overfull {
        /// What it is: 'the PDF'.
        what: &'static str,
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
                write!(
                    f,
                    "the document is {seems}, which is not read; give the article as a page, a plain text, a PDF or a .docx"
                )
            }
            Self::TooLarge { bytes } => write!(
                f,
                "the document has {} MiB and at most {} MiB are read; give the article's own page, or split the file",
                bytes >> 20,
                LONGEST_DOCUMENT >> 20
            ),
            Self::Protected { what } => {
                write!(
                    f,
                    "{what} is protected; open it with its password and save a copy without one, or print it to a PDF"
                )
            }
            Self::Scanned { pages } => write!(
                f,
                "the PDF has {pages} {} and no text in {}: pictures of pages, as a scanner makes them; have their text recognised (OCR) and give the result",
                if *pages == 1 { "page" } else { "pages" },
                if *pages == 1 { "it" } else { "them" },
            ),
            Self::Damaged { what, reason } => write!(
                f,
                "{what} is damaged ({reason}); get it again, or open it in the program that shows it and save it anew"
            ),
            Self::Overfull { what } => write!(
                f,
                "{what} unfolds to more than is read of one document; print the pages that matter to a PDF of their own"
            ),
            Self::BrokenFeed { reason } => {
                write!(f, "the feed cannot be read ({reason}); fetch it again, or give its articles one by one")
            }
        }
    }
}

impl std::error::Error for PageError {}
