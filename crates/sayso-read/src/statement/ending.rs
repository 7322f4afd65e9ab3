//! Where a statement ends: one that breaks off at a small word or a number goes on to the end of its clause.

use sayso_text::Span;

use super::{AttributedContent, StatementReader};

/// Bytes by which a statement is drawn out at most.
const REACH: usize = 80;

/// What ends a clause.
const ENDS: [char; 12] = ['.', ',', ';', ':', '!', '?', '\n', '"', '“', '”', '(', ')'];

impl StatementReader<'_> {
    /// A statement to the end of its clause, where it broke off before; never into its own source or cue.
    pub(super) fn ended(&self, span: Span, told: &AttributedContent<'_>) -> Span {
        let text = self.text.as_str();
        if !self.breaks_off(span) {
            return span;
        }
        let starts = told.source.iter().chain(told.cue).map(|part| part.start()).filter(|start| *start >= span.end());
        let limit = starts.min().unwrap_or(text.len()).min(text.floor_char_boundary(span.end() + REACH));
        let behind = &text[span.end()..limit];
        let Some(end) = behind.find(ENDS) else { return span };
        self.text.span(span.start(), span.end() + behind[..end].trim_end().len()).unwrap_or(span)
    }

    /// Whether words go on behind a small word or a number.
    fn breaks_off(&self, span: Span) -> bool {
        let Some(last) = self.tokens.within(span).next_back() else { return false };
        let is_number = self.tokens.raw(last).ends_with(|letter: char| letter.is_ascii_digit());
        let is_small = is_number || self.words.shown.open.contains(self.tokens.word(last));
        let behind = self.text.as_str()[span.end()..].strip_prefix(' ');
        is_small && behind.is_some_and(|behind| behind.starts_with(char::is_alphanumeric))
    }
}
