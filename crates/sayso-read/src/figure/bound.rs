//! Words around a number that bound it or make it approximate.

use super::bound_words::Effect;
use super::line::{Line, TokenKind};
use super::noun;

/// What the words around a number say of it, and how far they reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) low: bool,
    pub(super) high: bool,
    pub(super) near: bool,
}

/// The modifiers around tokens `from..to`.
pub(super) fn around(line: &Line<'_>, from: usize, to: usize) -> Bounds {
    let mut bounds = Bounds { from, to, ..Bounds::default() };
    while let Some((length, effect)) = in_front(line, bounds.from) {
        if effect == Effect::Plain && bounds.from != from || contradicts(&bounds, effect) {
            break;
        }
        bounds.from -= length;
        bounds.apply(effect);
    }
    if let Some((length, effect)) =
        line.language().bounds.behind.longest(line.word(to), |phrase| line.follows(to, phrase))
        && (length > 1 || line.word(to) != "odd" || is_round(line, to))
        && line.word(to + length) != "than"
    {
        bounds.to += length;
        bounds.apply(*effect);
    }
    if bounds.is_plain() {
        bounds.apply(verb(line, bounds.from, to));
    }
    bounds
}

/// '20 people or more': the modifier that begins with a token behind what is counted, and its length.
pub(super) fn behind_noun(line: &Line<'_>, at: usize) -> Option<(usize, Effect)> {
    if line.word(at) != "or" {
        return None;
    }
    let (length, effect) = line.language().bounds.behind.longest(line.word(at), |phrase| line.follows(at, phrase))?;
    (line.word(at + length) != "than").then_some((length, *effect))
}

/// What the verb in front of a number says of it: 'topped 300', 'capped at 20'. What is passed is a mark only where
/// nothing is counted and no vote is told.
fn verb(line: &Line<'_>, from: usize, to: usize) -> Effect {
    let words = &line.language().bounds;
    let known = words.verbs.longest(line.before(from, 1), |phrase| line.precedes(from, phrase));
    let counts = noun::is_plural(line, to) || line.is(to, TokenKind::Word) && noun::is_plural(line, to + 1);
    let tally = line.is_dash(to) || line.word(to) == "to";
    let mark = words.marks.contains(line.before(from, 1)) && !counts && !tally;
    match known {
        Some((_, effect)) => *effect,
        None if mark => Effect::Low,
        None => Effect::Plain,
    }
}

/// 'Thirty odd': a number of tens, not 'three odd socks'.
fn is_round(line: &Line<'_>, to: usize) -> bool {
    let Some(last) = to.checked_sub(1) else { return false };
    let tens = line.small(last).is_some_and(|number| number >= 20 && number.is_multiple_of(10));
    tens || line.scale(last).is_some() || line.word(last).len() > 1 && line.word(last).ends_with('0')
}

/// 'Up to over 300': the nearer word counts.
fn contradicts(bounds: &Bounds, effect: Effect) -> bool {
    (bounds.low || bounds.high) && matches!(effect, Effect::Low | Effect::High)
}

impl Bounds {
    /// Whether nothing is said of the number.
    pub(super) fn is_plain(&self) -> bool {
        !(self.low || self.high || self.near)
    }

    pub(super) fn apply(&mut self, effect: Effect) {
        match effect {
            Effect::Low => self.low = true,
            Effect::High => self.high = true,
            Effect::Near => self.near = true,
            Effect::Plain => {}
        }
    }
}

fn in_front(line: &Line<'_>, from: usize) -> Option<(usize, Effect)> {
    let (length, effect) =
        line.language().bounds.before.longest(line.before(from, 1), |phrase| line.precedes(from, phrase))?;
    (!is_adverb_of_place(line, from - length, length)).then_some((length, *effect))
}

/// 'All over 50 states', 'turned around 30 ships', 'the above 3'.
fn is_adverb_of_place(line: &Line<'_>, at: usize, length: usize) -> bool {
    length == 1 && line.language().bounds.places.iter().any(|phrase| line.precedes(at + 1, phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modifiers around the last token of a text.
    fn last(text: &str) -> (usize, bool, bool, bool) {
        let line = Line::english(text);
        let bounds = around(&line, line.len() - 1, line.len());
        (bounds.from, bounds.low, bounds.high, bounds.near)
    }

    #[test]
    fn bounds() {
        assert_eq!(last("at least 13"), (0, true, false, false));
        assert_eq!(last("no more than 5"), (0, false, true, false));
        assert_eq!(last("killed more than 650"), (1, true, false, false));
        assert_eq!(last("exceeded 10"), (1, true, false, false));
        assert_eq!(last("toll passed 300"), (2, true, false, false));
        assert_eq!(last("capped at 20"), (2, false, true, false));
        assert_eq!(last("not exceed 20"), (2, false, true, false));
    }

    #[test]
    fn approximation() {
        assert_eq!(last("an estimated 5"), (0, false, false, true));
        assert_eq!(last("at least about 30"), (0, true, false, true));
        assert_eq!(last("now some 500"), (1, false, false, true));
    }

    #[test]
    fn behind() {
        let line = Line::english("30 or so");
        assert_eq!(around(&line, 0, 1), Bounds { from: 0, to: 3, near: true, ..Bounds::default() });
        let line = Line::english("thirty-odd men");
        assert_eq!(around(&line, 0, 1), Bounds { from: 0, to: 3, near: true, ..Bounds::default() });
        let line = Line::english("three odd socks");
        assert_eq!(around(&line, 0, 1), Bounds { from: 0, to: 1, ..Bounds::default() });
        let line = Line::english("passed 300 bills");
        assert_eq!(around(&line, 1, 2), Bounds { from: 1, to: 2, ..Bounds::default() });
    }

    #[test]
    fn words_of_place() {
        assert_eq!(last("all over 50"), (2, false, false, false));
    }
}
