//! Numbers that are somebody's age.

use super::line::{Line, TokenKind};
use super::measure::Measure;

/// Nobody in the news is older.
const OLDEST: f64 = 125.0;

/// Whether a measure says how old somebody is.
pub(super) fn is_age(line: &Line<'_>, measure: &Measure) -> bool {
    let (from, to) = (measure.numeral.from, measure.numeral.to);
    let plausible =
        measure.unit.is_none() && !measure.numeral.scaled && (1.0..=OLDEST).contains(&measure.numeral.amount.value());
    plausible
        && (is_named_age(line, from)
            || is_apposition(line, from, to)
            || is_predicate(line, from, to)
            || is_at(line, from)
            || is_bracket(line, from))
}

/// 'Age 25', 'aged between 5 and 12', 'at the age of four'.
fn is_named_age(line: &Line<'_>, from: usize) -> bool {
    let mut at = from;
    let words = &line.language().ages;
    while words.between.contains(line.before(at, 1)) {
        at -= 1;
    }
    words.before.contains(line.before(at, 1))
}

/// 'Ann Maguire, 61, was': commas around it behind a name.
fn is_apposition(line: &Line<'_>, from: usize, to: usize) -> bool {
    let closed = matches!(line.word(to), "," | "." | ";" | "(" | ")")
        || line.language().ages.behind_apposition.contains(line.word(to));
    let now = usize::from(line.before(from, 1) == "now");
    let again = line.language().parts.again.iter().any(|phrase| line.follows(to, phrase));
    let commas = line.before(from, 1 + now) == "," && closed && !again && line.is_capital(from.wrapping_sub(2 + now));
    let follows_number = line.is(from.wrapping_sub(2), TokenKind::Number);
    commas && line.is(from, TokenKind::Number) && !follows_number && !line.is(to + 1, TokenKind::Number)
}

/// 'She was 10.', 'He will be 35 by', 'I'm only 14': a person, a form of to be, a number and nothing counted.
fn is_predicate(line: &Line<'_>, from: usize, to: usize) -> bool {
    let words = &line.language().ages;
    let at = from - usize::from(matches!(line.before(from, 1), "now" | "only" | "just"));
    let is = words.being.contains(line.before(at, 1));
    let subject = words.persons.contains(line.before(at, 2)) || words.persons.contains(line.before(at, 3));
    let short = words.persons_being.contains(line.before(at, 1));
    let ends = !line.is(to, TokenKind::Word) || words.behind.contains(line.word(to));
    (is && subject || short) && ends
}

/// 'Died at 84', 'left school at 16'.
fn is_at(line: &Line<'_>, from: usize) -> bool {
    let life = |back: usize| line.language().ages.lives.contains(line.before(from, back));
    line.before(from, 1) == "at" && (2..8).any(life)
}

/// 'A child under 13', 'the under-21s', 'over-50s'.
fn is_bracket(line: &Line<'_>, from: usize) -> bool {
    let hyphen = usize::from(line.is_dash(from.wrapping_sub(1)));
    let bound = matches!(line.before(from, 1 + hyphen), "under" | "over");
    let person = line.language().ages.people.contains(line.before(from, 2));
    bound && (hyphen == 1 || person)
}

#[cfg(test)]
mod tests {
    use super::super::measure;
    use super::*;

    fn ages(text: &str) -> Vec<bool> {
        let line = Line::english(text);
        measure::all(&line).iter().map(|measure| is_age(&line, measure)).collect()
    }

    #[test]
    fn ages_of_every_kind() {
        assert_eq!(ages("Ann Maguire, 61, was stabbed"), [true]);
        assert_eq!(ages("at the age of four"), [true]);
        assert_eq!(ages("aged between 5"), [true]);
        assert_eq!(ages("She was 10."), [true]);
        assert_eq!(ages("I'm only 14"), [true]);
        assert_eq!(ages("Ada Moss, who is now 58, rose"), [true]);
        assert_eq!(ages("a child under 13."), [true]);
    }

    #[test]
    fn counts() {
        assert_eq!(ages("in London, 61 people"), [false]);
        assert_eq!(ages("The toll was 10."), [false]);
        assert_eq!(ages("it fell under 13 in all"), [false]);
    }
}
