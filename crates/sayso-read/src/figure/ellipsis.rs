//! What a number counts or is measured in where its words are left out, for another said them: '435 homes by open sale
//! and 187 by tender', 'fell from 21 miles to 17', 'four-, five- and six-cylinder engines'.

use super::found::FoundFigure;
use super::line::{Line, TokenKind};

/// How many figures before one what it counts is sought.
const REACH: usize = 4;

/// Gives figures without a unit and without a noun those of others of their sentence, where words tie them.
pub(super) fn fill(line: &Line<'_>, found: &mut [FoundFigure]) {
    for index in (0..found.len()).rev() {
        let Some(next) = found.get(index + 1) else { continue };
        let changes = line.before(found[index].from, 1) == "from" && line.precedes(next.from, "to") && is_behind(next);
        let to_next = changes && found[index].end + 1 == next.from;
        if is_bare(&found[index]) && (to_next || is_hanging(line, &found[index])) {
            take(found, index, index + 1);
        }
    }
    for index in 1..found.len() {
        if let Some(other) = tied(line, found, index) {
            take(found, index, other);
        }
    }
}

fn is_bare(figure: &FoundFigure) -> bool {
    figure.unit.is_none() && figure.counted.is_none()
}

/// 'Four-, five- and six-cylinder': a hyphen that the noun is still to come behind.
fn is_hanging(line: &Line<'_>, figure: &FoundFigure) -> bool {
    line.is_dash(figure.end) && line.glued(figure.end) && !line.glued(figure.end + 1)
        || line.is_dash(figure.end) && line.glued(figure.end) && line.word(figure.end + 1) == ","
}

fn take(found: &mut [FoundFigure], to: usize, from: usize) {
    let (unit, counted, head) = (found[from].unit.clone(), found[from].counted.clone(), found[from].head.clone());
    found[to] = FoundFigure { unit, counted, head, ..found[to].clone() };
}

/// The figure before a bare one that says what the bare one is of.
fn tied(line: &Line<'_>, found: &[FoundFigure], index: usize) -> Option<usize> {
    let figure = &found[index];
    let again = compares(line, figure.from) || changes(line, figure.from);
    let compares = is_bare(figure) && ends(line, figure) && again;
    let goes_on = is_bare(figure) && is_coordinated(line, figure);
    let sentence = |before: &usize| !(found[*before].to..figure.from).any(|at| line.ends_sentence(at));
    let full = |before: &usize| !is_bare(&found[*before]) && is_behind(&found[*before]);
    let before = (index.saturating_sub(REACH)..index).rev().take_while(sentence).find(full)?;
    let alike = goes_on && found[before].unit.is_none() || compares;
    alike.then_some(before)
}

/// Whether what a figure counts stands behind it, as it does not in 'a depth of 90'.
fn is_behind(figure: &FoundFigure) -> bool {
    figure.unit.is_some() || figure.counted.as_ref().is_some_and(|counted| counted.start >= figure.to)
}

/// Whether nothing that could be counted stands behind a figure.
fn ends(line: &Line<'_>, figure: &FoundFigure) -> bool {
    !line.is(figure.end, TokenKind::Word) || line.is_function_word(figure.end)
}

/// 'Up from', 'compared with', 'to' behind a change: the same thing at another time.
fn compares(line: &Line<'_>, from: usize) -> bool {
    line.language().counted.comparing.iter().any(|phrase| line.precedes(from, phrase))
}

/// '(Prices rose by 2 per cent,) wages fell by 1'.
fn changes(line: &Line<'_>, from: usize) -> bool {
    let changes = &line.language().ranges.changes;
    line.before(from, 1) == "by" && (2..=3).any(|back| changes.contains(line.before(from, back)))
}

/// 'And 187 by tender': a conjunction, the number and a preposition.
fn is_coordinated(line: &Line<'_>, figure: &FoundFigure) -> bool {
    let words = &line.language().counted;
    let and =
        matches!(line.before(figure.from, 1), "and" | ",") || figure.from > 0 && line.word(figure.from - 1) == ";";
    and && words.places.contains(line.word(figure.end))
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use super::*;

    /// The noun or the unit of each figure.
    fn what(text: &str) -> Vec<String> {
        let line = Line::english(text);
        let mut found = found::of_line(&line);
        fill(&line, &mut found);
        found.into_iter().map(|found| found.unit.or(found.head).unwrap_or_default()).collect()
    }

    #[test]
    fn the_same_thing_again() {
        assert_eq!(what("435 homes by open sale and 187 by tender"), ["home", "home"]);
        assert_eq!(what("Some 460 cars were sold, compared with 63 last year."), ["car", "car"]);
        assert_eq!(what("It went 21 miles, up from 17."), ["mile", "mile"]);
        assert_eq!(what("It fell from 24 to 14 seats."), ["seat", "seat"]);
        assert_eq!(what("Prices rose by 2 per cent while wages fell by 1."), ["percentage", "percentage"]);
        assert_eq!(what("four-, five- and six-cylinder engines"), ["engine", "engine", "engine"]);
    }

    #[test]
    fn another_thing() {
        assert_eq!(what("It hurt 40 people and 12 died."), ["people", ""]);
        assert_eq!(what("It hurt 40 people. Up from 12."), ["people", ""]);
    }
}
