//! What a kind of input is, and what comes of one.

use sayso::ledger::store::Fetched;

use super::source::InputSource;
use crate::lines::InputLine;
use crate::mapping::ColumnMap;

/// One kind of input: a row of [`super::INPUTS`].
pub struct InputFormat {
    /// Its name.
    pub name: &'static str,
    /// What it is, in a line.
    pub help: &'static str,
    /// Whether it holds documents row by row, each an object with fields: what `read --jsonl` takes.
    pub has_rows: bool,
    /// Tells it by what it begins with, and by its name.
    pub recognises: fn(&InputHead<'_>, &InputOptions) -> bool,
    /// Begins to read it. What is read is held item by item.
    pub open: fn(InputSource, &InputHead<'_>, &InputOptions) -> Result<Items, String>,
}

/// What comes of an input, one thing after another.
pub type Items = Box<dyn Iterator<Item = InputItem> + Send>;

/// One thing in an input.
#[derive(Debug)]
pub enum InputItem {
    /// A document as a line of a stream, with its number.
    Line {
        /// Of the line or the row.
        number: u64,
        /// The line.
        line: InputLine,
    },
    /// A page, a plain text or a feed.
    Page(FoundPage),
    /// A row that has the address of an article and nothing of its text.
    WithoutText {
        /// Of the line or the row.
        number: u64,
        /// Where the article is.
        address: String,
    },
    /// An address in a list of them.
    Address(String),
    /// What nobody would read here: so many, and what they are.
    Passed(usize, String),
    /// One thing that cannot be read, and why; the rest goes on.
    Failed(String),
    /// Why the input cannot be read, or no further.
    Broken(String),
    /// What a person should know of how the input is read.
    Note(String),
}

impl InputItem {
    /// Bytes that it holds.
    #[must_use]
    pub fn weight(&self) -> u64 {
        match self {
            Self::Line { line, .. } => line.weight(),
            Self::Page(page) => page.bytes.len() as u64,
            _ => 0,
        }
    }
}

/// A document as it came.
#[derive(Debug, Default)]
pub struct FoundPage {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How it was fetched, if it was.
    pub fetched: Option<Fetched>,
    /// Where it was, if it is one of many in an archive.
    pub from: Option<String>,
}

/// What an input begins with, unpacked, and what it is called.
#[derive(Clone, Copy, Debug)]
pub struct InputHead<'h> {
    /// Its first bytes: the first line that is not blank at least, but for one of very many bytes.
    pub bytes: &'h [u8],
    /// Whether this is all of it.
    pub is_all: bool,
    /// The ending of its name, in small letters.
    pub ending: &'h str,
    /// Whether only rows are asked for.
    pub rows_only: bool,
}

impl<'h> InputHead<'h> {
    /// Whether its name ends so.
    #[must_use]
    pub fn ends_with(&self, ending: &str) -> bool {
        self.ending == ending
    }

    /// The bytes without a byte-order mark and blanks.
    #[must_use]
    pub fn trimmed(&self) -> &'h [u8] {
        self.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(self.bytes).trim_ascii_start()
    }

    /// The first line that is not blank, if it is whole.
    #[must_use]
    pub fn first_line(&self) -> Option<&'h [u8]> {
        self.lines().next()
    }

    /// The next that is not blank.
    #[must_use]
    pub fn second_line(&self) -> Option<&'h [u8]> {
        self.lines().nth(1)
    }

    /// The whole lines that are not blank.
    pub(super) fn lines(&self) -> impl Iterator<Item = &'h [u8]> {
        let bytes = self.trimmed();
        let end = if self.is_all { bytes.len() } else { bytes.iter().rposition(|byte| *byte == b'\n').unwrap_or(0) };
        bytes[..end]
            .split(|byte| *byte == b'\n')
            .map(<[u8]>::trim_ascii_end)
            .filter(|line| !line.trim_ascii().is_empty())
    }
}

/// How inputs are read.
#[derive(Clone, Debug, Default)]
pub struct InputOptions {
    /// Which columns of tables are which fields.
    pub columns: ColumnMap,
    /// Whether only rows are asked for: what is not told is a stream of them.
    pub rows_only: bool,
    /// Whether a text of addresses alone is a list of them.
    pub lists_addresses: bool,
    /// Whether the pages are asked for of rows that have an address and no text, and what is told by nothing is a list of
    /// addresses.
    pub follows_addresses: bool,
}
