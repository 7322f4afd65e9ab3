//! Whether an attribution's content is quoted.

use sayso_text::{Span, Text};

use crate::quotation::Quotation;
use crate::reading::QuoteType;

/// Direct where all words stand in quotation marks, mixed where some do, indirect where none does.
pub fn quote_type(text: &Text, content: &[Span], quotations: &[Quotation]) -> QuoteType {
    let (mut quoted, mut bare) = (false, false);
    for (start, letter) in content.iter().flat_map(|span| letters(text, *span)) {
        let inside = quotations.iter().any(|quotation| quotation.span.range().contains(&start));
        quoted |= inside;
        bare |= !inside && letter.is_alphanumeric();
    }
    match (quoted, bare) {
        (true, false) => QuoteType::Direct,
        (true, true) => QuoteType::Mixed,
        (false, _) => QuoteType::Indirect,
    }
}

fn letters(text: &Text, span: Span) -> impl Iterator<Item = (usize, char)> {
    text.slice(span).char_indices().map(move |(at, letter)| (span.start() + at, letter))
}
