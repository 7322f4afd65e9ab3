//! Where two wordings of one sentence differ, in hunks that a reader takes for one change.

use std::ops::Range;

use sayso_text::Span;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::version::words::DiffWord;

/// A stretch of words that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// Words before.
    pub before: Range<usize>,
    /// Words after.
    pub after: Range<usize>,
}

/// Unchanged words between two differences above which they are two changes. On the development stream differences of
/// one change lie up to three words apart.
const APART: usize = 6;

/// Words of a passage above which only its unchanged ends are told from the rest: comparing is quadratic in the worst
/// case. A sentence of the news has 25.
const LONGEST: usize = 1_000;

/// The differences between two wordings, in groups of neighbours.
pub fn groups(before: &[&DiffWord], after: &[&DiffWord]) -> Vec<Vec<Hunk>> {
    let mut groups: Vec<Vec<Hunk>> = Vec::new();
    for hunk in hunks(before, after) {
        match groups.last_mut() {
            Some(group)
                if group.last().is_some_and(|last| hunk.before.start.saturating_sub(last.before.end) < APART) =>
            {
                group.push(hunk)
            }
            _ => groups.push(vec![hunk]),
        }
    }
    groups
}

fn hunks(before: &[&DiffWord], after: &[&DiffWord]) -> Vec<Hunk> {
    let keys = |words: &[&DiffWord]| -> Vec<Box<str>> { words.iter().map(|word| word.key.clone()).collect() };
    let (mine, others) = (keys(before), keys(after));
    if mine.len().max(others.len()) > LONGEST {
        return Vec::from_iter(ends(&mine, &others));
    }
    capture_diff_slices(Algorithm::Myers, &mine, &others)
        .into_iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| Hunk { before: op.old_range(), after: op.new_range() })
        .collect()
}

fn ends(before: &[Box<str>], after: &[Box<str>]) -> Option<Hunk> {
    let common = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let rest = before.len().min(after.len()) - common;
    let behind = before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let hunk = Hunk { before: common..before.len() - behind, after: common..after.len() - behind };
    (!hunk.before.is_empty() || !hunk.after.is_empty()).then_some(hunk)
}

/// From the first word of a group to the last: before, after.
pub fn extent(group: &[Hunk]) -> Hunk {
    let (first, last) = (&group[0], &group[group.len() - 1]);
    Hunk { before: first.before.start..last.before.end, after: first.after.start..last.after.end }
}

/// The stretches of text that the words of ranges cover.
pub fn stretches<'h>(words: &[&DiffWord], ranges: impl Iterator<Item = &'h Range<usize>>) -> Vec<Span> {
    ranges.filter_map(|range| stretch(words, range)).collect()
}

/// From the first word of a range to the last; `None` where it is empty.
pub fn stretch(words: &[&DiffWord], range: &Range<usize>) -> Option<Span> {
    words.get(range.clone()).and_then(|held| Some(held.first()?.span.to(held.last()?.span)))
}
