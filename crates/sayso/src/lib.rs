//! The front door.

pub mod record;

pub use sayso_model::Encoder;
pub use sayso_page::{Article, Furniture, FurnitureKind, Known, Metadata, Warning};
pub use sayso_read::{Attribution, Model, QuoteType, Reading, read};
pub use sayso_text::{Body, Source, Span, Text};
