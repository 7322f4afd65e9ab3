//! One number, in digits or in words, with the scale that follows it.

use super::decimal::Decimal;
use super::line::{Line, TokenKind};
use super::number::{Numeral, Sense};
use super::number_words::Scale;
use super::words::{self};
use super::{digits, fraction, money, noun, vague};

/// The exponent of millions: 'MSEK 40'.
const MILLIONS: i32 = 6;

/// The number phrase that begins with a token.
pub(super) fn read(line: &Line<'_>, from: usize) -> Option<Numeral> {
    if line.is(from, TokenKind::Number) {
        return fraction::one_in(line, from).or_else(|| in_digits(line, from));
    }
    let scaled = |part: Numeral| if part.sense == Sense::Exact { scale_words(line, part) } else { Some(part) };
    let part = || fraction::read(line, from).and_then(scaled);
    vague::read(line, from).or_else(part).or_else(|| in_words(line, from))
}

fn in_digits(line: &Line<'_>, from: usize) -> Option<Numeral> {
    let (amount, to) = fraction::in_digits(line, from).or_else(|| digits::read(line, from))?;
    let numeral = Numeral { from, to, amount, sense: Sense::Exact, scaled: false };
    if [Some(to), from.checked_sub(1)].into_iter().flatten().any(|at| money::in_millions(line, at).is_some()) {
        return Some(Numeral { amount: amount.scaled(MILLIONS)?, scaled: true, ..numeral });
    }
    let Some(scale) = letters_of_scale(line, from, to) else { return and_a_part(line, scale_words(line, numeral)?) };
    let amount = amount.times(scale.factor)?.scaled(scale.exponent)?;
    Some(Numeral { to: to + 1, amount, scaled: true, ..numeral })
}

/// '3 million and a quarter', '12 and a half': the part is one of the scale, where there is one.
fn and_a_part(line: &Line<'_>, numeral: Numeral) -> Option<Numeral> {
    let scale = line.scale(numeral.to - 1).and_then(Scale::whole).or((!numeral.scaled).then_some(1));
    let Some((part, to)) = scale.and_then(|scale| fraction::and_a_part(line, numeral.to, scale)) else {
        return Some(numeral);
    };
    let Some(amount) = numeral.amount.plus(part) else { return Some(numeral) };
    scale_words(line, Numeral { to, amount, ..numeral })
}

/// 'm' behind a number of metres and 'm' for million look alike: without a currency it is million only
/// in front of what could be counted.
fn letters_of_scale(line: &Line<'_>, from: usize, to: usize) -> Option<Scale> {
    let letters = line.word(to);
    let scale = line.language().numbers.letters.get(letters).copied()?;
    let (glued, money) = (line.glued(to), || money::is_around(line, from, to) || money::is_around(line, from, to + 1));
    let certain = match letters {
        "m" => glued && (line.raw(to) == "M" || counts_millions(line, to + 1)) || money(),
        "b" | "k" => glued && (line.raw(to) == letters || letters == "k" || counts(line, to + 1)) || money(),
        _ if line.language().numbers.letters_of_money.contains(letters) => money(),
        _ => glued || letters.len() > 1 && line.raw(to) == letters,
    };
    certain.then_some(scale)
}

/// 'm' in front of 'of' or of a plural, but that of a race; 'from 3m to 2m units': the other end of the range counts.
fn counts_millions(line: &Line<'_>, next: usize) -> bool {
    let joint = line.is_dash(next) || line.language().ranges.joints.get(line.word(next)).is_some();
    let other = joint && line.is(next + 1, TokenKind::Number) && line.glued(next + 2) && line.word(next + 2) == "m";
    counts(line, next) || other && counts(line, next + 3)
}

fn counts(line: &Line<'_>, at: usize) -> bool {
    let more = at + usize::from(line.word(at) == "more");
    let plural = line.word(more).ends_with('s') || noun::is_plural(line, more);
    let race = line.language().names.races.contains(line.word(more));
    line.word(at) == "of" || line.is(more, TokenKind::Word) && plural && !race && !line.is_function_word(more)
}

/// 'million', 'hundred thousand', 'dozen' behind a number; a hyphen may part them.
fn scale_words(line: &Line<'_>, numeral: Numeral) -> Option<Numeral> {
    let mut scaled = numeral;
    loop {
        let hyphen = line.is_dash(scaled.to) && line.glued(scaled.to) && line.glued(scaled.to + 1);
        let at = scaled.to + usize::from(hyphen);
        let plural = || line.language().numbers.vague.get(line.word(at)).copied();
        let Some(scale) = line.scale(at).or_else(|| plural().filter(|_| !scaled.scaled && !is_noun(line, at))) else {
            break;
        };
        let amount = scaled.amount.times(scale.factor)?.scaled(scale.exponent)?;
        scaled = Numeral { to: at + 1, amount, scaled: true, ..scaled };
    }
    Some(scaled)
}

