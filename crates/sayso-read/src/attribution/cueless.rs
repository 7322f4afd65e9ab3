//! Quotations without a cue: whose they are shows by where they stand.

use sayso_text::Span;

use super::AttributionSpans;
use crate::quote_type::QuoteType;
use crate::stance::Stance;

/// A quotation without a cue.
#[derive(Debug, PartialEq, Eq)]
pub struct CuelessQuotation {
    /// Where whoever says it is named.
    pub source: Span,
    /// All that is quoted.
    pub content: Span,
}

impl CuelessQuotation {
    /// As it is said, with how likely it is that it is read rightly.
    pub fn spoken(self, confidence: f32) -> AttributionSpans {
        spoken(self.source, None, self.content, confidence)
    }
}

/// What somebody says, with the mark that stands for a cue, if one does.
pub fn spoken(source: Span, cue: Option<Span>, content: Span, confidence: f32) -> AttributionSpans {
    AttributionSpans {
        source: vec![source],
        cue: cue.into_iter().collect(),
        content: vec![content],
        quote_type: QuoteType::Direct,
        likely_stance: Stance::Asserts,
        confidence,
        parent: None,
    }
}
