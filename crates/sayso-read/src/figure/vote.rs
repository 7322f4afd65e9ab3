//! Votes: the two sides of a tally ('by a vote of 62-36'), and on which side those are who are counted after it.

use sayso_lang::Words;

use super::found::FoundFigure;
use super::line::Line;

/// A side of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VoteSide {
    For,
    Against,
}

/// How many tokens before a tally the word for it may stand.
const REACH: usize = 6;

/// How much of a sentence is read for a side.
const CLAUSE: usize = 40;

/// The side that each figure of a line is the tally of.
pub(super) fn tallies(line: &Line<'_>, found: &[FoundFigure]) -> Vec<Option<VoteSide>> {
    let mut sides = vec![None; found.len()];
    for index in 1..found.len() {
        if is_tally(line, &found[index - 1], &found[index]) {
            sides[index - 1] = Some(VoteSide::For);
            sides[index] = Some(VoteSide::Against);
        }
    }
    sides
}

fn is_tally(line: &Line<'_>, first: &FoundFigure, second: &FoundFigure) -> bool {
    let votes = usize::from(line.word(first.end) == "votes");
    let joint = line.is_dash(first.end) || line.word(first.end + votes) == "to";
    let bare = first.unit.is_none() && second.unit.is_none() && first.end + votes + 1 == second.from;
    let named = |at: usize| line.language().votes.tallies.contains(line.word(at));
    joint && bare && (votes == 1 || (first.from.saturating_sub(REACH)..first.from).any(named) || named(second.to))
}

/// On which side those are whom a figure counts: as its clause says, or else its whole sentence.
pub(super) fn side(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<VoteSide> {
    let counted = found[index].counted.as_ref()?;
    if !line.is_capital(counted.end - 1) && !line.is_capital(counted.start) {
        return None;
    }
    let next = found.get(index + 1).map_or(line.len(), |next| next.from);
    let clause = found[index].to..next.min(found[index].to + CLAUSE);
    let start = found[index].from.saturating_sub(CLAUSE);
    let sentence_start = (start..found[index].from).rev().find(|at| line.ends_sentence(*at)).map_or(start, |at| at + 1);
    one_side(line, clause).or_else(|| one_side(line, sentence_start..found[index].to + CLAUSE))
}

/// The side that the tokens up to the end of a sentence speak of, where they speak of one.
fn one_side(line: &Line<'_>, tokens: std::ops::Range<usize>) -> Option<VoteSide> {
    let sentence = tokens.end.min(line.len());
    let end = (tokens.start..sentence).find(|at| line.ends_sentence(*at)).unwrap_or(sentence);
    let says = |words: &Words| (tokens.start..end).any(|at| words.contains(line.word(at)));
    let words = &line.language().votes;
    let (supporting, opposing) = (says(&words.supporting), says(&words.opposing));
    match opposing {
        true => (!supporting).then_some(VoteSide::Against),
        false => (supporting || (tokens.start..end).any(|at| line.word(at) == "for")).then_some(VoteSide::For),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::found;

    fn sides(text: &str) -> (Vec<Option<VoteSide>>, Vec<Option<VoteSide>>) {
        let line = Line::english(text);
        let found = found::of_line(&line);
        (tallies(&line, &found), (0..found.len()).map(|index| side(&line, &found, index)).collect())
    }

    #[test]
    fn tallies_of_votes() {
        assert_eq!(sides("by a vote of 62-36").0, [Some(VoteSide::For), Some(VoteSide::Against)]);
        assert_eq!(sides("by 151 votes to 27").0, [Some(VoteSide::For), Some(VoteSide::Against)]);
        assert_eq!(sides("They won 2-1 on Saturday").0, [None; 0]);
    }

    #[test]
    fn sides_of_voters() {
        let (_, sides) =
            sides("with 8 Republicans voting for it and 44 Democrats voting against it; 3 men left for home");
        assert_eq!(sides, [Some(VoteSide::For), Some(VoteSide::Against), None]);
    }
}
