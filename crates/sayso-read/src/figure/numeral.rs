//! One number, in digits or in words, with the scale that follows it.

use super::decimal::Decimal;
use super::line::{Kind, Line};
use super::number::{Numeral, Sense};
use super::number_words::Scale;
use super::words::{self};
use super::{fraction, vague};

/// The number phrase that begins with a token.
pub(super) fn read(line: &Line<'_>, from: usize) -> Option<Numeral> {
    if line.is(from, Kind::Number) {
        return in_digits(line, from);
    }
    vague::read(line, from).or_else(|| fraction::read(line, from)).or_else(|| in_words(line, from))
}

fn in_digits(line: &Line<'_>, from: usize) -> Option<Numeral> {
    let (amount, to) = fraction::in_digits(line, from)
        .or_else(|| spaced_groups(line, from))
        .or_else(|| Some((Decimal::parse(line.word(from))?, from + 1)))?;
    let numeral = Numeral { from, to, amount, sense: Sense::Exact, scaled: false };
    let Some(scale) = letters_of_scale(line, from, to) else { return scale_words(line, numeral) };
    let amount = amount.times(scale.factor)?.scaled(scale.exponent)?;
    Some(Numeral { to: to + 1, amount, scaled: true, ..numeral })
}

/// '20 000': groups parted by spaces, told from two numbers by the round end.
fn spaced_groups(line: &Line<'_>, from: usize) -> Option<(Decimal, usize)> {
    let plain = |index: usize| line.word(index).bytes().all(|byte| byte.is_ascii_digit());
    let group = |index: usize| line.is(index, Kind::Number) && line.word(index).len() == 3 && plain(index);
    let count = (1..4).take_while(|ahead| group(from + ahead)).count();
    let first = line.word(from);
    if count == 0 || first.len() > 3 || !plain(from) || !line.word(from + count).ends_with('0') {
        return None;
    }
    let joined: String = (from..=from + count).map(|index| line.word(index)).collect();
    Some((Decimal::parse(&joined)?, from + count + 1))
}

/// 'm' behind a number of metres and 'm' for million look alike: without a currency it is million only
/// in front of what could be counted.
fn letters_of_scale(line: &Line<'_>, from: usize, to: usize) -> Option<Scale> {
    let letters = line.word(to);
    let scale = line.language().numbers.letters.get(letters).copied()?;
    let money = line.language().currencies.scaled_by_letters.contains(line.before(from, 1));
    let certain = match letters {
        "m" => line.glued(to) && (money || line.raw(to) == "M" || counts_millions(line, to + 1)),
        "b" | "k" => line.glued(to) && (money || line.raw(to) == letters || letters == "k") || money,
        _ => line.glued(to) || money,
    };
    certain.then_some(scale)
}

fn counts_millions(line: &Line<'_>, next: usize) -> bool {
    let word = line.word(next);
    word == "of" || line.is(next, Kind::Word) && word.ends_with('s') && !line.is_function_word(next)
}

/// 'million', 'hundred thousand', 'dozen' behind a number.
fn scale_words(line: &Line<'_>, numeral: Numeral) -> Option<Numeral> {
    let mut scaled = numeral;
    loop {
        let at = scaled.to + usize::from(scaled.scaled && line.is_dash(scaled.to) && line.glued(scaled.to));
        let Some(scale) = line.scale(at) else { break };
        let amount = scaled.amount.times(scale.factor)?.scaled(scale.exponent)?;
        scaled = Numeral { to: at + 1, amount, scaled: true, ..scaled };
    }
    Some(scaled)
}

fn in_words(line: &Line<'_>, from: usize) -> Option<Numeral> {
    let numeral = |amount, to, scaled| Numeral { from, to, amount, sense: Sense::Exact, scaled };
    if matches!(line.word(from), "a" | "an") && line.scale(from + 1).is_some() {
        return scale_words(line, numeral(Decimal::whole(1), from + 1, false));
    }
    if line.word(from) == "half" && line.word(from + 1) == "a" && line.scale(from + 2).is_some() {
        return scale_words(line, numeral(Decimal::ratio(1, 2)?, from + 2, false));
    }
    let (value, to) = words::spelled(line, from)?;
    let amount = Decimal::whole(value);
    if let Some(taken) = and_a_half(line, to) {
        return scale_words(line, numeral(amount.plus(Decimal::ratio(1, 2)?)?, to + taken, false));
    }
    scale_words(line, numeral(amount, to, value >= 100))
}

/// Length of 'and a half' or '-and-a-half'.
fn and_a_half(line: &Line<'_>, to: usize) -> Option<usize> {
    line.language()
        .fractions
        .and_a_half
        .iter()
        .find(|phrase| line.follows(to, phrase))
        .map(|phrase| phrase.split(' ').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> Option<(f64, usize)> {
        let line = Line::english(text);
        let numeral = read(&line, 0)?;
        Some((numeral.amount.value(), numeral.to))
    }

    #[test]
    fn digits_with_scales() {
        assert_eq!(read_all("1.2 million people"), Some((1200000.0, 2)));
        assert_eq!(read_all("4 hundred million people"), Some((400000000.0, 3)));
        assert_eq!(read_all("20 000 men"), Some((20000.0, 2)));
        assert_eq!(read_all("3 1/2 games"), Some((3.5, 4)));
        assert_eq!(read_all("10bn euros"), Some((10e9, 2)));
    }

    #[test]
    fn the_letter_m_needs_something_to_count() {
        assert_eq!(read_all("35m of them"), Some((35e6, 2)));
        assert_eq!(read_all("150m race"), Some((150.0, 1)));
    }

    #[test]
    fn words() {
        assert_eq!(read_all("twenty-eight thousand six hundred and forty-two"), Some((28642.0, 10)));
        assert_eq!(read_all("a hundred thousand"), Some((100000.0, 3)));
        assert_eq!(read_all("half a million"), Some((500000.0, 3)));
        assert_eq!(read_all("two and a half million"), Some((2500000.0, 5)));
        assert_eq!(read_all("ten dozen"), Some((120.0, 2)));
        assert_eq!(read_all("hundred"), None);
    }

    #[test]
    fn absurd_numbers_are_none() {
        assert_eq!(read_all("1,2,3"), None);
        assert_eq!(read_all("١٢"), None);
        assert_eq!(read_all(&format!("9{}", " million".repeat(50))), None);
    }
}
