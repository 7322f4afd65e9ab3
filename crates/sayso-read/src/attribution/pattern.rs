//! An attribution that a pattern of words finds.

use sayso_text::Span;

/// Who says what, as a pattern finds it.
#[derive(Debug, PartialEq, Eq)]
pub struct Worded {
    /// Who.
    pub source: Span,
    /// The words that attribute.
    pub cue: Span,
    /// What.
    pub content: Span,
}
