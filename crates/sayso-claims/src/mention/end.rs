//! Where a statement ends: one that breaks off at a small word or a number goes on to the end of its clause.

use sayso_text::Span;

use super::located::LocatedAttribution;
use crate::Document;
use crate::words::is_empty;

/// Bytes by which a statement is drawn out at most.
const REACH: usize = 80;

/// What ends a clause.
const ENDS: [char; 12] = ['.', ',', ';', ':', '!', '?', '\n', '"', '“', '”', '(', ')'];

/// A statement to the end of its clause, where it broke off before; never into its own source or cue.
pub(super) fn whole(document: &Document, span: Span, told: &LocatedAttribution<'_>) -> Span {
    let text = document.text.as_str();
    if !breaks_off(document.text.slice(span), &text[span.end()..]) {
        return span;
    }
    let starts = told.source.iter().chain(&told.cue).map(|part| part.start()).filter(|start| *start >= span.end());
    let limit = starts.min().unwrap_or(text.len()).min(text.floor_char_boundary(span.end() + REACH));
    let behind = &text[span.end()..limit];
    let Some(end) = behind.find(ENDS) else { return span };
    document.text.span(span.start(), span.end() + behind[..end].trim_end().len()).unwrap_or(span)
}

/// Whether words go on behind a small word or a number.
fn breaks_off(said: &str, behind: &str) -> bool {
    let last = said.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_small = is_empty(&last.to_lowercase()) || last.ends_with(|letter: char| letter.is_ascii_digit());
    let goes_on = behind.strip_prefix(' ').is_some_and(|behind| behind.starts_with(char::is_alphanumeric));
    is_small && goes_on
}
