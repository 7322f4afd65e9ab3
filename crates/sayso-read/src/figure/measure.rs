//! A number with its currency or unit.

use super::decimal::Decimal;
use super::line::{Line, TokenKind};
use super::money::{self, Currency};
use super::number::{Numeral, Sense};
use super::numeral::{self};
use super::unit::{self, Unit};
use super::unit_words::Dimension;

/// A number phrase and what it is measured in.
#[derive(Clone, Debug)]
pub(super) struct Measure {
    pub(super) numeral: Numeral,
    /// Tokens of the figure itself: currency and percent are in, other units out.
    pub(super) from: usize,
    pub(super) to: usize,
    /// The unit; its `to` lies behind all that was read.
    pub(super) unit: Option<Unit>,
}

impl Measure {
    /// The token behind the number and its unit.
    pub(super) fn end(&self) -> usize {
        self.unit.as_ref().map_or(self.to, |unit| unit.to.max(self.to))
    }

    /// Whether it says how long something lasts.
    pub(super) fn is_duration(&self) -> bool {
        self.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Duration)
    }

    /// The unit's name.
    pub(super) fn unit_name(&self) -> Option<&str> {
        self.unit.as_ref().map(|unit| unit.name.as_str())
    }
}

/// All measures of a line, in order.
pub(super) fn all(line: &Line<'_>) -> Vec<Measure> {
    let mut measures: Vec<Measure> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let Some(numeral) = numeral::read(line, at) else {
            at += 1;
            continue;
        };
        let measure = measured(line, numeral);
        at = measure.to.max(numeral.to);
        measures.push(measure);
    }
    measures
}

fn measured(line: &Line<'_>, numeral: Numeral) -> Measure {
    let dash = sign(line, numeral.from).filter(|dash| dash + 1 == numeral.from);
    let front = money::in_front(line, numeral.from).or_else(|| money::in_front(line, dash?));
    let edge = front.as_ref().map_or(numeral.from, |currency| currency.edge);
    let signed = dash.filter(|dash| edge < *dash).map(|_| edge).or_else(|| sign(line, edge));
    let measure = match signed {
        Some(from) => Measure { from, ..measured_in(line, negated(numeral), front) },
        None => measured_in(line, numeral, front),
    };
    if !unit::is_below_nought(line, measure.end()) || signed.is_some() {
        return measure;
    }
    Measure { numeral: negated(measure.numeral), ..measure }
}

fn negated(numeral: Numeral) -> Numeral {
    Numeral { amount: numeral.amount.negated(), ..numeral }
}

/// Where a sign that makes a number or an amount of money negative begins: 'minus 5', 'minus-260', '-36', '-$5m'.
fn sign(line: &Line<'_>, from: usize) -> Option<usize> {
    let dash = usize::from(matches!(line.before(from, 1), "-" | "−" | "–"));
    // 'Plus or minus three' is a margin.
    if line.language().numbers.negatives.contains(line.before(from, 1 + dash)) && line.before(from, 2 + dash) != "or" {
        return Some(from - 1 - dash);
    }
    let amount = line.is(from, TokenKind::Number) || line.is(from, TokenKind::Mark);
    let before = from.checked_sub(1).filter(|_| dash == 1 && amount && line.glued(from))?;
    let name = line.is_capital(before.wrapping_sub(1)) && line.is(from, TokenKind::Number);
    let opens = before == 0 || !line.glued(before) || matches!(line.before(before, 1), "(" | "$" | "£" | "€");
    (opens && !name && !line.is(before.wrapping_sub(1), TokenKind::Number)).then_some(before)
}

fn measured_in(line: &Line<'_>, numeral: Numeral, front: Option<Currency>) -> Measure {
    let behind = money::behind(line, numeral.to, front.is_some());
    let from = front.as_ref().map_or(numeral.from, |currency| currency.edge);
    let to = behind.as_ref().map_or(numeral.to, |currency| currency.edge);
    let name = match (front, behind) {
        (Some(front), Some(behind)) if front.name == "dollar" => behind.name,
        (Some(currency), _) | (None, Some(currency)) => currency.name,
        (None, None) => return with_unit(line, numeral),
    };
    let (numeral, to) = scaled_behind(line, numeral, to);
    let unit = unit::with_per(line, Unit { to, name, dimension: Dimension::Plain });
    with_change(line, Measure { numeral, from, to, unit: Some(unit) })
}

