//! Where the figures of a document stand, so that those of a sentence are found without looking at all of them.

use sayso_text::Span;

use crate::work;

/// The figures of a document by their places; figures are told by their indexes in its record.
#[derive(Clone, Debug, Default)]
pub(crate) struct FigurePositions {
    by_start: Vec<(Span, usize)>,
    by_end: Vec<Span>,
}

impl FigurePositions {
    /// From the place of each figure, where it has one.
    pub(crate) fn new(figures: &[Option<Span>]) -> Self {
        let places = figures.iter().enumerate().filter_map(|(index, span)| Some(((*span)?, index)));
        let mut by_start: Vec<(Span, usize)> = places.collect();
        let mut by_end: Vec<Span> = by_start.iter().map(|(span, _)| *span).collect();
        by_start.sort_unstable();
        by_end.sort_unstable_by_key(|span| (span.end(), span.start()));
        Self { by_start, by_end }
    }

    /// The figures that stand in a span, in the order of the record.
    pub(crate) fn within(&self, span: Span) -> Vec<usize> {
        let mut found: Vec<usize> = self
            .from(span.start(), span.end())
            .filter(|(held, _)| span.contains(*held))
            .map(|(_, index)| index)
            .collect();
        found.sort_unstable();
        found
    }

    /// Where the last figure of a span ends that is over at a byte.
    pub(crate) fn end_before(&self, span: Span, at: usize) -> Option<usize> {
        let behind = self.by_end.partition_point(|held| held.end() <= at);
        let ended = work::each(self.by_end[..behind].iter().rev());
        let mut ended = ended.take_while(|held| held.end() >= span.start());
        ended.find(|held| span.contains(**held)).map(|held| held.end())
    }

    /// Where the first figure of a span begins that does not begin before a byte.
    pub(crate) fn start_behind(&self, span: Span, at: usize) -> Option<usize> {
        self.from(at, span.end()).find(|(held, _)| span.contains(*held)).map(|(held, _)| held.start())
    }

    /// The figures that begin from a byte on, up to another and at it, in order of place.
    fn from(&self, start: usize, end: usize) -> impl Iterator<Item = (Span, usize)> {
        let first = self.by_start.partition_point(|(held, _)| held.start() < start);
        let behind = work::each(self.by_start[first..].iter().copied());
        behind.take_while(move |(held, _)| held.start() <= end)
    }
}

#[cfg(test)]
mod tests {
    use sayso_text::Text;

    use super::*;

    #[test]
    fn figures_are_found_by_their_places() {
        let text: Text = Text::new("12 of 30 men, 5 ships");
        let span = |start, end| text.span(start, end);
        let placed = FigurePositions::new(&[span(14, 15), None, span(0, 2), span(6, 8), span(0, 8)]);
        let whole = text.whole();
        assert_eq!(placed.within(whole), [0, 2, 3, 4]);
        assert_eq!(placed.within(span(1, 15).unwrap()), [0, 3]);
        assert_eq!((placed.end_before(whole, 6), placed.start_behind(whole, 8)), (Some(2), Some(14)));
        assert_eq!(placed.end_before(span(3, 21).unwrap(), 6), None);
    }
}
