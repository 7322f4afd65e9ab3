//! How a long document is cut into windows that overlap.

use std::ops::Range;

use crate::manifest::Windows;

impl Windows {
    /// As few windows as cover so many pieces with the margin on both sides of each cut, evenly spread.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "places in a text, which floats of 64 bits hold"
    )]
    pub fn over(&self, pieces: usize) -> Vec<Range<usize>> {
        let Self { length, margin } = *self;
        if pieces <= length {
            return std::iter::once(0..pieces).collect();
        }
        let count = (pieces - 2 * margin).div_ceil(length - 2 * margin);
        let spread = (pieces - length) as f64 / (count - 1) as f64;
        (0..count)
            .map(|index| (index as f64 * spread).round_ties_even() as usize)
            .map(|start| start..start + length)
            .collect()
    }
}

/// The window in which a range of pieces stands most central; the document's ends do not count as cuts.
// no words of a language: a reason
#[expect(clippy::cast_possible_wrap, reason = "a text has fewer pieces than an isize holds")]
pub fn most_central(windows: &[Range<usize>], pieces: &Range<usize>) -> usize {
    let inner = |window: &Range<usize>| {
        let before = pieces.start.checked_sub(window.start).map(|n| n as isize);
        let after = window.end.checked_sub(pieces.end).map(|n| n as isize);
        before.zip(after).map_or(-1, |(before, after)| before.min(after))
    };
    let best = |best: usize, (index, window)| if inner(window) > inner(&windows[best]) { index } else { best };
    windows.iter().enumerate().fold(0, best)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MARGIN: usize = 48;

    proptest! {
        #[test]
        fn every_piece_is_read_with_context(length in 1usize..20_000) {
            let all = Windows { length: 384, margin: MARGIN }.over(length);
            prop_assert_eq!(all[0].start, 0);
            prop_assert_eq!(all.last().unwrap().end, length);
            for two in all.windows(2) {
                prop_assert!(two[0].end >= two[1].start + 2 * MARGIN - 1);
            }
        }
    }
}
