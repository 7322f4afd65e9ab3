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
mod composed;
mod decode;
mod docx;
mod error;
mod feed;
mod furniture;
mod html;
mod kind;
mod language;
mod metadata;
mod pdf;
mod plain;
mod saved_page;
mod vocabulary;
mod work;

pub use address::without_secrets;
pub use archive::{ArchiveError, Capture, Captured, Captures, PassedOver};
pub use article::{Article, ArticleEntry, Furniture, FurnitureKind, Known, Metadata, Warning};
pub use decode::decode;
pub use docx::from_docx;
pub use error::{LONGEST_DOCUMENT, PageError};
pub use feed::{Entries, FeedEntry, list_feed, read_feed};
pub use html::{from_html, from_html_bytes};
pub use kind::{DocumentKind, kind_of};
pub use pdf::from_pdf;
pub use plain::from_text;
pub use saved_page::from_saved_page;

/// Reads one document, told apart by content: a page, also one that a browser saved, a plain text, a PDF, a Word document; see [`decode`] for `charset`.
///
/// # Errors
///
/// Where the bytes are too many, or of no text.
pub fn read_page(bytes: &[u8], charset: Option<&str>, known: &Known) -> Result<Article, PageError> {
    match kind_of(bytes) {
        DocumentKind::Html => return from_html_bytes(bytes, charset, known),
        DocumentKind::Pdf => return from_pdf(bytes, known),
        DocumentKind::Word => return from_docx(bytes, known),
        DocumentKind::SavedPage => return from_saved_page(bytes, known),
        DocumentKind::Text | DocumentKind::Feed | DocumentKind::JsonLines => {}
    }
    let (text, warnings) = decode(bytes, charset)?;
    let mut article = from_text(&text, known)?;
    article.warnings.splice(0..0, warnings);
    Ok(article)
}
