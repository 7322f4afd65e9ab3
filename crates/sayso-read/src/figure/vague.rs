//! Numbers that only bound: 'dozens', 'tens of thousands', 'several hundred'.

use super::decimal::Decimal;
use super::line::Line;
use super::numeral::{Numeral, Sense};
use super::words;

/// Plural words of number, with what one of them stands for; a plural is two of them at the least.
const PLURALS: &[(&str, u64, i32)] = &[
    ("tens", 1, 1),
    ("dozens", 12, 0),
    ("scores", 2, 1),
    ("hundreds", 1, 2),
    ("thousands", 1, 3),
    ("millions", 1, 6),
    ("billions", 1, 9),
    ("trillions", 1, 12),
];

/// The vague number that begins with a token.
pub(super) fn read(line: &Line<'_>, from: usize) -> Option<Numeral> {
    match line.word(from) {
        "several" | "many" | "few" => after_quantifier(line, from, from + 1),
        "a" if line.word(from + 1) == "few" => after_quantifier(line, from, from + 2),
        _ => plural(line, from, from),
    }
}

/// 'Several hundred', 'a few million', 'many thousands'.
fn after_quantifier(line: &Line<'_>, from: usize, at: usize) -> Option<Numeral> {
    let mut amount = Decimal::whole(2);
    let mut to = at;
    while let Some(scale) = words::scale(line.word(to)) {
        amount = amount.times(scale.factor)?.scaled(scale.exponent)?;
        to += 1;
    }
    if to == at { plural(line, from, at) } else { Some(vague(from, to, amount)) }
}

/// 'Hundreds', 'hundreds of thousands'. 'Tens' and 'scores' need an 'of' to be numbers.
fn plural(line: &Line<'_>, from: usize, at: usize) -> Option<Numeral> {
    let (word, factor, exponent) = known(line.word(at))?;
    let of = line.word(at + 1) == "of";
    if matches!(word, "tens" | "scores") && !of {
        return None;
    }
    let mut amount = Decimal::whole(2 * factor).scaled(exponent)?;
    let mut to = at + 1;
    while let Some((_, factor, exponent)) = known(line.word(to + 1)).filter(|_| line.word(to) == "of") {
        amount = amount.times(factor)?.scaled(exponent)?;
        to += 2;
    }
    Some(vague(from, to, amount))
}

fn known(word: &str) -> Option<(&'static str, u64, i32)> {
    PLURALS.iter().find(|(plural, ..)| *plural == word).copied()
}

fn vague(from: usize, to: usize, amount: Decimal) -> Numeral {
    Numeral { from, to, amount, sense: Sense::Vague, scaled: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn least(text: &str) -> Option<(f64, usize)> {
        read(&Line::new(text), 0).map(|numeral| (numeral.amount.value(), numeral.to))
    }

    #[test]
    fn the_least_that_is_said() {
        assert_eq!(least("dozens of people"), Some((24.0, 1)));
        assert_eq!(least("hundreds of thousands of pounds"), Some((200000.0, 3)));
        assert_eq!(least("a few hundred million dollars"), Some((200e6, 4)));
        assert_eq!(least("many hundreds of passengers"), Some((200.0, 2)));
        assert_eq!(least("scores of villages"), Some((40.0, 1)));
    }

    #[test]
    fn what_says_nothing() {
        assert_eq!(least("scores twice"), None);
        assert_eq!(least("several people"), None);
        assert_eq!(least("a few people"), None);
    }
}
