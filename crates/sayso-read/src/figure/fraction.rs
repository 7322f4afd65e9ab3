//! Fractions: 'a third of', 'two-thirds', 'half', '3 1/2'.

use super::decimal::Decimal;
use super::fraction_words::FractionUse;
use super::line::{Line, TokenKind};
use super::number::{Numeral, Sense};
use super::{month, noun, unit, words};

/// Denominators that measures and recipes use; '9/11' and '24/7' are no fractions.
const DENOMINATORS: [&str; 11] = ["2", "3", "4", "5", "8", "10", "16", "32", "64", "100", "128"];

/// 'One in a million' apart, nobody says a rarer chance like this.
const LARGEST_DIVISOR: u64 = 1_000_000;

/// The fraction that begins with a word.
pub(super) fn read(line: &Line<'_>, from: usize) -> Option<Numeral> {
    half_a(line, from)
        .or_else(|| part_of_one(line, from).map(|part| part_of_a(line, part)))
        .or_else(|| of_a_point(line, from))
        .or_else(|| one_in(line, from))
}

/// 'One in 5,000', 'one child in three', '9 out of 10', 'two of every three': not 'one in 2010' or 'one in two years'.
pub(super) fn one_in(line: &Line<'_>, from: usize) -> Option<Numeral> {
    let (count, to) = count(line, from)?;
    let skip = |at: usize| at + usize::from(line.word(at) == "-" && line.glued(at) && line.glued(at + 1));
    let to = skip(to);
    let noun = count == 1 && line.is(to, TokenKind::Word) && !line.is_function_word(to) && !noun::is_plural(line, to);
    let to = to + usize::from(noun && line.word(to + 1) == "in");
    let words = &line.language().fractions;
    let (length, joint) = words.shares.longest(line.word(to), |phrase| line.follows(to, phrase))?;
    let at = skip(to + length);
    let article = skip(at + usize::from(line.word(at) == "a" && line.is_dash(at + 1)));
    let (divisor, end) = divisor(line, article)?;
    let fits = count < divisor && divisor <= LARGEST_DIVISOR && unit::read(line, end).is_none();
    let loose = *joint == FractionUse::Loose;
    let named = loose && (!is_round(divisor) || line.word(to + 1) == "in" && noun::is_plural(line, end));
    let said = match joint {
        FractionUse::Sure => true,
        FractionUse::In => !line.is_past(from.wrapping_sub(1)) || count == 1,
        FractionUse::Loose => !named,
    };
    if fits && said && !is_day(line, from) { numeral(from, end, Decimal::ratio(count, divisor)?) } else { None }
}

/// How many of a share: a number word, or digits as bare as no year and no amount is.
fn count(line: &Line<'_>, from: usize) -> Option<(u64, usize)> {
    let digits = || line.word(from).parse().ok().filter(|_| line.word(from).len() < 4 && !line.glued(from));
    let count = line.small(from).or_else(digits).filter(|count| (1..1000).contains(count))?;
    Some((count, from + 1))
}

/// Of how many: a number in words or digits, but no year.
fn divisor(line: &Line<'_>, at: usize) -> Option<(u64, usize)> {
    let digits = || {
        let digits = line.word(at).replace(',', "").parse().ok().filter(|_| line.word(at).len() != 4)?;
        Some((digits, at + 1))
    };
    let bare = || Some((line.scale(at)?.whole()?, at + 1));
    let (number, to) = words::spelled(line, at).or_else(digits).or_else(bare)?;
    let Some(scale) = line.scale(to) else { return Some((number, to)) };
    Some((number.checked_mul(scale.whole()?)?, to + 1))
}

/// The numbers that shares are told in: '7 out of 10' is a share, '16 out of 24' counts.
fn is_round(divisor: u64) -> bool {
    (2..=10).contains(&divisor) || matches!(divisor, 20 | 25 | 50) || divisor.is_multiple_of(100)
}

fn is_day(line: &Line<'_>, from: usize) -> bool {
    from > 0 && line.is(from, TokenKind::Number) && month::is_month(line, from - 1)
}

/// 'Half a percentage point', 'half a million', 'half an inch'.
fn half_a(line: &Line<'_>, from: usize) -> Option<Numeral> {
    let divisor = *line.language().fractions.parts.get(line.word(from)).filter(|divisor| **divisor == 2)?;
    let article = matches!(line.word(from + 1), "a" | "an");
    ((article || line.word(from + 1) == "-") && is_measured(line, from + 2)).then_some(())?;
    exact(from, from + 1 + usize::from(article), Decimal::ratio(1, divisor)?)
}

