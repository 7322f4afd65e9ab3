//! Single sentences of a public set of tests for recognisers of numbers and dates: each is right, wrong, or about what the
//! record does not call a figure or a date.

mod calendar;
pub mod dates;
pub mod figures;
mod timex;

use std::collections::BTreeMap;

/// What a case says of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseVerdict {
    /// Everything that is expected was printed, and nothing else of its kind.
    Right,
    /// Something else was.
    Wrong,
    /// It asks for what is no figure and no date, or is told by other rules: why.
    LeftOut(&'static str),
}

/// Sums over cases.
#[derive(Default)]
pub struct RecognizersScore {
    right: usize,
    wrong: usize,
    left_out: BTreeMap<&'static str, usize>,
}

impl RecognizersScore {
    /// Adds one case.
    pub fn add(&mut self, verdict: CaseVerdict) {
        match verdict {
            CaseVerdict::Right => self.right += 1,
            CaseVerdict::Wrong => self.wrong += 1,
            CaseVerdict::LeftOut(kind) => *self.left_out.entry(kind).or_default() += 1,
        }
    }

    /// Cases that are right, in percent of those that are not left out.
    pub fn right(&self) -> f64 {
        100.0 * super::rates::share(self.right, self.right + self.wrong)
    }

    /// How many were held, and how many left out for what.
    pub fn note(&self) -> String {
        let left_out: Vec<String> = self.left_out.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
        format!("{} of {}; left out: {}", self.right, self.right + self.wrong, left_out.join(", "))
    }
}
