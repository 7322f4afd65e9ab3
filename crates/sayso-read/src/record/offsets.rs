//! Places in a text, as they are printed.

use sayso_text::{Span, Text};

/// `[start, end)` in Unicode code points.
pub type Offsets = (usize, usize);

pub fn offsets(text: &Text, spans: &[Span]) -> Vec<Offsets> {
    spans.iter().map(|span| text.code_points(*span)).collect()
}
