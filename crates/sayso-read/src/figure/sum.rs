//! Parts that add up to their whole: 'ten died: four drowned, three …, two … and one …'.

use super::kept::{Clue, SENTENCES, WINDOW, before};
use super::vote::VoteSide;

/// The most figures that are added up.
const LONGEST: usize = 6;
/// The least total that two parts make by more than chance.
const LEAST_OF_TWO: f64 = 10.0;
/// The least total that two parts in another paragraph make by more than chance.
const LEAST_APART: f64 = 100.0;
/// The least total that parts in several sentences make by more than chance.
const LEAST_FAR: f64 = 1e6;

/// The longest run of figures from one on that adds up to another, and that other.
pub(super) fn parts(clues: &[Clue], index: usize) -> Option<(Vec<usize>, usize)> {
    let mut parts = addends(clues, index);
    while parts.len() > 1 {
        if let Some(whole) = total(clues, &parts) {
            return Some((parts, whole));
        }
        parts.pop();
    }
    None
}

/// The figures from one on that may add up to a whole: of one sentence, of one noun, or of one paragraph where they
/// have a unit.
fn addends(clues: &[Clue], index: usize) -> Vec<usize> {
    let first = &clues[index];
    let near = |at: &usize| match first.unit {
        Some(_) => clues[*at].paragraph == first.paragraph,
        None => clues[*at].sentence == first.sentence || first.same_thing(&clues[*at]),
    };
    let exact = |at: &usize| clues[*at].exact && clues[*at].size > 0.0 && !first.is_share();
    let behind = (index..(index + WINDOW).min(clues.len())).take_while(near);
    behind.filter(|at| clues[*at].unit == first.unit).take_while(exact).take(LONGEST).collect()
}

/// The figure that parts add up to: before them, or next behind them in their sentence; that of all who voted may
/// stand a little farther off.
fn total(clues: &[Clue], parts: &[usize]) -> Option<usize> {
    let (start, end) = (*parts.first()?, parts.last()? + 1);
    let first = &clues[start];
    let tally = first.tally == Some(VoteSide::For);
    let sum: f64 = parts.iter().map(|part| clues[*part].size).sum();
    let one_sentence = clues[end - 1].sentence == first.sentence;
    let is_total = |at: &usize| {
        let whole = &clues[*at];
        let stated = whole.exact || whole.sentence == first.sentence;
        let joined = one_sentence || sum >= LEAST_FAR || first.same_thing(whole);
        let sure = parts.len() > 2 || tally || sum >= LEAST_OF_TWO && is_near(first, whole);
        whole.size == sum && whole.unit == first.unit && stated && joined && sure
    };
    let next = |at: &usize| *at == end && first.unit.is_none() && clues[*at].sentence == first.sentence;
    let mut behind = (end..(end + 2).min(clues.len())).take_while(|at| tally || next(at));
    before(start).find(is_total).or_else(|| behind.find(is_total))
}

fn is_near(first: &Clue, whole: &Clue) -> bool {
    let together = whole.paragraph == first.paragraph || whole.size >= LEAST_APART;
    together && first.sentence.abs_diff(whole.sentence) <= SENTENCES || first.same_thing(whole)
}

#[cfg(test)]
mod tests {
    use super::super::clue::clues_of;
    use super::*;

    fn found(lines: &[&str]) -> Option<(Vec<usize>, usize)> {
        let clues = clues_of(lines);
        (0..clues.len()).find_map(|index| parts(&clues, index))
    }

    #[test]
    fn of_a_total_before_them() {
        assert_eq!(found(&["They ordered 12 jets (7 Dashes and 5 Twin Otters)."]), Some((vec![1, 2], 0)));
        assert_eq!(found(&["The choir has 61 singers.", "Today 40 sang and 21 listened."]), Some((vec![1, 2], 0)));
        assert_eq!(
            found(&["A grant of $9.5 million.", "Roads get $7 million.", "$2.5 million go to schools."]),
            Some((vec![1, 2], 0))
        );
        assert_eq!(found(&["They took 276 girls.", "", "So far 57 fled and 219 remain."]), Some((vec![1, 2], 0)));
        assert_eq!(found(&["He won five games.", "They lost three and two."]), None);
    }

    #[test]
    fn of_one_noun_in_several_paragraphs() {
        let lines =
            ["They made 29 raids.", "", "In Arden, 17 raids were on farms.", "", "In Brill there were 12 raids."];
        assert_eq!(found(&lines), Some((vec![1, 2], 0)));
    }

    #[test]
    fn of_a_total_behind_them() {
        assert_eq!(found(&["It sent 14 nurses and 8 doctors, 22 in all."]), Some((vec![0, 1], 2)));
    }
}
