//! Wholes beyond a part's own sentence: the tally of a vote, the sum of several figures, the larger count of the
//! same thing just before.

use super::found::Found;
use super::line::Line;
use super::part;
use super::table;
use super::vote::{self, Side};

/// How many figures before a part its whole is sought.
const WINDOW: usize = 12;
/// How many lines behind a tally its voters are counted.
const VOTE_LINES: usize = 2;
/// The most figures that are added up.
const LONGEST_SUM: usize = 6;

/// Nouns that too much is counted in for two counts to be of one whole.
const GENERIC: &str = "\
    people person other member day dollar goal game point case death country race time man woman";

/// Those who sit in a chamber.
const SEATED: &str = "seat mp mk member senator lawmaker deputy legislator delegate councillor representative";

/// What is kept of a figure to find its whole by.
#[derive(Clone, Debug)]
pub(super) struct Clue {
    /// Number of the line, of the paragraph and of the sentence.
    line: usize,
    paragraph: usize,
    sentence: usize,
    size: f64,
    exact: bool,
    unit: Option<String>,
    head: Option<String>,
    /// Whether it is the first half of an adjective: '300-page'.
    hyphenated: bool,
    /// Whether it is how many sit in a chamber: 'the 120-member Knesset'.
    chamber: bool,
    tally: Option<Side>,
    side: Option<Side>,
}

/// Where a line stands in its text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) paragraph: usize,
    pub(super) sentence: usize,
}

/// The clues to the figures of a line; moves the place on to the last sentence.
pub(super) fn clues(line: &Line<'_>, found: &[Found], place: &mut Place) -> Vec<Clue> {
    let tallies = vote::tallies(line, found);
    let mut at = 0;
    let mut clues = Vec::with_capacity(found.len());
    for (index, figure) in found.iter().enumerate() {
        place.sentence += (at..figure.from).filter(|token| line.ends_sentence(*token)).count();
        at = figure.from;
        clues.push(Clue {
            line: place.line,
            paragraph: place.paragraph,
            sentence: place.sentence,
            size: figure.size(),
            exact: figure.value.is_some(),
            unit: figure.unit.clone(),
            head: figure.head.clone(),
            chamber: line.is_dash(figure.end) && matches!(line.word(figure.end + 1), "member" | "seat"),
            hyphenated: line.is_dash(figure.end) && line.glued(figure.end),
            tally: tallies[index],
            side: vote::side(line, found, index),
        });
    }
    place.sentence += 1;
    clues
}

/// Fills in the wholes that no line alone gave; the tally of a vote comes before what a line gave.
pub(super) fn fill(clues: &[Clue], wholes: &mut [Option<usize>]) {
    for index in 0..clues.len() {
        if let Some(whole) = vote(clues, index) {
            set(wholes, index, whole);
        }
        if let Some((end, whole)) = sum(clues, index) {
            let open: Vec<usize> = (index..end).filter(|part| wholes[*part].is_none()).collect();
            open.into_iter().for_each(|part| set(wholes, part, whole));
        }
        let whole = chamber(clues, index).or_else(|| same_noun(clues, wholes, index));
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

/// 'Ten died: four drowned, three …, two … and one …': several figures of one sentence add up to an earlier one; the
/// two sides of a tally add up to those who voted.
fn sum(clues: &[Clue], index: usize) -> Option<(usize, usize)> {
    let first = &clues[index];
    let alike =
        |part: &Clue| part.sentence == first.sentence && part.unit == first.unit && part.exact && !is_share(part);
    let longest = clues[index..].iter().take(LONGEST_SUM).take_while(|part| alike(part)).count();
    let tally = first.tally == Some(Side::For);
    let shortest = if tally { 2 } else { 3 };
    (shortest..=longest).rev().find_map(|length| {
        let total: f64 = clues[index..index + length].iter().map(|part| part.size).sum();
        let end = index + length;
        let behind = end..(end + 2).min(clues.len());
        let is_total =
            |whole: &usize| clues[*whole].size == total && clues[*whole].unit == first.unit && clues[*whole].exact;
        let whole = before(index).find(is_total).or_else(|| behind.filter(|_| tally).find(is_total))?;
        Some((end, whole))
    })
}

/// '12 MPs … in the 120-member parliament', before it or behind it in the paragraph.
fn chamber(clues: &[Clue], index: usize) -> Option<usize> {
    let part = &clues[index];
    let seated =
        part.head.as_deref().is_some_and(|head| table::holds(SEATED, head)) && part.exact && part.unit.is_none();
    let behind = index + 1..(index + WINDOW).min(clues.len());
    let holds =
        |at: &usize| clues[*at].chamber && clues[*at].paragraph == part.paragraph && clues[*at].size > part.size;
    before(index).chain(behind).find(|at| seated && !part.chamber && holds(at))
}

/// '189 receptions … As a sophomore he made 82 receptions': the largest exact count of the same noun in an earlier
/// sentence of the paragraph, or in the same sentence where it is a whole already ('66 of the 125 seats, … 51 seats').
fn same_noun(clues: &[Clue], wholes: &[Option<usize>], index: usize) -> Option<usize> {
    let part = &clues[index];
    let head = part.head.as_deref().filter(|head| head.len() > 2 && !GENERIC.contains(head))?;
    let is_whole = |of: usize| (of.saturating_sub(1)..index).any(|part| wholes[part] == Some(of));
    let earlier = |at: usize| clues[at].sentence < part.sentence || clues[at].sentence == part.sentence && is_whole(at);
    let holds = |at: usize| {
        let whole = &clues[at];
        let alike = whole.unit == part.unit && whole.head.as_deref() == Some(head);
        alike && whole.exact && whole.size > part.size && whole.paragraph == part.paragraph && earlier(at)
    };
    let stands_alone = !part.exact || part.hyphenated || is_share(part) || next_is_part(wholes, index);
    let largest = |a: &usize, b: &usize| clues[*a].size.total_cmp(&clues[*b].size);
    before(index).filter(|at| !stands_alone && holds(*at)).max_by(largest)
}

/// 'One of two plants': the two are a set of their own.
fn next_is_part(wholes: &[Option<usize>], index: usize) -> bool {
    index.checked_sub(1).is_some_and(|before| wholes[before] == Some(index))
}

fn is_share(clue: &Clue) -> bool {
    matches!(clue.unit.as_deref(), Some("percentage" | "fraction"))
}

fn before(index: usize) -> impl Iterator<Item = usize> {
    (index.saturating_sub(WINDOW)..index).rev()
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::found;

    /// The wholes of figures in lines, by the rules of this file alone.
    fn wholes(lines: &[&str]) -> Vec<Option<usize>> {
        let mut place = Place::default();
        let mut all = Vec::new();
        for text in lines {
            let line = Line::new(text);
            place.line += 1;
            place.paragraph += usize::from(text.is_empty());
            all.extend(clues(&line, &found::of_line(&line), &mut place));
        }
        let mut wholes = vec![None; all.len()];
        fill(&all, &mut wholes);
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
}
