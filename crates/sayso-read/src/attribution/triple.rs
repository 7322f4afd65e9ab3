//! Who says what, as spans of the text.

use sayso_text::Span;

use crate::reading::QuoteType;

/// A source, the cue that attributes, and the content attributed (Pareti 2012), before anything is made of their words.
#[derive(Clone, Debug, PartialEq)]
pub struct Triple {
    /// Where the source is named; empty where it is not.
    pub source: Vec<Span>,
    /// The words that attribute.
    pub cue: Vec<Span>,
    /// What is attributed, in order; never empty.
    pub content: Vec<Span>,
    /// Whether the content is quoted.
    pub quote_type: QuoteType,
    /// Index of the triple in whose content this one stands.
    pub parent: Option<usize>,
    /// How likely it is that a careful reader finds the same, 0 to 1; calibrated.
    pub confidence: f32,
}
