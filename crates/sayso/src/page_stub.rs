//! Stands in for `sayso-page`'s entrances until they are merged: plain text alone, no furniture.

use std::fmt;

use sayso_page::{Article, Known};
use sayso_text::{Alignment, Text};

#[derive(Debug)]
pub struct PageError;

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("pages and feeds are not read yet; give plain text")
    }
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An HTML page.
    Html,
    /// Plain text.
    Text,
    /// A feed.
    Feed,
    /// One JSON object a line.
    JsonLines,
}

/// What the bytes of a document hold.
pub fn kind_of(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"{\"") { Kind::JsonLines } else { Kind::Text }
}

pub fn read_page(bytes: &[u8], known: &Known) -> Result<Article, PageError> {
    from_text(&String::from_utf8_lossy(bytes), known)
}

pub fn from_text(text: &str, known: &Known) -> Result<Article, PageError> {
    let text = Text::new(text.strip_prefix('\u{feff}').unwrap_or(text));
    let (metadata, furniture, warnings) = (known.clone(), Vec::new(), Vec::new());
    Ok(Article { text, alignment: Alignment::default(), metadata, furniture, warnings })
}

pub fn from_html(_html: &str, _known: &Known) -> Result<Article, PageError> {
    Err(PageError)
}

pub fn from_html_bytes(_bytes: &[u8], _known: &Known) -> Result<Article, PageError> {
    Err(PageError)
}

pub fn read_feed(_bytes: &[u8], _known: &Known) -> Result<Vec<(Option<String>, Article)>, PageError> {
    Err(PageError)
}
