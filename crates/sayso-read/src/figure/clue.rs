//! What is kept of each figure of a text to find its whole by, when its line is read no more.

use super::again::{self};
use super::found::FoundFigure;
use super::kept::Clue;
use super::line::Line;
use super::vote::{self};

/// How far behind those who were asked the verb for it may stand.
const SURVEY_REACH: usize = 10;

/// Where a line stands in its text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LinePosition {
    pub(super) line: usize,
    pub(super) paragraph: usize,
    pub(super) sentence: usize,
}

/// The clues to the figures of a line; moves the place on to the last sentence.
pub(super) fn clues(line: &Line<'_>, found: &[FoundFigure], place: &mut LinePosition) -> Vec<Clue> {
    let tallies = vote::tallies(line, found);
    let mut at = 0;
    let mut clues = Vec::with_capacity(found.len());
    for (index, figure) in found.iter().enumerate() {
        place.sentence += (at..figure.from).filter(|token| line.ends_sentence(*token)).count();
        at = figure.from;
        let head = head(line, figure, found.get(index + 1));
        let words = &line.language().wholes;
        clues.push(Clue {
            line: place.line,
            paragraph: place.paragraph,
            sentence: place.sentence,
            size: figure.size(),
            exact: figure.value.is_some(),
            unit: figure.unit.clone(),
            seated: head.as_deref().is_some_and(|head| words.seated.contains(head)),
            generic: head.as_deref().is_some_and(|head| words.generic.iter().any(|noun| noun.contains(head))),
            persons: head.as_deref().is_some_and(|head| words.persons.contains(head)),
            harmed: is_harmed(line, figure),
            sample: is_sample(line, figure),
            head,
            back: again::pointer(line, figure),
            bracketed: line.before(figure.from, 1) == "(",
            other: line.word(figure.end) == "other",
            more: matches!(line.word(figure.end), "more") || line.before(figure.from, 1) == "another",
            total: is_total(line, figure),
            chamber: is_chamber(line, figure),
            hyphenated: line.is_dash(figure.end) && line.glued(figure.end),
            tally: tallies[index],
            side: vote::side(line, found, index),
        });
    }
    place.sentence += 1;
    clues
}

/// What a figure counts for a whole to be found by it: '89 and 43 seats' are seats both; 'a depth of 90' counts nothing,
/// and what is counted for each is no part of all.
fn head(line: &Line<'_>, figure: &FoundFigure, next: Option<&FoundFigure>) -> Option<String> {
    let Some(counted) = &figure.counted else {
        let joined = |next: &FoundFigure| line.word(figure.end) == "and" && next.from == figure.end + 1;
        let next = next.filter(|next| figure.unit.is_none() && joined(next));
        return figure.head.clone().or_else(|| next?.head.clone());
    };
    let average = line.precedes(figure.from, "average of") || matches!(line.word(counted.end), "per" | "each");
    figure.head.clone().filter(|_| counted.start >= figure.to && !average)
}

/// 'A world total of 1,210 billionaires', '5,801 total players'.
fn is_total(line: &Line<'_>, figure: &FoundFigure) -> bool {
    let of = figure.from + usize::from(line.follows(figure.from, "a total of")) * 3;
    line.precedes(of, "total of") || line.word(figure.end) == "total"
}

/// 'A poll of 1,000 adults', '2,000 voters surveyed by'.
fn is_sample(line: &Line<'_>, figure: &FoundFigure) -> bool {
    let end = figure.counted.as_ref().map_or(figure.end, |counted| counted.end.max(figure.end));
    let words = &line.language().wholes;
    let asked = |at: usize| words.asked.contains(line.word(at));
    let survey = figure.from.saturating_sub(2)..figure.from;
    let behind = (end..end + SURVEY_REACH).take_while(|at| !line.ends_sentence(*at)).any(asked);
    let before = survey.clone().any(asked)
        || line.before(figure.from, 1) == "of" && survey.clone().any(|at| words.surveys.contains(line.word(at)));
    figure.unit.is_none() && figure.counted.is_some() && (before || behind)
}

/// 'Killed 14 people', 'nine were hurt'.
fn is_harmed(line: &Line<'_>, figure: &FoundFigure) -> bool {
    /// So many words lie between a number and what befell those whom it counts.
    const REACH: usize = 4;
    let end = figure.counted.as_ref().map_or(figure.end, |counted| counted.end.max(figure.end));
    let harm = |at: usize| line.language().wholes.harm.contains(line.word(at));
    let before = (figure.from.saturating_sub(REACH)..figure.from).rev().take_while(|at| !line.ends_sentence(*at));
    let mut behind = (end..end + REACH).take_while(|at| *at < line.len() && !line.ends_sentence(*at));
    before.take(2).any(harm) || behind.any(harm)
}

/// 'The 120-member Knesset', 'the 325 seat council'.
fn is_chamber(line: &Line<'_>, figure: &FoundFigure) -> bool {
    let noun = figure.end + usize::from(line.is_dash(figure.end));
    figure.size() > 1.0 && matches!(line.word(noun), "member" | "seat")
}

#[cfg(test)]
pub(super) fn clues_of(lines: &[&str]) -> Vec<Clue> {
    let mut place = LinePosition::default();
    let mut all = Vec::new();
    for text in lines {
        let line = Line::english(text);
        place.line += 1;
        place.paragraph += usize::from(text.is_empty());
        all.extend(clues(&line, &super::found::of_line(&line), &mut place));
    }
    all
}