/// 'A quarter million', 'a quarter of a million', 'two-thirds of a mile', 'half of one per cent': no share of something, but so much.
fn part_of_a(line: &Line<'_>, part: Numeral) -> Numeral {
    let one = matches!(line.word(part.to + 1), "a" | "an" | "one");
    if line.scale(part.to).is_some() {
        return Numeral { sense: Sense::Exact, ..part };
    }
    let measured = line.word(part.to) == "of" && one && is_measured(line, part.to + 2);
    if measured { Numeral { to: part.to + 2, sense: Sense::Exact, ..part } } else { part }
}

/// Whether a scale or a unit begins with a token, or a span of time.
fn is_measured(line: &Line<'_>, at: usize) -> bool {
    line.scale(at).is_some() || unit::read(line, at).is_some()
}

/// 'A quarter-point cut', 'half-point steps'.
fn of_a_point(line: &Line<'_>, from: usize) -> Option<Numeral> {
    let divisor = *line.language().fractions.parts.get(line.word(from))?;
    let singular = !line.word(from).ends_with('s');
    let unit = unit::read(line, from + 1).filter(|unit| singular && unit.name.ends_with("point"))?;
    let one = line.before(unit.to, 1).ends_with("point");
    one.then_some(())?;
    exact(from, from + 1, Decimal::ratio(1, divisor)?)
}

/// 'And a half', '-and-a-half', 'and three quarters' behind a number: how much of `unit`, and the token behind it.
pub(super) fn and_a_part(line: &Line<'_>, to: usize, unit: u64) -> Option<(Decimal, usize)> {
    let skip = |at: usize| at + usize::from(line.is_dash(at) && line.glued(at) && line.glued(at + 1));
    let and = skip(to);
    let at = skip(and + 1);
    let count = if line.word(at) == "a" { 1 } else { line.small(at).filter(|count| (1..20).contains(count))? };
    let part = skip(at + 1);
    let divisor = *line.language().fractions.parts.get(line.word(part))?;
    let end = part + 1;
    let sure = divisor == 2 || count > 1 || is_measured(line, end) || noun::is_plural(line, end) || divisor == 4;
    let agrees = (count > 1) == line.word(part).ends_with('s') || divisor == 4 && is_measured(line, end);
    let said = line.word(and) == "and" && line.word(end) != "of" && sure && agrees && count < divisor;
    said.then_some((Decimal::ratio(unit.checked_mul(count)?, divisor)?, end))
}

fn part_of_one(line: &Line<'_>, from: usize) -> Option<Numeral> {
    if line.word(from) == "half" {
        let half = Decimal::ratio(1, 2).filter(|_| is_share(line, from))?;
        return numeral(from, from + 1, half);
    }
    let count = if line.word(from) == "a" { 1 } else { line.small(from).filter(|count| *count < 20)? };
    let hyphen = line.is_dash(from + 1);
    let at = from + 1 + usize::from(hyphen);
    let divisor = *line.language().fractions.parts.get(line.word(at))?;
    let plural_agrees = (count > 1) == line.word(at).ends_with('s');
    let several = count > 1 && divisor != 4;
    let sure = hyphen || several || line.scale(at + 1).is_some() || bounded(line, from);
    let share = matches!(line.word(at + 1), "of" | "the" | "majority") || sure || stands_alone(line, from, at + 1);
    (share && plural_agrees && count < divisor).then_some(())?;
    numeral(from, at + 1, Decimal::ratio(count, divisor)?)
}

/// 'One fifth was lost': a number, a part and no noun behind it; 'one quarter' may be of a year.
fn stands_alone(line: &Line<'_>, from: usize, to: usize) -> bool {
    let number = line.word(from) != "a" && !line.word(to - 1).starts_with("quarter");
    number && (!line.is(to, TokenKind::Word) || line.is_function_word(to) || line.is_past(to))
}

