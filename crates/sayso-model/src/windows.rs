//! How a long document is cut into windows: such that overlap, or such that hold whole lines.

use std::ops::Range;

use crate::manifest::Windows;

impl Windows {
    /// Windows that cover so many pieces, some of which begin lines.
    pub fn over(&self, pieces: usize, lines: &[usize]) -> Vec<Range<usize>> {
        if self.whole_lines { self.of_lines(pieces, lines) } else { self.overlapping(0..pieces) }
    }

    /// As few windows as cover the pieces with the margin on both sides of each cut, evenly spread.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "places in a text, which floats of 64 bits hold"
    )]
    fn overlapping(&self, pieces: Range<usize>) -> Vec<Range<usize>> {
        let Self { length, margin, .. } = *self;
        if pieces.len() <= length {
            return std::iter::once(pieces).collect();
        }
        let count = (pieces.len() - 2 * margin).div_ceil(length - 2 * margin);
        let spread = (pieces.len() - length) as f64 / (count - 1) as f64;
        (0..count)
            .map(|index| pieces.start + (index as f64 * spread).round_ties_even() as usize)
            .map(|start| start..start + length)
            .collect()
    }

    /// Windows of as many lines as they hold, one behind the other.
    fn of_lines(&self, pieces: usize, lines: &[usize]) -> Vec<Range<usize>> {
        let mut windows = Vec::new();
        let mut window = 0..0;
        let ends = lines.iter().copied().filter(|begin| *begin > 0).chain([pieces]);
        for end in ends {
            if end - window.start > self.length && !window.is_empty() {
                windows.push(window.clone());
                window = window.end..window.end;
            }
            window.end = end;
            if window.len() > self.length {
                windows.extend(self.overlapping(window));
                window = end..end;
            }
        }
        windows.extend((!window.is_empty()).then_some(window));
        windows
    }
}

/// The window in which a range of pieces stands most central; the document's ends do not count as cuts. Where none holds it
/// all, the last that holds its first piece.
// no words of a language: a reason
#[expect(clippy::cast_possible_wrap, reason = "a text has fewer pieces than an isize holds")]
pub fn most_central(windows: &[Range<usize>], pieces: &Range<usize>) -> usize {
    let inner = |window: &Range<usize>| {
        let before = pieces.start.checked_sub(window.start).map(|n| n as isize);
        let after = window.end.checked_sub(pieces.end).map(|n| n as isize);
        before.zip(after).map_or(-1, |(before, after)| before.min(after))
    };
    let best = |best: usize, (index, window)| if inner(window) > inner(&windows[best]) { index } else { best };
    let best = windows.iter().enumerate().fold(0, best);
    let holds_first = || windows.partition_point(|window| window.start <= pieces.start).saturating_sub(1);
    if windows.get(best).is_some_and(|window| inner(window) >= 0) { best } else { holds_first() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MARGIN: usize = 48;
    const OVERLAPPING: Windows = Windows { length: 384, margin: MARGIN, whole_lines: false };
    const OF_LINES: Windows = Windows { length: 256, margin: MARGIN, whole_lines: true };

    proptest! {
        #[test]
        fn every_piece_is_read_with_context(length in 1usize..20_000) {
            let all = OVERLAPPING.over(length, &[]);
            prop_assert_eq!(all[0].start, 0);
            prop_assert_eq!(all.last().unwrap().end, length);
            for two in all.windows(2) {
                prop_assert!(two[0].end >= two[1].start + 2 * MARGIN - 1);
            }
        }

        #[test]
        fn lines_stand_one_behind_the_other(lengths in proptest::collection::vec(1usize..400, 1..60)) {
            let ends: Vec<usize> = lengths.iter().scan(0, |sum, length| { *sum += length; Some(*sum) }).collect();
            let begins: Vec<usize> = ends.iter().zip(&lengths).map(|(end, length)| end - length).collect();
            let all = OF_LINES.over(ends[ends.len() - 1], &begins);
            prop_assert_eq!((all[0].start, all[all.len() - 1].end), (0, ends[ends.len() - 1]));
            prop_assert!(all.iter().all(|window| !window.is_empty() && window.len() <= 256));
            for two in all.windows(2) {
                prop_assert!(two[0].end == two[1].start || two[0].end >= two[1].start + 2 * MARGIN - 1);
            }
            for (begin, end) in begins.iter().zip(&ends).filter(|(begin, end)| *end - *begin <= 256) {
                prop_assert!(all.iter().any(|window| window.start <= *begin && *end <= window.end));
            }
        }
    }

    #[test]
    fn what_no_window_holds_is_read_where_it_begins() {
        assert_eq!(most_central(&[0..10, 10..20, 20..30], &(18..22)), 1);
        assert_eq!(most_central(&[0..10, 5..15, 10..20], &(9..11)), 1);
    }
}