/// Whether a plural word of number is another noun, too: 'two scores', 'the three tens'.
fn is_noun(line: &Line<'_>, at: usize) -> bool {
    line.language().numbers.vague_before_of.contains(line.word(at))
}

/// A number in words, with the part of one that may follow it ('two and a half million', 'a million and a half').
fn in_words(line: &Line<'_>, from: usize) -> Option<Numeral> {
    if let Some(multiple) = multiple(line, from) {
        return Some(multiple);
    }
    let (value, to) = words::spelled(line, from)?;
    let numeral = |amount, to, scaled| Numeral { from, to, amount, sense: Sense::Exact, scaled };
    if let Some((decimals, end)) = words::decimals(line, to) {
        return scale_words(line, numeral(Decimal::parse(&format!("{value}.{decimals}"))?, end, false));
    }
    let scaled = to > from + 1 && line.scale(to - 1).is_some();
    let unit = if scaled { line.scale(to - 1).and_then(Scale::whole).unwrap_or(1) } else { 1 };
    if let Some((part, end)) = fraction::and_a_part(line, to, unit) {
        return scale_words(line, numeral(Decimal::whole(value).plus(part)?, end, scaled));
    }
    scale_words(line, numeral(Decimal::whole(value), to, value >= 100))
}

/// 'Tenfold': how many times.
fn multiple(line: &Line<'_>, from: usize) -> Option<Numeral> {
    let word = line.word(from);
    let stem = line.language().numbers.endings_of_multiples.iter().find_map(|ending| word.strip_suffix(ending))?;
    let numbers = &line.language().numbers;
    let scale = || numbers.scales.get(stem).and_then(|scale| scale.whole());
    let amount = Decimal::whole(numbers.small.get(stem).copied().or_else(scale)?);
    Some(Numeral { from, to: from + 1, amount, sense: Sense::Exact, scaled: true })
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
        assert_eq!(read_all("3 million and a quarter"), Some((3250000.0, 5)));
        assert_eq!(read_all("12 and a half per cent"), Some((12.5, 4)));
        assert_eq!(read_all("2B people"), Some((2e9, 2)));
    }

    #[test]
    fn the_letter_m_needs_something_to_count() {
        assert_eq!(read_all("35m of them"), Some((35e6, 2)));
        assert_eq!(read_all("150m race"), Some((150.0, 1)));
        assert_eq!(read_all("3m to 2m units"), Some((3e6, 2)));
        assert_eq!(read_all("2m more people"), Some((2e6, 2)));
        assert_eq!(read_all("110m hurdles"), Some((110.0, 1)));
        assert_eq!(read_all("5m kronor"), Some((5e6, 2)));
        assert_eq!(read_all("5 mln barrels"), Some((5e6, 2)));
    }

    #[test]
    fn words() {
        assert_eq!(read_all("twenty-eight thousand six hundred and forty-two"), Some((28642.0, 10)));
        assert_eq!(read_all("a hundred thousand"), Some((100000.0, 3)));
        assert_eq!(read_all("half a million"), Some((500000.0, 3)));
        assert_eq!(read_all("two and a half million"), Some((2500000.0, 5)));
        assert_eq!(read_all("ten dozen"), Some((120.0, 2)));
        assert_eq!(read_all("a hundred and twenty dollars"), Some((120.0, 4)));
        assert_eq!(read_all("a million and a half"), Some((1500000.0, 5)));
        assert_eq!(read_all("one and three quarter million"), Some((1750000.0, 5)));
        assert_eq!(read_all("two and three quarters million"), Some((2750000.0, 5)));
        assert_eq!(read_all("a quarter of a million hens"), Some((250000.0, 5)));
        assert_eq!(read_all("three quarters of a billion"), Some((750e6, 5)));
        assert_eq!(read_all("three score men"), Some((60.0, 2)));
        assert_eq!(read_all("half a dozen"), Some((6.0, 3)));
        assert_eq!(read_all("three dozens"), Some((36.0, 2)));
        assert_eq!(read_all("seven point two five million"), Some((7250000.0, 5)));
        assert_eq!(read_all("a quarter million"), Some((250000.0, 3)));
        assert_eq!(read_all("a tenfold rise"), None);
        assert_eq!(read_all("tenfold"), Some((10.0, 1)));
        assert_eq!(read_all("hundred"), None);
    }

    #[test]
    fn absurd_numbers_are_none() {
        assert_eq!(read_all("1,2,3"), None);
        assert_eq!(read_all("١٢"), None);
        assert_eq!(read_all(&format!("9{}", " million".repeat(50))), None);
    }
}
