//! 'One' and 'zero' count in 'one person', 'one of its satellites' and 'zero cases', not in 'no one', 'one of the best'
//! or 'zero tolerance'.

use super::bound;
use super::line::{Line, TokenKind};
use super::measure::Measure;
use super::noun;

/// Whether a measure is the pronoun 'one' or the noun 'zero' rather than a number.
pub(super) fn is_pronoun(line: &Line<'_>, measure: &Measure, next_figure: Option<usize>) -> bool {
    let at = measure.from;
    let lone = measure.to == at + 1 && matches!(measure.unit_name(), None | Some("point"));
    let bounds = bound::around(line, at, at + 1);
    match line.word(at) {
        "one" => lone && !(bounds.low || bounds.high || bounds.near) && !counts(line, at, next_figure),
        "zero" => lone && (!noun::is_plural(line, at + 1) || matches!(line.before(at, 1), "-" | "below" | "ground")),
        _ => false,
    }
}

/// Whether the number word 'one' at a token says how many.
fn counts(line: &Line<'_>, at: usize, next_figure: Option<usize>) -> bool {
    let words = &line.language().one;
    if words.before_pronoun.contains(line.before(at, 1))
        || line.precedes(at, "the only")
        || words.behind_pronoun.contains(line.word(at + 1))
    {
        return false;
    }
    if line.word(at + 1) == "of" {
        return next_figure.is_some_and(|figure| figure <= at + 5) || is_one_of_them(line, at);
    }
    let behind = line.word(at + 1);
    let stem = behind.split(['\'', '’']).next().unwrap_or_default();
    line.is(at + 1, TokenKind::Word)
        && (!line.language().nouns.is_function_word(stem) || line.raw(at + 1) == "US")
        && !line.is_past(at + 1)
        || is_part(line, at)
}

/// 'Moved one of its satellites': not 'is one of the finest', 'Andrei Lugovoi, one of the suspects'.
fn is_one_of_them(line: &Line<'_>, at: usize) -> bool {
    let words = &line.language().one;
    let copula = words.before_member.contains(line.before(at, 1));
    let class = (at + 2..at + 7).any(|ahead| {
        words.classes.contains(line.word(ahead)) || line.word(ahead).len() > 5 && line.word(ahead).ends_with("est")
    });
    !copula && !class
}

/// 'Of whom one died', 'and one by lightning'.
fn is_part(line: &Line<'_>, at: usize) -> bool {
    line.language().one.fates.contains(line.word(at + 1)) && matches!(line.before(at, 1), "whom" | "and" | "with")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> bool {
        let line = Line::english(text);
        let at = (0..line.len()).find(|at| line.word(*at) == "one").unwrap();
        counts(&line, at, None)
    }

    #[test]
    fn counting() {
        for text in ["One person died", "moved one of its satellites", "five children, of whom one died"] {
            assert!(one(text), "{text}");
        }
    }

    #[test]
    fn pronouns() {
        for text in [
            "no one came",
            "One asked how",
            "one another",
            "is one of the suspects",
            "one of the finest men",
            "this one is",
        ] {
            assert!(!one(text), "{text}");
        }
    }
}
