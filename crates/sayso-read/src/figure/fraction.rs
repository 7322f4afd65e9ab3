//! Fractions: 'a third of', 'two-thirds', 'half', '3 1/2'.

use super::decimal::Decimal;
use super::line::{Kind, Line};
use super::number::{Numeral, Sense};

/// Denominators that measures and recipes use; '9/11' and '24/7' are no fractions.
const DENOMINATORS: [&str; 11] = ["2", "3", "4", "5", "8", "10", "16", "32", "64", "100", "128"];

/// 'One in a million' apart, nobody says a rarer chance like this.
const LARGEST_DIVISOR: u64 = 1_000_000;

/// The fraction that begins with a word.
pub(super) fn read(line: &Line<'_>, from: usize) -> Option<Numeral> {
    part_of_one(line, from).or_else(|| one_in(line, from))
}

/// 'One in 5,000', 'one in every three', 'nine in ten': not 'one in 2010' or 'one in two years'.
fn one_in(line: &Line<'_>, from: usize) -> Option<Numeral> {
    let count = line.small(from).filter(|count| (1..10).contains(count))?;
    let every = usize::from(line.word(from + 2) == "every");
    let at = from + 2 + every;
    let digits = || line.word(at).replace(',', "").parse().ok().filter(|_| line.word(at).len() != 4);
    let divisor: u64 = line.small(at).or_else(digits)?;
    let time = super::unit::read(line, at + 1).is_some();
    let said = line.word(from + 1) == "in" && count < divisor && !time && divisor <= LARGEST_DIVISOR;
    if said { numeral(from, at + 1, Decimal::ratio(count, divisor)?) } else { None }
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
    let share = matches!(line.word(at + 1), "of" | "the" | "majority") || hyphen || bounded(line, from);
    let plural_agrees = (count > 1) == line.word(at).ends_with('s');
    (share && plural_agrees && count < divisor).then_some(())?;
    numeral(from, at + 1, Decimal::ratio(count, divisor)?)
}

/// The value of '1/2', '3 1/2' or '3½', and the token behind it.
pub(super) fn in_digits(line: &Line<'_>, from: usize) -> Option<(Decimal, usize)> {
    if let Some(value) = simple(line, from) {
        return Some((value, from + 3));
    }
    let whole = Decimal::parse(line.word(from))?;
    if line.is(from + 1, Kind::Number) && line.glued(from + 1) {
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
