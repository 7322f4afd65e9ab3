//! From the bytes of a news page to an [`Article`]. No network, no clock.

mod article;

pub use article::{Article, Furniture, FurnitureKind, Known, Metadata, Warning};
