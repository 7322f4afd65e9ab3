//! The ledger, as the program brings it: articles go in the way in which `sayso add` takes them.

use jiff::Timestamp;
use sayso::{Article, Known};

/// An article that was found.
#[derive(Clone, Debug)]
pub enum FoundArticle {
    /// A page.
    Page(Box<FoundPage>),
    /// An entry of a feed that has the whole text.
    Entry {
        /// The id that the feed gives it.
        id: Option<String>,
        /// Its text, and what is known of it.
        article: Box<Article>,
        /// When the feed was read.
        seen: Timestamp,
    },
}

/// A page as its server sent it.
#[derive(Clone, Debug)]
pub struct FoundPage {
    /// What was asked for; without secrets.
    pub asked: String,
    /// Where it was found at last; without secrets.
    pub url: String,
    /// When.
    pub at: Timestamp,
    /// The status of the answer.
    pub status: u16,
    /// Its fields.
    pub headers: Vec<(String, String)>,
    /// The encoding that they declare.
    pub charset: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What holds where the page does not say.
    pub defaults: Known,
}

/// What became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Texts that are in the ledger now and were not before.
    pub added: usize,
    /// Texts that were there already.
    pub known: usize,
    /// Why something could not be read.
    pub failed: Option<String>,
}

/// Whoever records articles.
pub trait Recorder {
    /// Reads and records what was found. Once this returns it outlives a crash.
    ///
    /// # Errors
    ///
    /// Where the ledger cannot be written.
    fn record(&mut self, found: FoundArticle) -> Result<Recorded, String>;
}
