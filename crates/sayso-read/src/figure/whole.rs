//! Wholes beyond a part's own sentence: the tally of a vote, a chamber, a total, the larger count of the same thing just
//! before.

use super::again;
use super::kept::{Clue, SENTENCES, WINDOW, before};
use super::part;
use super::sum;

/// How many lines behind a tally its voters are counted.
const VOTE_LINES: usize = 2;

/// Fills in the wholes that no line alone gave; the tally of a vote comes before what a line gave.
pub(super) fn fill(clues: &[Clue], wholes: &mut [Option<usize>]) {
    for index in 0..clues.len() {
        if let Some(whole) = vote(clues, index) {
            set(wholes, index, whole);
        }
        if let Some((mut parts, whole)) = sum::parts(clues, index) {
            parts.retain(|part| wholes[*part].is_none());
            parts.into_iter().for_each(|part| set(wholes, part, whole));
        }
        let whole = chamber(clues, index)
            .or_else(|| total(clues, index))
            .or_else(|| again::whole(clues, wholes, index))
            .or_else(|| same_noun(clues, wholes, index));
        if let Some(whole) = whole.filter(|_| wholes[index].is_none()) {
            set(wholes, index, whole);
        }
    }
}

fn set(wholes: &mut [Option<usize>], part: usize, whole: usize) {
    if !part::leads_to(wholes, whole, part) {
        wholes[part] = Some(whole);
    }
}

/// 'Passed 219–212, with only 8 Republicans voting for it and 44 Democrats against'.
fn vote(clues: &[Clue], index: usize) -> Option<usize> {
    let part = &clues[index];
    part.side?;
    let side = |whole: &Clue| whole.tally == part.side && part.tally.is_none() && part.line - whole.line <= VOTE_LINES;
    before(index).find(|whole| side(&clues[*whole]) && part.size < clues[*whole].size && part.unit.is_none())
}

/// '12 MPs … in the 120-member parliament', before it or behind it in the paragraph.
fn chamber(clues: &[Clue], index: usize) -> Option<usize> {
    let part = &clues[index];
    let seated = part.seated && part.exact && part.unit.is_none();
    let behind = index + 1..(index + WINDOW).min(clues.len());
    let holds =
        |at: &usize| clues[*at].chamber && clues[*at].paragraph == part.paragraph && clues[*at].size > part.size;
    before(index).chain(behind).find(|at| seated && !part.chamber && holds(at))
}

/// 'Home to 413 billionaires … a world total of 1,210 billionaires'.
fn total(clues: &[Clue], index: usize) -> Option<usize> {
    let part = &clues[index];
    let head = part.head.as_deref()?;
    let holds = |at: &usize| {
        let whole = &clues[*at];
        let alike = whole.head.as_deref() == Some(head) && whole.unit == part.unit;
        whole.total && alike && part.size < whole.size && part.line.abs_diff(whole.line) <= VOTE_LINES
    };
    let behind = index + 1..(index + WINDOW).min(clues.len());
    behind.chain(before(index)).find(|at| !part.total && holds(at))
}

/// '189 receptions … As a sophomore he made 82 receptions': the largest exact count of the same noun in an earlier
/// sentence of the paragraph, or in the same sentence where it is a whole already ('66 of the 125 seats, … 51 seats').
fn same_noun(clues: &[Clue], wholes: &[Option<usize>], index: usize) -> Option<usize> {
    let part = &clues[index];
    let head = part.head.as_deref().filter(|head| head.len() > 2 && !part.generic)?;
    let is_whole = |of: usize| (of.saturating_sub(1)..index).any(|part| wholes[part] == Some(of));
    let earlier = |at: usize| clues[at].sentence < part.sentence || clues[at].sentence == part.sentence && is_whole(at);
    let holds = |at: usize| {
        let whole = &clues[at];
        let alike = whole.unit == part.unit && whole.head.as_deref() == Some(head);
        let near = part.more || part.sentence - whole.sentence <= SENTENCES;
        alike && near && whole.exact && whole.size > part.size && whole.paragraph == part.paragraph && earlier(at)
    };
    let stands_alone = !part.exact
        || part.other
        || part.unit.is_some()
        || part.hyphenated
        || part.is_share()
        || next_is_part(wholes, index);
    let largest = |a: &usize, b: &usize| clues[*a].size.total_cmp(&clues[*b].size);
    before(index).filter(|at| !stands_alone && holds(*at)).max_by(largest)
}

/// 'One of two plants': the two are a set of their own.
fn next_is_part(wholes: &[Option<usize>], index: usize) -> bool {
    index.checked_sub(1).is_some_and(|before| wholes[before] == Some(index))
}

#[cfg(test)]
mod tests {
    use super::super::clue::clues_of;
    use super::*;

    /// The wholes of figures in lines, by the rules beyond a line alone.
    fn wholes(lines: &[&str]) -> Vec<Option<usize>> {
        let clues = clues_of(lines);
        let mut wholes = vec![None; clues.len()];
        fill(&clues, &mut wholes);
        wholes
    }

    #[test]
    fn sums() {
        let lines = ["Ten men died.", "Four drowned, three were shot, two fell and one in a crash.", "Three left."];
        assert_eq!(wholes(&lines)[..4], [None, Some(0), Some(0), Some(0)]);
    }

    #[test]
    fn votes() {
        let lines = ["It passed by a vote of 219-212, with 8 Republicans voting for it and 44 Democrats against it."];
        assert_eq!(wholes(&lines), [None, None, Some(0), Some(1)]);
    }

    #[test]
    fn larger_counts_of_the_same_noun() {
        assert_eq!(wholes(&["It will shut 14 plants.", "Two plants close in May."]), [None, Some(0)]);
        assert_eq!(wholes(&["It will shut 14 plants.", "", "Two plants close in May."]), [None, None]);
        assert_eq!(wholes(&["It will shut 14 plants and open two plants."]), [None, None]);
        assert_eq!(wholes(&["Some 14 people died.", "Two people fled."]), [None, None]);
    }

    #[test]
    fn chambers_and_totals() {
        let lines = ["They won 163 seats in the 325 seat council; others won 89 and 43 seats."];
        assert_eq!(wholes(&lines), [Some(1), None, Some(1), Some(1)]);
        let lines = ["Arden is home to 41 mills.", "The survey lists a total of 210 mills."];
        assert_eq!(wholes(&lines), [Some(1), None]);
    }

    #[test]
    fn what_is_no_part() {
        assert_eq!(wholes(&["It has 400 rooms.", "Guests took an average of 65 rooms."]), [None, None]);
        assert_eq!(wholes(&["It has 400 rooms.", "Seven other rooms burned."]), [None, None]);
    }
}
