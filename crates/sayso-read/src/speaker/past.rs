//! A source that has been resolved.

use sayso_text::Span;

use super::found::Referent;

/// A source that has been resolved.
pub struct Past {
    /// First token of the source.
    pub at: usize,
    /// Its span.
    pub span: Span,
    /// Whether it stands inside the content of another.
    pub nested: bool,
    /// Whom it means.
    pub referents: Vec<Referent>,
}
