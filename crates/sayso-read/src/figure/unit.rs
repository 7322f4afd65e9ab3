//! Units of measure behind a number, and what they are per.

use super::line::{Line, TokenKind};
use super::unit_words::Dimension;

/// A unit and the token behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) to: usize,
    pub(super) name: String,
    pub(super) dimension: Dimension,
}

/// The unit that begins with a token behind a number; a hyphen may part them.
pub(super) fn read(line: &Line<'_>, to: usize) -> Option<Unit> {
    let at = to + usize::from(line.is_dash(to) && line.glued(to) && line.glued(to + 1));
    if let Some(unit) = duration(line, at) {
        return Some(unit);
    }
    let share = line.language().units.shares.longest(line.word(at), |phrase| line.follows(at, phrase));
    let (length, name) =
        share.or_else(|| spelled(line, at)).or_else(|| symbol(line, at)).or_else(|| described(line, at))?;
    let dimension = if share.is_some() || name == "percentage" { Dimension::FractionUse } else { Dimension::Plain };
    Some(with_per(line, Unit { to: at + length, name: name.clone(), dimension }))
}

fn spelled<'w>(line: &Line<'w>, at: usize) -> Option<(usize, &'w String)> {
    line.language().units.spelled.longest(line.word(at), |phrase| line.follows(at, phrase))
}

/// 'Rushing yards', 'sprawling acres': a participle before a plural.
fn described<'w>(line: &Line<'w>, at: usize) -> Option<(usize, &'w String)> {
    let (length, name) = spelled(line, at + 1).filter(|(_, name)| line.word(at + 1) != name.as_str())?;
    line.word(at).ends_with("ing").then_some((length + 1, name))
}

/// A symbol stands by itself: 'the 4 m of' is metres, 'm's' and 'm-' are not. One letter must be glued to
/// its number, or be metres or kilometres that words of extent follow.
fn symbol<'w>(line: &Line<'w>, at: usize) -> Option<(usize, &'w String)> {
    let (length, name) =
        line.language().units.symbols.longest(line.raw(at), |phrase| line.follows_as_written(at, phrase))?;
    if line.language().units.also_names.contains(line.raw(at)) && !is_temperature(line, at) {
        return None;
    }
    let letter = line.word(at).len() == 1 && length == 1 && line.is(at, TokenKind::Word);
    let price = letter && line.word(at) == "p";
    let stands = !letter || line.glued(at) || line.word(at) == "m" || price && !line.is_capital(at + 1);
    (stands && !(line.glued(at + length) && line.is(at + length, TokenKind::Number))).then_some((length, name))
}

/// '-20C', 'fell to 5C': the number is tied to the letter, and no name stands in front of it ('iPhone 5C', 'room 12C').
fn is_temperature(line: &Line<'_>, at: usize) -> bool {
    let Some(number) = at.checked_sub(1).filter(|number| line.glued(at) && line.is(*number, TokenKind::Number)) else {
        return false;
    };
    let dash = usize::from(line.is_dash(number.wrapping_sub(1)));
    let before = number.checked_sub(1 + dash);
    let named = before.is_some_and(|before| {
        let name = line.is_capital(before) && !line.begins_sentence(before);
        name || line.language().names.numbered.contains(line.word(before)) || line.word(before) == "#"
    });
    dash == 1 && !line.glued(number - 1) || before.is_some() && !named
}

/// Whether words behind a temperature put it below nought.
pub(super) fn is_below_nought(line: &Line<'_>, to: usize) -> bool {
    line.language().units.below_nought.iter().any(|phrase| line.follows(to, phrase))
}

/// Whether a word is a span of time.
pub(super) fn is_duration(line: &Line<'_>, word: &str) -> bool {
    line.language().units.durations.contains(word)
}

fn duration(line: &Line<'_>, at: usize) -> Option<Unit> {
    // '3 billion a year' is so much by the year
    if matches!(line.word(at), "a" | "an") {
        return None;
    }
    let known = |index: usize| is_duration(line, line.word(index));
    let skipped =
        (0..3).take_while(|ahead| line.language().units.between_duration.contains(line.word(at + ahead))).count();
    let at = (at..=at + skipped).find(|index| known(*index))?;
    let known_span = line.language().units.known_spans.contains(line.before(at, 1));
    if known_span && !line.word(at).ends_with('s') {
        return None;
    }
    let light = line.before(at, 1) == "light";
    let possessive = line.word(at) == "second" && line.is_dash(at + 1);
    (!light && !possessive).then(|| Unit { to: at + 1, name: line.word(at).into(), dimension: Dimension::Duration })
}

/// 'Miles per hour', '-per-hour', 'a gallon'.
pub(super) fn with_per(line: &Line<'_>, unit: Unit) -> Unit {
    let dash = |index: usize| usize::from(line.is_dash(index) && line.glued(index));
    let at = unit.to + dash(unit.to);
    let per = matches!(line.word(at), "per" | "a" | "an" | "/");
    let next = at + 1 + dash(at + 1);
    let denominator = line.word(next);
    if per
        && line.language().units.per.contains(denominator)
        && unit.dimension == Dimension::Plain
        && unit.name != "time"
    {
        return Unit { to: next + 1, name: format!("{} per {denominator}", unit.name), ..unit };
    }
    unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str) -> Option<(String, Dimension)> {
        read(&Line::english(text), 1).map(|unit| (unit.name, unit.dimension))
    }

    fn plain(name: &str) -> Option<(String, Dimension)> {
        Some((name.to_owned(), Dimension::Plain))
    }

    #[test]
    fn spelled_and_abbreviated() {
        assert_eq!(unit("443-foot wheel"), plain("foot"));
        assert_eq!(unit("500km of wiring"), plain("kilometre"));
        assert_eq!(unit("185 km/h"), plain("kilometre per hour"));
        assert_eq!(unit("40 miles-per-hour"), plain("mile per hour"));
        assert_eq!(unit("60 basis points"), plain("basis point"));
        assert_eq!(unit("7 per cent"), Some(("percentage".to_owned(), Dimension::FractionUse)));
    }

    #[test]
    fn durations() {
        assert_eq!(unit("10 more days").map(|unit| unit.1), Some(Dimension::Duration));
        assert_eq!(unit("5-year plan").map(|unit| unit.1), Some(Dimension::Duration));
        assert_eq!(unit("4 light years"), plain("light year"));
    }

    #[test]
    fn what_is_counted_is_no_unit() {
        assert_eq!(unit("500 officers"), None);
        assert_eq!(unit("12 l of"), None);
        assert_eq!(unit("3 In the"), None);
    }
}
