//! Precision, recall and F1.

use std::ops::AddAssign;

/// What was printed, what gold holds, and how much of each the other has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Of what was printed, how much is right.
    pub right: usize,
    /// How much was printed.
    pub printed: usize,
    /// Of what gold holds, how much was found.
    pub found: usize,
    /// How much gold holds.
    pub gold: usize,
}

/// In percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// Of what was printed, the share that is right.
    pub precision: f64,
    /// Of what gold holds, the share that was found.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
}

impl Tally {
    /// Where each match stands for one thing printed and one of gold.
    pub fn matched(matches: usize, printed: usize, gold: usize) -> Self {
        Self { right: matches, printed, found: matches, gold }
    }

    /// Pooled over all that was counted.
    pub fn rates(self) -> Rates {
        Rates::new(share(self.right, self.printed), share(self.found, self.gold))
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.printed += other.printed;
        self.found += other.found;
        self.gold += other.gold;
    }
}

impl Rates {
    /// From shares between 0 and 1.
    pub fn new(precision: f64, recall: f64) -> Self {
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Self { precision: 100.0 * precision, recall: 100.0 * recall, f1: 100.0 * f1 }
    }
}

/// `part` of `whole`, 0 where there is no whole.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
