//! Whether an attribution's content is quoted.

use sayso_text::{Span, Text};

use crate::quotation::{Quotation, touching};
use crate::quote_type::QuoteType;

/// Direct where all words stand in quotation marks, mixed where some do, indirect where none does.
pub fn quote_type(text: &Text, content: &[Span], quotations: &[Quotation]) -> QuoteType {
    let (mut quoted, mut bare) = (false, false);
    for span in content {
        let near = touching(quotations, *span);
        quoted |= !near.is_empty();
        bare |= letters(text, *span).any(|start| !near.iter().any(|quotation| quotation.span.range().contains(&start)));
    }
    match (quoted, bare) {
        (true, false) => QuoteType::Direct,
        (true, true) => QuoteType::Mixed,
        (false, _) => QuoteType::Indirect,
    }
}

/// Where the letters and digits of a span stand.
fn letters(text: &Text, span: Span) -> impl Iterator<Item = usize> {
    let letters = text.slice(span).char_indices().filter(|(_, letter)| letter.is_alphanumeric());
    letters.map(move |(at, _)| span.start() + at)
}
