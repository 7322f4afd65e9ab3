//! A copy among the documents of a story, with what it carries over.

use sayso_text::Span;

/// A copy among the documents of a story, by their indexes.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// The copy.
    pub article: usize,
    /// What it copies.
    pub of: usize,
    /// The stretches of the copy that come from there, in order, none within another.
    pub carried: Vec<Span>,
}

impl Copied {
    /// Whether a span of the copy comes from there.
    pub(super) fn has(&self, span: Span) -> bool {
        let behind = self.carried.partition_point(|carried| carried.start() <= span.start());
        self.carried[..behind].last().is_some_and(|carried| carried.contains(span))
    }
}
