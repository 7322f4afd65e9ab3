//! A text: its characters, its spans, and the way from bytes to code points.

use std::fmt;
use std::marker::PhantomData;

use crate::{Body, Span};

/// Bytes between two marks of the code-point index: one `u32` a kilobyte, and at most a kilobyte counted a lookup.
const BLOCK: usize = 1024;

/// An immutable text of kind `K`.
pub struct Text<K = Body> {
    string: Box<str>,
    /// Code points before each block of [`BLOCK`] bytes; a code point that straddles two blocks counts in the first.
    marks: Vec<u32>,
    kind: PhantomData<fn() -> K>,
}

impl<K> Text<K> {
    /// Takes a string over as a text.
    ///
    /// # Panics
    ///
    /// Where the string is 4 GiB or longer; readers of documents refuse far shorter ones.
    pub fn new(string: impl Into<Box<str>>) -> Self {
        let string = string.into();
        assert!(u32::try_from(string.len()).is_ok(), "a text is shorter than 4 GiB");
        let mut marks = Vec::with_capacity(string.len() / BLOCK + 1);
        let mut count = 0;
        for block in string.as_bytes().chunks(BLOCK) {
            marks.push(count);
            count += block.iter().map(|byte| u32::from(begins_code_point(*byte))).sum::<u32>();
        }
        Self { string, marks, kind: PhantomData }
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.string.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    /// The span of the whole text.
    #[must_use]
    pub fn whole(&self) -> Span<K> {
        Span::checked(0, self.len())
    }

    /// The span of a byte range; `None` where it is out of bounds, reversed, or splits a code point.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Option<Span<K>> {
        self.string.get(start..end).map(|_| Span::checked(start, end))
    }

    /// The span of `part`, a slice borrowed from this text; `None` where it was borrowed from elsewhere.
    #[must_use]
    pub fn span_of(&self, part: &str) -> Option<Span<K>> {
        let start = (part.as_ptr() as usize).checked_sub(self.string.as_ptr() as usize)?;
        self.span(start, start.checked_add(part.len())?)
    }

    /// The first place where `needle` stands.
    #[must_use]
    pub fn find(&self, needle: &str) -> Option<Span<K>> {
        self.string.find(needle).map(|start| Span::checked(start, start + needle.len()))
    }

    /// What a span of this text holds.
    ///
    /// # Panics
    ///
    /// Where the span was made by another, longer text of the same kind.
    #[must_use]
    pub fn slice(&self, span: Span<K>) -> &str {
        &self.string[span.range()]
    }

    /// `[start, end)` of a span in Unicode code points.
    #[must_use]
    pub fn code_points(&self, span: Span<K>) -> (usize, usize) {
        (self.code_point(span.start()), self.code_point(span.end()))
    }

    /// The span of `[start, end)` in Unicode code points; `None` where it is out of bounds or reversed.
    #[must_use]
    pub fn span_of_code_points(&self, start: usize, end: usize) -> Option<Span<K>> {
        self.span(self.byte(start)?, self.byte(end)?)
    }

    /// The span without the white space at its ends.
    #[must_use]
    pub fn trim(&self, span: Span<K>) -> Span<K> {
        let held = self.slice(span);
        let start = span.start() + held.len() - held.trim_start().len();
        Span::checked(start, start + held.trim().len())
    }

    /// The stretches outside some spans, in order; those with nothing but white space are left out.
    #[must_use]
    pub fn outside(&self, spans: &[Span<K>]) -> Vec<Span<K>> {
        let mut sorted: Vec<(usize, usize)> = spans.iter().map(|span| (span.start(), span.end())).collect();
        sorted.sort_unstable();
        let mut reached = 0;
        let mut stretches = Vec::new();
        for (start, end) in sorted.into_iter().chain([(self.len(), self.len())]) {
            stretches.extend(self.span(reached, start).filter(|span| !self.slice(*span).trim().is_empty()));
            reached = reached.max(end);
        }
        stretches
    }

    fn code_point(&self, byte: usize) -> usize {
        let block = (byte / BLOCK).min(self.marks.len().saturating_sub(1));
        let before = self.marks.get(block).copied().unwrap_or(0) as usize;
        let rest = &self.string.as_bytes()[(block * BLOCK).min(byte)..byte];
        before + rest.iter().filter(|byte| begins_code_point(**byte)).count()
    }

    fn byte(&self, code_point: usize) -> Option<usize> {
        let block = self.marks.partition_point(|mark| *mark as usize <= code_point).saturating_sub(1);
        let mut left = code_point - self.marks.get(block).copied().unwrap_or(0) as usize;
        let start = block * BLOCK;
        for (offset, byte) in self.string.as_bytes()[start.min(self.len())..].iter().enumerate() {
            if begins_code_point(*byte) {
                if left == 0 {
                    return Some(start + offset);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(self.len())
    }
}

fn begins_code_point(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

impl<K> Clone for Text<K> {
    fn clone(&self) -> Self {
        Self { string: self.string.clone(), marks: self.marks.clone(), kind: PhantomData }
    }
}

impl<K> PartialEq for Text<K> {
    fn eq(&self, other: &Self) -> bool {
        self.string == other.string
    }
}

impl<K> Eq for Text<K> {}

impl<K> fmt::Debug for Text<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.string, f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn code_points_and_bytes_agree(string in "(\\PC{0,40}|[aé漢😀]{900,1300})") {
            let text: Text = Text::new(string.as_str());
            let bounds: Vec<usize> = string.char_indices().map(|(i, _)| i).chain([string.len()]).collect();
            for (n, byte) in bounds.iter().enumerate() {
                let span = text.span(*byte, string.len()).unwrap();
                prop_assert_eq!(text.code_points(span), (n, bounds.len() - 1));
                prop_assert_eq!(text.span_of_code_points(n, bounds.len() - 1), Some(span));
            }
            prop_assert_eq!(text.span_of_code_points(0, bounds.len()), None);
        }
    }

    #[test]
    fn a_span_never_splits_a_code_point() {
        let text: Text = Text::new("aé");
        assert_eq!(text.span(0, 2), None);
        assert_eq!(text.span(2, 1), None);
        assert_eq!(text.span(0, 4), None);
        assert_eq!(text.slice(text.span(1, 3).unwrap()), "é");
    }

    #[test]
    fn a_slice_from_elsewhere_has_no_span() {
        let text: Text = Text::new("the mayor said");
        assert_eq!(text.span_of(&text.as_str()[4..9]).map(|span| text.slice(span)), Some("mayor"));
        assert_eq!(text.span_of("mayor"), None);
    }
}