/// The value of '1/2', '3 1/2' or '3½', and the token behind it.
pub(super) fn in_digits(line: &Line<'_>, from: usize) -> Option<(Decimal, usize)> {
    if let Some(value) = simple(line, from) {
        return Some((value, from + 3));
    }
    let whole = Decimal::parse(line.word(from))?;
    if line.is(from + 1, TokenKind::Number) && line.glued(from + 1) {
        return Some((whole.plus(Decimal::parse(line.word(from + 1))?)?, from + 2));
    }
    Some((whole.plus(simple(line, from + 1)?)?, from + 4))
}

fn simple(line: &Line<'_>, from: usize) -> Option<Decimal> {
    let (above, below) = (line.word(from), line.word(from + 2));
    let slash = matches!(line.word(from + 1), "/" | "⁄") && line.glued(from + 1) && line.glued(from + 2);
    let more = matches!(line.word(from + 3), "/") && line.glued(from + 3);
    let before = line.glued(from) && line.before(from, 1) == "/";
    if !slash || more || before || !DENOMINATORS.contains(&below) {
        return None;
    }
    let (above, below) = (above.parse().ok()?, below.parse().ok()?);
    (above > 0 && above < below).then_some(())?;
    Decimal::ratio(above, below)
}

/// 'Half of', 'half the', 'almost half'; not the half of a match, nor half-staff.
fn is_share(line: &Line<'_>, from: usize) -> bool {
    let words = &line.language().fractions;
    let other = words.other_halves.contains(line.before(from, 1));
    let whole = words.wholes.contains(line.word(from + 1));
    !other && !line.is_dash(from + 1) && (whole || bounded(line, from))
}

fn bounded(line: &Line<'_>, from: usize) -> bool {
    line.language().fractions.bounding.contains(line.before(from, 1))
}

fn exact(from: usize, to: usize, amount: Decimal) -> Option<Numeral> {
    Some(Numeral { from, to, amount, sense: Sense::Exact, scaled: false })
}

fn numeral(from: usize, to: usize, amount: Decimal) -> Option<Numeral> {
    Some(Numeral { from, to, amount, sense: Sense::Fraction, scaled: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(text: &str, from: usize) -> Option<f64> {
        read(&Line::english(text), from).map(|numeral| numeral.amount.value())
    }

    #[test]
    fn shares() {
        assert_eq!(share("a quarter of the flights", 0), Some(0.25));
        assert_eq!(share("two-thirds of voters", 0), Some(2.0 / 3.0));
        assert_eq!(share("half the seats", 0), Some(0.5));
        assert_eq!(share("nearly half", 1), Some(0.5));
        assert_eq!(share("two out of three voters", 0), Some(2.0 / 3.0));
        assert_eq!(share("9 in 10 shops", 0), Some(0.9));
        assert_eq!(share("three of every four pupils", 0), Some(0.75));
        assert_eq!(share("one child in five", 0), Some(0.2));
        assert_eq!(share("one in a hundred", 0), Some(0.01));
        assert_eq!(share("four in every hundred", 0), Some(0.04));
        assert_eq!(share("one-in-four chance", 0), Some(0.25));
    }

    #[test]
    fn counts_in_places_and_times() {
        assert_eq!(share("16 out of 24 finalists", 0), None);
        assert_eq!(share("killed 2 in 5 raids", 1), None);
        assert_eq!(share("three in 10 days", 0), None);
        assert_eq!(share("May 9 in 10 towns", 1), None);
        assert_eq!(share("six of the ten", 0), None);
    }

    #[test]
    fn so_much_of_a_unit() {
        assert_eq!(share("half a percentage point", 0), Some(0.5));
        assert_eq!(share("a quarter of a mile", 0), Some(0.25));
        assert_eq!(share("quarter-point cut", 0), Some(0.25));
    }

    #[test]
    fn ordinals_and_other_halves() {
        assert_eq!(share("a third term", 0), None);
        assert_eq!(share("the second half of the match", 2), None);
        assert_eq!(share("half-staff", 0), None);
        assert_eq!(share("three quarter", 0), None);
    }

    #[test]
    fn digits() {
        let value = |text| in_digits(&Line::english(text), 0).map(|(value, to)| (value.value(), to));
        assert_eq!(value("1/2 pound"), Some((0.5, 3)));
        assert_eq!(value("3 1/2"), Some((3.5, 4)));
        assert_eq!(value("7½"), Some((7.5, 2)));
        assert_eq!(value("9/11"), None);
        assert_eq!(value("1/2/07"), None);
    }
}
