//! sayso as a library: from a document to the record of who said what in it, on whose say-so.
//!
//! A document passes through stages, each a function from one value to the next, and each value can be looked at.
//! [`document::documents`] tells by content whether bytes are a page, a plain text or a feed and makes [`Article`]s
//! of them: the text that every offset points into, what is known of it, and what in it is furniture. [`read`] makes a
//! [`Reading`] of an article with the help of a [`Model`]; [`Encoder`] is the one that ships. [`Record`] is a reading as
//! it is printed. [`line::read_line`] goes the whole way for one line of a JSON Lines stream.
//!
//! ```
//! use sayso::{Encoder, Known, Record, document, read_document};
//!
//! let known = Known { publisher: Some("Meridian Press Agency".to_owned()), ..Known::default() };
//! let documents = document::documents(b"The bureau said that two ships had sailed.", None, &known)?;
//! let model = Encoder::bundled();
//! for document in documents.documents {
//!     let id = document.id.clone();
//!     let record = Record::new(id, &read_document(document, &model)?);
//!     assert_eq!(record.text, "The bureau said that two ships had sailed.");
//! }
//! # Ok::<(), sayso::Unreadable>(())
//! ```

mod described;
pub mod document;
pub mod entry;
pub mod line;
pub mod reread;
pub mod unreadable;
pub mod wording;

pub use document::{Document, DocumentKind, kind_of};
pub use sayso_brief as brief;
pub use sayso_ledger as ledger;
pub use sayso_model::{Encoder, ModelError, ModelFolder};
pub use sayso_page::{
    ArchiveError, Article, Capture, Captured, Captures, FeedEntry, Furniture, FurnitureKind, Known, LONGEST_DOCUMENT,
    Metadata, PassedOver, Warning, list_feed, without_secrets,
};
pub use sayso_read::{
    Attribution, Calibration, Capacity, Certainty, Date, Figure, Id, Links, Model, ModelIdentity, NoAttributions,
    Provenance, QuoteType, Reading, Record, Scan, SourceType, Speaker, SpeakerKind, Stance, Via, Vocabularies,
    Vocabulary, english, read, read_in,
};
pub use sayso_read::{date, figure, record};
pub use sayso_text::{Alignment, Body, Source, Span, Text};
pub use unreadable::Unreadable;

/// [`read`], but a panic in it is an error of this document: a batch goes on.
///
/// # Errors
///
/// Where reading panicked.
pub fn read_document(document: Document, model: &dyn Model) -> Result<Reading, Unreadable> {
    unreadable::contained(|| read(document.article, model))
}
