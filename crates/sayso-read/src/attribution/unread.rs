//! Who says what, as spans of the text.

use sayso_text::Span;

use crate::quote_type::QuoteType;
use crate::stance::Stance;

/// A source, the cue that attributes, and the content attributed (Pareti 2012), before anything is made of their words.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributionSpans {
    /// Where the source is named; empty where it is not.
    pub source: Vec<Span>,
    /// The words that attribute.
    pub cue: Vec<Span>,
    /// What is attributed, in order; never empty.
    pub content: Vec<Span>,
    /// Whether the content is quoted.
    pub quote_type: QuoteType,
    /// The stance that the model finds likeliest.
    pub likely_stance: Stance,
    /// Index of the triple in whose content this one stands.
    pub parent: Option<usize>,
    /// How likely it is that a careful reader finds the same, 0 to 1; calibrated.
    pub confidence: f32,
}

#[cfg(test)]
impl AttributionSpans {
    /// Spans alone, for tests of what is made of them.
    pub fn of(source: Vec<Span>, cue: Vec<Span>, content: Vec<Span>, parent: Option<usize>) -> Self {
        Self {
            source,
            cue,
            content,
            quote_type: QuoteType::Indirect,
            likely_stance: Stance::Other,
            parent,
            confidence: 1.0,
        }
    }
}
