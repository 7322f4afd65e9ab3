//! The context of a selection, and how well it fits a place.

use std::ops::Range;

use super::Selector;
use super::folded::Folded;

/// Characters around a place that are enough to know it by: two or three words.
const ENOUGH: usize = 12;

/// Characters of a passage and around it that are enough, where the passage is short: of 150 numbers chosen alone one was
/// found at a look-alike with [`ENOUGH`].
const ENOUGH_WITH_PASSAGE: usize = 24;

/// A passage with its surroundings, folded.
pub(super) struct Fitting {
    pub(super) exact: Vec<char>,
    pub(super) before: Vec<char>,
    pub(super) behind: Vec<char>,
    /// Characters around a place that must agree.
    needed: usize,
}

impl Fitting {
    /// As a reader's browser gives it.
    pub(super) fn new(selector: &Selector) -> Self {
        let (before, behind) = (Folded::new(&selector.prefix).signs, Folded::new(&selector.suffix).signs);
        let exact = Folded::trimmed(&selector.exact);
        let needed = ENOUGH_WITH_PASSAGE.saturating_sub(exact.len()).max(ENOUGH).min(count(&before, &behind));
        Self { exact, before, behind, needed }
    }

    /// With what stands around it in the text that the reader saw. A place must then fit better than any other that had
    /// the same words there; where there was no other, the words are known by themselves.
    pub(super) fn within(seen: &Folded, place: &Range<usize>, around: usize) -> Self {
        let place = seen.folded(place);
        let exact = seen.signs[place.clone()].to_vec();
        let before = seen.signs[place.start.saturating_sub(around)..place.start].to_vec();
        let behind = seen.signs[place.end..(place.end + around).min(seen.signs.len())].to_vec();
        let fitting = Self { exact, before, behind, needed: 0 };
        let others = seen.occurrences(&fitting.exact).into_iter().filter(|other| *other != place);
        let most = others.map(|other| fitting.agreement(seen, &other)).max();
        let all = count(&fitting.before, &fitting.behind);
        Self { needed: most.map_or(0, |most| (most + 1).max(ENOUGH).min(all)), ..fitting }
    }

    /// Characters next to a place that are those next to the passage.
    pub(super) fn agreement(&self, text: &Folded, place: &Range<usize>) -> usize {
        let before = text.signs[..place.start].iter().rev().filter(|sign| **sign != ' ');
        let before =
            before.zip(self.before.iter().rev().filter(|sign| **sign != ' ')).take_while(|(a, b)| a == b).count();
        let behind = text.signs[place.end..].iter().filter(|sign| **sign != ' ');
        let behind = behind.zip(self.behind.iter().filter(|sign| **sign != ' ')).take_while(|(a, b)| a == b).count();
        before + behind
    }

    /// Whether so much agreement makes a place the passage's.
    pub(super) fn is_enough(&self, agreement: usize) -> bool {
        agreement >= self.needed
    }
}

/// Characters that are no space.
fn count(before: &[char], behind: &[char]) -> usize {
    before.iter().chain(behind).filter(|sign| **sign != ' ').count()
}
