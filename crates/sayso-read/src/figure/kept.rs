//! What is kept of each figure of a text to find its whole by.

use super::back::Back;
use super::vote::VoteSide;

/// How many figures before a part its whole is sought.
pub const WINDOW: usize = 12;

/// How many sentences away a count of the same noun may stand.
pub const SENTENCES: usize = 4;

/// What is kept of a figure to find its whole by.
#[derive(Clone, Debug)]
pub struct Clue {
    /// Number of the line, of the paragraph and of the sentence.
    pub line: usize,
    pub paragraph: usize,
    pub sentence: usize,
    pub size: f64,
    pub exact: bool,
    pub unit: Option<String>,
    pub head: Option<String>,
    /// How it points back at its whole.
    pub back: Option<Back>,
    /// Whether it says another figure over in brackets: '500 roubles ($15)'.
    pub bracketed: bool,
    /// Whether it counts what is beside a whole: 'seven other guests'.
    pub other: bool,
    /// Whether it adds to what has been counted: 'two more plants'.
    pub more: bool,
    /// Whether it is called a total: 'a total of 38 goals'.
    pub total: bool,
    /// Whether it is the first half of an adjective: '300-page'.
    pub hyphenated: bool,
    /// Whether it is how many sit in a chamber: 'the 120-member Knesset'.
    pub chamber: bool,
    /// Whether it counts those who sit in one.
    pub seated: bool,
    /// Whether too much is counted in its noun for another count to be of the same whole.
    pub generic: bool,
    /// Whether it counts persons by a word for all of them: 'people', 'victims'.
    pub persons: bool,
    /// Whether it counts persons whom something befell: 'killed 14 people'.
    pub harmed: bool,
    /// Whether it is how many were asked in a survey.
    pub sample: bool,
    pub tally: Option<VoteSide>,
    pub side: Option<VoteSide>,
}

impl Clue {
    /// Whether it can be a part of `whole`: it is a share, or fewer of the same unit.
    pub fn fits_in(&self, whole: &Clue) -> bool {
        let alike = self.is_share() || self.unit == whole.unit && self.size < whole.size;
        alike && !whole.is_share()
    }

    /// Whether another figure a few sentences away counts the same noun.
    pub fn same_thing(&self, other: &Clue) -> bool {
        let near = self.sentence.abs_diff(other.sentence) <= SENTENCES;
        near && self.head.is_some() && self.head == other.head && self.unit == other.unit
    }

    /// Whether it is a share of something.
    pub fn is_share(&self) -> bool {
        matches!(self.unit.as_deref(), Some("percentage" | "fraction"))
    }
}

/// The figures before one among which its whole is sought, the nearest first.
pub fn before(index: usize) -> impl Iterator<Item = usize> {
    (index.saturating_sub(WINDOW)..index).rev()
}
