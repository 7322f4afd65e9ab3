//! Parts that point back at a whole counted earlier: 'two of the buildings', 'half of those cuts', '20 are still
//! missing'.

use super::back::Back;
use super::found::FoundFigure;
use super::kept::{self, Clue};
use super::line::{Line, TokenKind};
use super::noun;

/// How many figures before a part the noun of its whole is sought.
const WINDOW: usize = 24;

/// How many sentences before a part its whole may stand where no noun names it.
const SENTENCES: usize = 2;

/// A noun shorter than this is not looked for as the end of a longer one.
const SHORTEST_ENDING: usize = 4;

/// How a figure of a line points back, if it does.
pub(super) fn pointer(line: &Line<'_>, figure: &FoundFigure) -> Option<Back> {
    let at = figure.end;
    if line.word(at) == "of" {
        let share = matches!(figure.unit.as_deref(), Some("percentage" | "fraction"));
        let those = matches!(line.word(at + 1), "those" | "these") && noun::is_plural(line, at + 2);
        let that = share && matches!(line.word(at + 1), "that" | "this") && !line.is(at + 2, TokenKind::Number);
        let surveyed = share && noun::is_plural(line, at + 1);
        let named = figure.head.is_some() && (surveyed || line.language().wholes.known.contains(line.word(at + 1)));
        return (those || that).then_some(Back::Pointed).or(named.then_some(Back::Named));
    }
    if matches!(figure.unit.as_deref(), Some("percentage" | "fraction")) {
        let found = line.is_past(at)
            || line.is_function_word(at) && line.word(at) == "in"
            || line.language().wholes.answers.contains(line.word(at));
        return found.then_some(Back::Surveyed);
    }
    if is_rest(line, figure.from) {
        // 'The remaining five directors' are of directors.
        return Some(if figure.head.is_some() { Back::Named } else { Back::Left });
    }
    let still = matches!(line.word(at), "are" | "were") && line.word(at + 1) == "still";
    let left = line.language().wholes.left.contains(line.word(at)) || still || is_what_they_are(line, at);
    let alone = figure.counted.is_none() && figure.head.is_none() && figure.unit.is_none();
    let back = left.then_some(Back::Left).or_else(|| is_bare_subject(line, figure).then_some(Back::Bare));
    back.filter(|_| alone)
}

/// 'The rest, 45, will be torn down', 'the remaining 20'.
fn is_rest(line: &Line<'_>, from: usize) -> bool {
    let comma = usize::from(line.before(from, 1) == ",");
    line.language().wholes.remainders.contains(line.before(from, 1 + comma))
}

/// 'Nine were in critical condition', '; 212 tested positive': a number that its sentence or clause opens with, and a verb.
fn is_bare_subject(line: &Line<'_>, figure: &FoundFigure) -> bool {
    let opens = line.begins_sentence(figure.from) || line.before(figure.from, 1) == ";";
    let verb = line.language().parts.auxiliaries.contains(line.word(figure.end)) || line.is_past(figure.end);
    let never = line.word(figure.end) == "never" && line.is_past(figure.end + 1);
    opens && figure.value.is_some() && (verb || never)
}

/// '(45 hostages;) seven were children', '(40 people;) 12 were later released': who some of them are, or what became of
/// them.
fn is_what_they_are(line: &Line<'_>, at: usize) -> bool {
    let words = line.language();
    let later = at + 1 + usize::from(words.wholes.since.contains(line.word(at + 1)));
    let fate = words.wholes.fates.contains(line.word(later));
    let noun = later == at + 1 && noun::is_plural(line, later) && !line.is(later + 1, TokenKind::Word);
    words.parts.being.contains(line.word(at)) && (fate || noun)
}

/// The whole that the figure at `index` points back at.
pub(super) fn whole(clues: &[Clue], wholes: &[Option<usize>], index: usize) -> Option<usize> {
    let part = &clues[index];
    match part.back? {
        Back::Surveyed => sampled(clues, index),
        Back::Named => named(clues, wholes, index),
        Back::Pointed => named(clues, wholes, index).or_else(|| nearest(clues, wholes, index)),
        Back::Left => nearest(clues, wholes, index),
        Back::Bare => told_before(clues, wholes, index),
    }
}

