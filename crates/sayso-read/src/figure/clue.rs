//! What is kept of each figure of a text to find its whole by, when its line is read no more.

use super::again::{self};
use super::back::Back;
use super::found::Found;
use super::line::Line;
use super::vote::{self, Side};

/// How many figures before a part its whole is sought.
pub(super) const WINDOW: usize = 12;

/// How many sentences away a count of the same noun may stand.
pub(super) const SENTENCES: usize = 4;

/// What is kept of a figure to find its whole by.
#[derive(Clone, Debug)]
pub(super) struct Clue {
    /// Number of the line, of the paragraph and of the sentence.
    pub(super) line: usize,
    pub(super) paragraph: usize,
    pub(super) sentence: usize,
    pub(super) size: f64,
    pub(super) exact: bool,
    pub(super) unit: Option<String>,
    pub(super) head: Option<String>,
    /// How it points back at its whole.
    pub(super) back: Option<Back>,
    /// Whether it says another figure over in brackets: '500 roubles ($15)'.
    pub(super) bracketed: bool,
    /// Whether it counts what is beside a whole: 'seven other guests'.
    pub(super) other: bool,
    /// Whether it adds to what has been counted: 'two more plants'.
    pub(super) more: bool,
    /// Whether it is called a total: 'a total of 38 goals'.
    pub(super) total: bool,
    /// Whether it is the first half of an adjective: '300-page'.
    pub(super) hyphenated: bool,
    /// Whether it is how many sit in a chamber: 'the 120-member Knesset'.
    pub(super) chamber: bool,
    /// Whether it counts those who sit in one.
    pub(super) seated: bool,
    /// Whether too much is counted in its noun for another count to be of the same whole.
    pub(super) generic: bool,
    pub(super) tally: Option<Side>,
    pub(super) side: Option<Side>,
}

impl Clue {
    /// Whether it can be a part of `whole`: it is a share, or fewer of the same unit.
    pub(super) fn fits_in(&self, whole: &Clue) -> bool {
        let alike = self.is_share() || self.unit == whole.unit && self.size < whole.size;
        alike && !whole.is_share()
    }

    /// Whether another figure a few sentences away counts the same noun.
    pub(super) fn same_thing(&self, other: &Clue) -> bool {
        let near = self.sentence.abs_diff(other.sentence) <= SENTENCES;
        near && self.head.is_some() && self.head == other.head && self.unit == other.unit
    }

    /// Whether it is a share of something.
    pub(super) fn is_share(&self) -> bool {
        matches!(self.unit.as_deref(), Some("percentage" | "fraction"))
    }
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
fn head(line: &Line<'_>, figure: &Found, next: Option<&Found>) -> Option<String> {
    let Some(counted) = &figure.counted else {
        let joined = |next: &Found| line.word(figure.end) == "and" && next.from == figure.end + 1;
        let next = next.filter(|next| figure.unit.is_none() && joined(next));
        return figure.head.clone().or_else(|| next?.head.clone());
    };
    let average = line.precedes(figure.from, "average of") || matches!(line.word(counted.end), "per" | "each");
    figure.head.clone().filter(|_| counted.start >= figure.to && !average)
}

/// 'A world total of 1,210 billionaires', '5,801 total players'.
fn is_total(line: &Line<'_>, figure: &Found) -> bool {
    let of = figure.from + usize::from(line.follows(figure.from, "a total of")) * 3;
    line.precedes(of, "total of") || line.word(figure.end) == "total"
}

/// 'The 120-member Knesset', 'the 325 seat council'.
fn is_chamber(line: &Line<'_>, figure: &Found) -> bool {
    let noun = figure.end + usize::from(line.is_dash(figure.end));
    figure.size() > 1.0 && matches!(line.word(noun), "member" | "seat")
}

/// The figures before one among which its whole is sought, the nearest first.
pub(super) fn before(index: usize) -> impl Iterator<Item = usize> {
    (index.saturating_sub(WINDOW)..index).rev()
}

#[cfg(test)]
pub(super) fn clues_of(lines: &[&str]) -> Vec<Clue> {
    let mut place = Place::default();
    let mut all = Vec::new();
    for text in lines {
        let line = Line::english(text);
        place.line += 1;
        place.paragraph += usize::from(text.is_empty());
        all.extend(clues(&line, &super::found::of_line(&line), &mut place));
    }
    all
}
