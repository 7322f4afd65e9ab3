//! Words around a number that bound it or make it approximate.

use std::sync::LazyLock;

use super::line::Line;
use super::table::{self, Phrases};

/// What a modifier does to the number beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// The number is the least that it can be.
    Low,
    /// The number is the most that it can be.
    High,
    /// The number is near what is meant.
    Near,
    /// Belongs to the figure and changes nothing.
    Plain,
}

/// Modifiers in front of a number.
static BEFORE: LazyLock<Phrases<Effect>> = LazyLock::new(|| {
    Phrases::by_last(&[
        (
            Effect::Low,
            "at least|more than|over|over than|well over|just over|above|well above|in excess of|upwards of|upward of",
        ),
        (
            Effect::Low,
            "no fewer than|no less than|not less than|not fewer than|a minimum of|as low as|as little as|as few as|>",
        ),
        (Effect::Low, "greater than|higher than|larger than|bigger than|longer than|louder than|better than|exceeding"),
        (
            Effect::High,
            "up to|as many as|as much as|as high as|less than|fewer than|lower than|smaller than|under|just under",
        ),
        (Effect::High, "well under|below|at most|no more than|not more than|a maximum of|within|sub -|<"),
        (
            Effect::Near,
            "about|around|approximately|approx|approx .|roughly|nearly|almost|some|close to|an estimated|estimated",
        ),
        (Effect::Near, "circa|~|≈"),
        (Effect::Plain, "a total of"),
    ])
});

/// Modifiers behind a number.
static BEHIND: LazyLock<Phrases<Effect>> = LazyLock::new(|| {
    Phrases::by_first(&[
        (Effect::Near, "or so"),
        (Effect::Low, "or more|or above|+|- plus"),
        (Effect::High, "or less|or fewer"),
    ])
});

/// Verbs that bound the number they take without being part of the figure.
const VERBS: &str = "top tops topped topping exceed exceeds exceeded surpassed surpass surpasses";

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
    if let Some((length, effect)) = BEHIND.longest(line.word(to), |phrase| line.follows(to, phrase)) {
        bounds.to += length;
        bounds.apply(effect);
    }
    let verb = !bounds.high && !bounds.near && table::holds(VERBS, line.before(bounds.from, 1));
    bounds.low |= verb;
    bounds
}

/// 'Up to over 300': the nearer word counts.
fn contradicts(bounds: &Bounds, effect: Effect) -> bool {
    (bounds.low || bounds.high) && matches!(effect, Effect::Low | Effect::High)
}

impl Bounds {
    fn apply(&mut self, effect: Effect) {
        match effect {
            Effect::Low => self.low = true,
            Effect::High => self.high = true,
            Effect::Near => self.near = true,
            Effect::Plain => {}
        }
    }
}

fn in_front(line: &Line<'_>, from: usize) -> Option<(usize, Effect)> {
    let (length, effect) = BEFORE.longest(line.before(from, 1), |phrase| line.precedes(from, phrase))?;
    (!is_adverb_of_place(line, from - length, length)).then_some((length, effect))
}

/// 'All over 50 states', 'turned around 30 ships', 'the above 3'.
fn is_adverb_of_place(line: &Line<'_>, at: usize, length: usize) -> bool {
    length == 1
        && matches!(
            (line.before(at, 1), line.word(at)),
            ("all", "over") | ("the", "above" | "below") | ("taken", "over")
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modifiers around the last token of a text.
    fn last(text: &str) -> (usize, bool, bool, bool) {
        let line = Line::new(text);
        let bounds = around(&line, line.len() - 1, line.len());
        (bounds.from, bounds.low, bounds.high, bounds.near)
    }

    #[test]
    fn bounds() {
        assert_eq!(last("at least 13"), (0, true, false, false));
        assert_eq!(last("no more than 5"), (0, false, true, false));
        assert_eq!(last("killed more than 650"), (1, true, false, false));
        assert_eq!(last("exceeded 10"), (1, true, false, false));
    }

    #[test]
    fn approximation() {
        assert_eq!(last("an estimated 5"), (0, false, false, true));
        assert_eq!(last("at least about 30"), (0, true, false, true));
        assert_eq!(last("now some 500"), (1, false, false, true));
    }

    #[test]
    fn behind() {
        let line = Line::new("30 or so");
        assert_eq!(around(&line, 0, 1), Bounds { from: 0, to: 3, near: true, ..Bounds::default() });
    }

    #[test]
    fn words_of_place() {
        assert_eq!(last("all over 50"), (2, false, false, false));
    }
}