/// The one larger count of the sentences just before, of persons where the part is of those whom something befell, but not of
/// others whom it did: 'Ten died. Four were hurt'.
fn told_before(clues: &[Clue], wholes: &[Option<usize>], index: usize) -> Option<usize> {
    let part = &clues[index];
    let near = |at: &usize| clues[*at].line == part.line && part.sentence - clues[*at].sentence <= SENTENCES;
    let counts = |at: &usize| {
        let whole = &clues[*at];
        let same = wholes[*at].is_none() && whole.head.is_some() && !whole.bracketed && part.fits_in(whole);
        same && (!part.harmed || whole.persons && !whole.harmed) && !whole.hyphenated
    };
    let mut found = (0..index).rev().take_while(near).take(WINDOW).filter(counts);
    let whole = found.next()?;
    found.next().is_none().then_some(whole)
}

/// The nearest larger count of the noun, rather one that is no part itself: 'the girls' are the '276 schoolgirls'.
fn named(clues: &[Clue], wholes: &[Option<usize>], index: usize) -> Option<usize> {
    let part = &clues[index];
    let noun = part.head.as_deref()?;
    let names = |whole: &Clue| {
        let persons = part.persons && whole.persons;
        let ends = |head: &str| head == noun || persons || noun.len() >= SHORTEST_ENDING && head.ends_with(noun);
        let sampled =
            whole.exact && whole.paragraph == part.paragraph && part.sentence - whole.sentence <= kept::SENTENCES;
        whole.head.as_deref().is_some_and(ends) && (sampled || !part.is_share())
    };
    let holds = |at: &usize| names(&clues[*at]) && part.fits_in(&clues[*at]);
    let before = || (index.saturating_sub(WINDOW)..index).rev().filter(holds);
    before().find(|at| wholes[*at].is_none()).or_else(|| before().next())
}

/// How many were asked, of whom a share is told a few sentences on.
fn sampled(clues: &[Clue], index: usize) -> Option<usize> {
    let part = &clues[index];
    let near = |whole: &Clue| whole.paragraph == part.paragraph || part.sentence - whole.sentence <= SENTENCES;
    let asked = |at: &usize| clues[*at].sample && near(&clues[*at]) && part.fits_in(&clues[*at]);
    (index.saturating_sub(WINDOW)..index).rev().find(asked)
}

/// The nearest figure that can hold the part and is no part itself.
fn nearest(clues: &[Clue], wholes: &[Option<usize>], index: usize) -> Option<usize> {
    let part = &clues[index];
    let near = |at: &usize| clues[*at].paragraph == part.paragraph && part.sentence - clues[*at].sentence <= SENTENCES;
    (0..index)
        .rev()
        .take_while(near)
        .take(WINDOW)
        .find(|at| wholes[*at].is_none() && !clues[*at].bracketed && part.fits_in(&clues[*at]))
}

#[cfg(test)]
mod tests {
    use super::super::clue::clues_of;
    use super::*;

    fn wholes(lines: &[&str]) -> Vec<Option<usize>> {
        let clues = clues_of(lines);
        (0..clues.len()).map(|index| whole(&clues, &vec![None; clues.len()], index)).collect()
    }

    #[test]
    fn named_again() {
        assert_eq!(wholes(&["It bought six mills.", "", "It sold two of the mills."]), [None, Some(0)]);
        assert_eq!(wholes(&["They took 276 schoolgirls.", "Dozens of the girls fled."]), [None, Some(0)]);
        assert_eq!(wholes(&["It bought six mills.", "We lost two of our mills."]), [None, None]);
    }

    #[test]
    fn bare_subjects() {
        let told = ["They pulled 58 people from the sea. Nine were in hospital."];
        assert_eq!(wholes(&told), [None, Some(0)]);
        assert_eq!(wholes(&["The town has 14 bridges. Six are closed."]), [None, Some(0)]);
        assert_eq!(wholes(&["The bus carried 52 people. Eleven died."]), [None, Some(0)]);
        assert_eq!(wholes(&["Ten people died. Four were hurt."]), [None, None]);
        assert_eq!(wholes(&["It hit 20 houses in nine towns. Four were rebuilt."]), [None, None, None]);
        assert_eq!(wholes(&["They sold 90 flats; the rest, 45, will go."]), [None, Some(0)]);
    }

    #[test]
    fn pointed_at_or_left() {
        assert_eq!(wholes(&["It will cut 900 jobs.", "About half of those cuts come in May."]), [None, Some(0)]);
        assert_eq!(wholes(&["They took 276 girls.", "So far 219 remain missing."]), [None, Some(0)]);
    }
}
