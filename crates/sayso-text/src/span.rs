//! A span: where something stands in one kind of text.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Range;

/// Marks the text of an article: what is read, and what every printed offset points into.
pub enum Body {}

/// Marks the document as it was found, once decoded: markup and all.
pub enum Source {}

/// A range `[start, end)` of bytes in a text of kind `K`, on code-point boundaries.
///
/// Only a [`Text`](crate::Text) makes spans from offsets; spans combine into others.
pub struct Span<K = Body> {
    start: u32,
    end: u32,
    kind: PhantomData<fn() -> K>,
}

impl<K> Span<K> {
    /// The caller has checked that both lie on code-point boundaries and that `start <= end`.
    pub(crate) fn checked(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        let fit = |offset: usize| u32::try_from(offset).expect("a text is shorter than 4 GiB");
        Self { start: fit(start), end: fit(end), kind: PhantomData }
    }

    /// First byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// First byte after the span.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The byte range.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether the span holds nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly within this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both, and what stands between them.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end), kind: PhantomData }
    }

    /// What stands between the end of this span and the start of a later one; `None` where they overlap.
    #[must_use]
    pub fn gap(self, later: Self) -> Option<Self> {
        (self.end <= later.start).then_some(Self { start: self.end, end: later.start, kind: PhantomData })
    }
}

impl<K> Clone for Span<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Span<K> {}

impl<K> PartialEq for Span<K> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}

impl<K> Eq for Span<K> {}

impl<K> PartialOrd for Span<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Span<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}

impl<K> Hash for Span<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state);
    }
}

impl<K> fmt::Debug for Span<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
