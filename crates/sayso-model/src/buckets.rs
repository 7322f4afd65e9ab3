//! How far from a cue the link head sees, and how exactly.

use std::ops::Range;

use crate::manifest::Reach;

/// Distances from a cue in buckets: exact ones near it, growing by a constant factor beyond.
pub struct Buckets {
    reach: usize,
    farthest: usize,
    exact: u16,
    on_a_side: u16,
}

impl Buckets {
    pub fn new(Reach { reach, farthest, exact_distances, buckets }: Reach) -> Self {
        Self { reach, farthest: farthest.unwrap_or(reach), exact: exact_distances, on_a_side: buckets }
    }

    /// The pieces of a window that the link head sees for a cue.
    pub fn reach(&self, cue: &Range<usize>, window: &Range<usize>) -> Range<usize> {
        let middle = usize::midpoint(cue.start, cue.end) - window.start;
        let last_start = window.len().saturating_sub(self.reach);
        let start = window.start + middle.saturating_sub(self.reach / 2).min(last_start);
        start..(start + self.reach).min(window.end)
    }

    /// The bucket of a piece, by its distance from a cue: those before it stand behind those after it.
    pub fn of(&self, piece: usize, cue: &Range<usize>) -> i32 {
        if piece < cue.start {
            i32::from(self.half(cue.start - piece) + self.on_a_side)
        } else {
            i32::from(self.half((piece + 1).saturating_sub(cue.end)))
        }
    }

    fn half(&self, size: usize) -> u16 {
        match u16::try_from(size) {
            Ok(size) if size < self.exact => size,
            _ => self.exact + self.far(size),
        }
    }

    /// Which of the buckets beyond the exact ones.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is no number of buckets becomes the first or the last, as in training"
    )]
    fn far(&self, size: usize) -> u16 {
        let steps = self.on_a_side - self.exact - 1;
        let growth = (self.farthest as f32 / f32::from(self.exact)).ln();
        let far = (size as f32 / f32::from(self.exact)).ln() / growth * f32::from(steps);
        (far as u16).min(steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUCKETS: Buckets = Buckets { reach: 256, farthest: 256, exact: 8, on_a_side: 16 };

    #[test]
    fn near_distances_are_exact_and_far_ones_share_a_bucket() {
        let cue = 300..302;
        let behind: Vec<i32> = [301, 302, 308, 309, 320, 10_000].map(|piece| BUCKETS.of(piece, &cue)).into();
        assert_eq!(behind, [0, 1, 7, 8, 9, 15]);
        let before: Vec<i32> = [299, 293, 292, 0].map(|piece| BUCKETS.of(piece, &cue)).into();
        assert_eq!(before, [17, 23, 24, 31]);
    }

    #[test]
    fn less_may_be_seen_than_the_buckets_span() {
        let near = Buckets { reach: 128, ..BUCKETS };
        assert_eq!(near.of(320, &(300..302)), BUCKETS.of(320, &(300..302)));
        assert_eq!(near.reach(&(300..302), &(0..384)), 237..365);
    }

    #[test]
    fn what_is_seen_lies_in_the_window() {
        assert_eq!(BUCKETS.reach(&(300..302), &(0..384)), 128..384);
        assert_eq!(BUCKETS.reach(&(10..11), &(0..384)), 0..256);
        assert_eq!(BUCKETS.reach(&(10..11), &(0..40)), 0..40);
    }
}
