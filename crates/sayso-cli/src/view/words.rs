//! Words of an article, on lines.

use sayso::{Reading, Span};

use crate::view::styled_text::StyledText;

/// One line in one style, broken where it is too wide.
pub fn paragraph(text: &str, style: anstyle::Style, width: usize) -> Vec<StyledText> {
    StyledText::new(text, style).wrap(width)
}

/// The words of some spans on one line, '…' where text stands between them.
pub fn words(reading: &Reading, spans: &[Span]) -> String {
    let part = |span: &Span| reading.article.text.slice(*span).split_whitespace().collect::<Vec<_>>().join(" ");
    spans.iter().map(part).collect::<Vec<_>>().join(" … ")
}