/// '75 USD million': the scale stands behind the currency.
fn scaled_behind(line: &Line<'_>, numeral: Numeral, to: usize) -> (Numeral, usize) {
    let scale = line.scale(to).filter(|_| to > numeral.to && !numeral.scaled);
    let amount = scale.and_then(|scale| numeral.amount.times(scale.factor)?.scaled(scale.exponent));
    amount.map_or((numeral, to), |amount| (Numeral { amount, scaled: true, ..numeral }, to + 1))
}

/// '13 dollars and 45 cents': one amount.
fn with_change(line: &Line<'_>, money: Measure) -> Measure {
    let at = money.to + usize::from(line.word(money.to) == "and");
    let change = numeral::read(line, at).filter(|_| money.to > money.numeral.to && !money.numeral.scaled);
    let amount = change.and_then(|change| {
        line.language().currencies.hundredths.contains(line.word(change.to)).then_some(())?;
        let cents = change.amount.value();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it lies between 1.0 and 100.0, without a fraction"
        )]
        let cents = (cents.fract() == 0.0 && (1.0..100.0).contains(&cents)).then_some(cents as u64)?;
        Some((money.numeral.amount.plus(Decimal::ratio(cents, 100)?)?, change.to + 1))
    });
    let Some((amount, to)) = amount else { return money };
    let unit = money.unit.map(|unit| Unit { to, ..unit });
    Measure { numeral: Numeral { amount, ..money.numeral }, to, unit, ..money }
}

fn with_unit(line: &Line<'_>, numeral: Numeral) -> Measure {
    let from = numeral.from;
    let of = usize::from(numeral.sense != Sense::Exact && line.word(numeral.to) == "of");
    let unit = unit::read(line, numeral.to + of).or_else(|| magnitude(line, &numeral));
    let share = unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::FractionUse);
    if let Some(whole) = unit.as_ref().and_then(|unit| with_finer(line, &numeral, unit)) {
        return whole;
    }
    let to = unit.as_ref().filter(|_| share).map_or(numeral.to, |unit| unit.to);
    let fraction = || Unit { to: numeral.to, name: "fraction".into(), dimension: Dimension::Plain };
    let unit = unit.or_else(|| multiple(line, &numeral)).or_else(|| (numeral.sense == Sense::Fraction).then(fraction));
    Measure { numeral, from, to, unit }
}

/// '5 ft 10 in', 'six feet and two inches': one length in the larger unit.
fn with_finer(line: &Line<'_>, numeral: &Numeral, unit: &Unit) -> Option<Measure> {
    let finer = line.language().units.finer.get(&unit.name)?;
    let start = unit.to + usize::from(line.word(unit.to) == "and");
    let rest = numeral::read(line, start)?;
    let tied = unit::read(line, rest.to).filter(|below| below.name == finer.unit).map(|below| below.to);
    let stands = line.glued(rest.to) || !line.is(rest.to + 1, TokenKind::Word);
    let letters = stands && finer.letters.contains(line.word(rest.to));
    let short = || letters.then_some(rest.to + 1);
    let to = tied.or_else(short)?;
    let below = rest.amount.value();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it lies between 0.0 and a small count"
    )]
    let count = (below.fract() == 0.0 && (0.0..f64::from(finer.count)).contains(&below)).then_some(below as u64)?;
    let amount = numeral.amount.plus(Decimal::ratio(count, finer.count.into())?)?;
    let unit = Unit { to, ..unit.clone() };
    Some(Measure { numeral: Numeral { amount, ..*numeral }, from: numeral.from, to: rest.to, unit: Some(unit) })
}

