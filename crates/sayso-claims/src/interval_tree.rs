//! Which of many spans share a byte with one, without looking at all of them.
//!
//! An interval tree (Cormen et al., Introduction to Algorithms, 14.3) laid out in a sorted array: each range of the array
//! is a subtree with its root in the middle.

use sayso_text::Span;

use crate::work;

/// Spans, each with what it is of.
#[derive(Clone, Debug)]
pub(crate) struct IntervalTree<T> {
    /// In order of place.
    held: Vec<(Span, T)>,
    /// For the root of each subtree, the last end in it.
    reach: Vec<usize>,
}

impl<T: Copy> IntervalTree<T> {
    pub(crate) fn new(spans: impl IntoIterator<Item = (Span, T)>) -> Self {
        let mut held: Vec<(Span, T)> = spans.into_iter().collect();
        held.sort_by_key(|(span, _)| *span);
        let mut overlaps = Self { reach: vec![0; held.len()], held };
        overlaps.measure(0, overlaps.held.len());
        overlaps
    }

    fn measure(&mut self, from: usize, to: usize) -> usize {
        if from == to {
            return 0;
        }
        let root = usize::midpoint(from, to);
        let below = self.measure(from, root).max(self.measure(root + 1, to));
        self.reach[root] = below.max(self.held[root].0.end());
        self.reach[root]
    }

    /// Whether any shares a byte with a span.
    pub(crate) fn any(&self, span: Span) -> bool {
        !self.walk(span, (0, self.held.len()), &mut |_| false)
    }

    /// What those are of that share a byte with a span, in order of their places.
    pub(crate) fn with(&self, span: Span) -> Vec<T> {
        let mut found = Vec::new();
        self.walk(span, (0, self.held.len()), &mut |held| {
            found.push(held);
            true
        });
        found
    }

    /// Visits what overlaps as long as the visitor goes on; whether it went on to the end.
    fn walk(&self, span: Span, (from, to): (usize, usize), visit: &mut impl FnMut(T) -> bool) -> bool {
        if from == to {
            return true;
        }
        work::count(1);
        let root = usize::midpoint(from, to);
        let (held, of) = self.held[root];
        if self.reach[root] <= span.start() || !self.walk(span, (from, root), visit) {
            return self.reach[root] <= span.start();
        }
        if held.start() >= span.end() {
            return true;
        }
        let goes_on = held.end() <= span.start() || visit(of);
        goes_on && self.walk(span, (root + 1, to), visit)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sayso_text::Text;

    use super::*;

    proptest! {
        #[test]
        fn finds_what_looking_at_all_finds(
            spans in proptest::collection::vec((0_usize..40, 0_usize..12), 0..30),
            (start, length) in (0_usize..40, 0_usize..12),
        ) {
            let text: Text = Text::new("x".repeat(60));
            let span = |(start, length): (usize, usize)| text.span(start, start + length).unwrap();
            let overlaps = IntervalTree::new(spans.iter().map(|one| span(*one)).zip(0..));
            let asked = span((start, length));
            let mut wanted: Vec<usize> = (0..spans.len()).filter(|at| {
                let one = span(spans[*at]);
                one.start() < asked.end() && asked.start() < one.end()
            }).collect();
            let mut found = overlaps.with(asked);
            found.sort_unstable();
            wanted.sort_unstable();
            prop_assert_eq!(overlaps.any(asked), !wanted.is_empty());
            prop_assert_eq!(found, wanted);
        }
    }
}
