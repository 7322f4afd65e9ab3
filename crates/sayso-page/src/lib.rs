//! From the bytes of a news page to an [`Article`]. No network, no clock.
//!
//! [`read_page`] takes a page or a plain text and tells them apart; [`read_feed`] takes a feed; [`Captures`] are the pages
//! in a web archive. Text that is not the article
//! is marked as [`Furniture`] rather than cut, so that offsets never move.
//!
//! ```
//! use sayso_page::{Known, read_page};
//!
//! let page = "<html lang=en><title>Ferry to run - The Mail</title><p>The mayor denied it.</p></html>";
//! let article = read_page(page.as_bytes(), None, &Known::default())?;
//! assert_eq!(article.text.as_str(), "The mayor denied it.");
//!
//! let article = read_page("She agreed.\n\nAdvertisement\n\nHe left.".as_bytes(), None, &Known::default())?;
//! assert_eq!(article.text.slice(article.furniture[0].span), "Advertisement");
//! # Ok::<(), sayso_page::PageError>(())
//! ```

mod address;
mod archive;
mod article;
mod binary;
mod decode;
mod error;
mod feed;
mod furniture;
mod html;
mod kind;
mod language;
mod metadata;
mod plain;
mod vocabulary;

pub use address::without_secrets;
pub use archive::{ArchiveError, Capture, Captured, Captures, PassedOver};
pub use article::{Article, Furniture, FurnitureKind, Known, Metadata, Warning};
pub use decode::decode;
pub use error::{LONGEST_DOCUMENT, PageError};
pub use feed::{Entries, FeedEntry, list_feed, read_feed};
pub use html::{from_html, from_html_bytes};
pub use kind::{DocumentKind, kind_of};
pub use plain::from_text;

/// Reads one document, a page or a plain text, told apart by content; see [`decode`] for `charset`.
///
/// # Errors
///
/// Where the bytes are too many, or of no text.
pub fn read_page(bytes: &[u8], charset: Option<&str>, known: &Known) -> Result<Article, PageError> {
    if kind_of(bytes) == DocumentKind::Html {
        return from_html_bytes(bytes, charset, known);
    }
    let (text, warnings) = decode(bytes, charset)?;
    let mut article = from_text(&text, known)?;
    article.warnings.splice(0..0, warnings);
    Ok(article)
}