/// 'A tenfold rise': so many times.
fn multiple(line: &Line<'_>, numeral: &Numeral) -> Option<Unit> {
    let ending = |ending: &str| line.word(numeral.to - 1).ends_with(ending);
    let multiple = line.language().numbers.endings_of_multiples.iter().any(ending);
    multiple.then(|| Unit { to: numeral.to, name: "time".into(), dimension: Dimension::Plain })
}

/// 'Magnitude 7.7', 'a 7.7-magnitude earthquake'.
fn magnitude(line: &Line<'_>, numeral: &Numeral) -> Option<Unit> {
    let before = line.before(numeral.from, 1) == "magnitude" || line.precedes(numeral.from, "magnitude of");
    let behind = usize::from(line.is_dash(numeral.to));
    let after = line.word(numeral.to + behind) == "magnitude";
    let to = if after { numeral.to + behind + 1 } else { numeral.to };
    (before || after).then(|| Unit { to, name: "magnitude".into(), dimension: Dimension::Plain })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measures(text: &str) -> Vec<String> {
        let line = Line::english(text);
        let shown = |measure: &Measure| {
            let value = measure.numeral.amount.value();
            format!("{}: {value} {}", &text[line.bytes(measure.from..measure.to)], measure.unit_name().unwrap_or("-"))
        };
        all(&line).iter().map(shown).collect()
    }

    #[test]
    fn money_and_shares_are_part_of_the_figure() {
        assert_eq!(measures("a US$1.2 billion bill"), ["US$1.2 billion: 1200000000 dollar"]);
        assert_eq!(measures("$3.9 Billion CAD"), ["$3.9 Billion CAD: 3900000000 canadian dollar"]);
        assert_eq!(measures("over 45 percent of it"), ["45 percent: 45 percentage"]);
        assert_eq!(measures("$3500 a month"), ["$3500: 3500 dollar per month"]);
        assert_eq!(measures("a 20-dollar note"), ["20-dollar: 20 dollar"]);
        assert_eq!(measures("a balance of -$5m"), ["-$5m: -5000000 dollar"]);
        assert_eq!(measures("a gap of $-5m"), ["$-5m: -5000000 dollar"]);
        assert_eq!(measures("CHF20m, ₹20 lakh"), ["CHF20m: 20000000 swiss franc", "₹20 lakh: 2000000 indian rupee"]);
        assert_eq!(measures("120 MSEK, MEUR 60"), ["120 MSEK: 120000000 swedish krona", "MEUR 60: 60000000 euro"]);
        assert_eq!(measures("75 USD million"), ["75 USD million: 75000000 dollar"]);
        assert_eq!(measures("13 dollars and 45 cents"), ["13 dollars and 45 cents: 13.45 dollar"]);
        assert_eq!(measures("13 dollars and 45 dogs"), ["13 dollars: 13 dollar", "45: 45 -"]);
        assert_eq!(measures("millions of dollars"), ["millions of dollars: 2000000 dollar"]);
    }

    #[test]
    fn below_nought() {
        assert_eq!(measures("fell to -20C"), ["-20: -20 celsius"]);
        assert_eq!(measures("12 degrees below zero")[0], "12: -12 degree");
        assert_eq!(measures("an iPhone 5C"), ["5: 5 -"]);
    }

    #[test]
    fn a_larger_unit_and_a_finer_one() {
        assert_eq!(measures("a man 6ft 6in tall"), ["6ft 6: 6.5 foot"]);
        assert_eq!(measures("five feet and three inches"), ["five feet and three: 5.25 foot"]);
        assert_eq!(measures("10 feet 14 inches"), ["10: 10 foot", "14: 14 inch"]);
    }

    #[test]
    fn multiples() {
        assert_eq!(measures("a tenfold rise"), ["tenfold: 10 time"]);
        assert_eq!(measures("a 10-fold rise"), ["10: 10 time"]);
    }

    #[test]
    fn other_units_are_not() {
        assert_eq!(measures("65 kilometers of queues"), ["65: 65 kilometre"]);
        assert_eq!(measures("a magnitude 7.7 earthquake"), ["7.7: 7.7 magnitude"]);
        assert_eq!(measures("a quarter of the flights"), ["a quarter: 0.25 fraction"]);
    }
}
