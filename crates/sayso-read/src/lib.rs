//! From an article to a reading: every attribution in it, each span sliced from the text.

mod model;
mod reading;

pub use model::{Links, Model, Scan, Word};
pub use reading::{Attribution, QuoteType, Reading};

use sayso_page::Article;

/// Reads an article.
pub fn read(article: Article, _model: &dyn Model) -> Reading {
    Reading { article, attributions: Vec::new(), warnings: Vec::new() }
}
