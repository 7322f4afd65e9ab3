//! A number in digits, in all the ways that thousands and decimals are parted: '12,500.75', '12 500', '12.500,75'.

use super::decimal::Decimal;
use super::line::{Line, TokenKind};
use super::{money, month, noun, unit};

/// The most groups behind the first.
const GROUPS: usize = 4;

/// The number whose digits begin with a token, and the token behind it.
pub(super) fn read(line: &Line<'_>, from: usize) -> Option<(Decimal, usize)> {
    spaced(line, from).or_else(|| Some((one_token(line, from)?, from + 1)))
}

/// '1,5' alone may be two numbers: the comma is a decimal one where something is measured.
fn one_token(line: &Line<'_>, from: usize) -> Option<Decimal> {
    let written = line.word(from);
    let sure = || written.contains('.') || written.starts_with("0,") || measures(line, from);
    Decimal::parse(written).or_else(|| Decimal::parse_continental(written).filter(|_| sure()))
}

/// Whether a number with a decimal comma has a scale, a unit or a currency, or the one that it is a range with has.
fn measures(line: &Line<'_>, from: usize) -> bool {
    let measured = |at: usize| {
        let letters = line.glued(at + 1) && line.language().numbers.letters.get(line.word(at + 1)).is_some();
        let scaled = letters || line.scale(at + 1).is_some();
        scaled || unit::read(line, at + 1).is_some() || money::is_around(line, at, at + 1)
    };
    let joined = line.is_dash(from + 1) || line.language().ranges.joints.get(line.word(from + 1)).is_some();
    measured(from) || joined && line.is(from + 2, TokenKind::Number) && measured(from + 2)
}

/// '20 000', '$13 009 million', '1 234,5 tonnes': groups parted by spaces.
fn spaced(line: &Line<'_>, from: usize) -> Option<(Decimal, usize)> {
    let first = line.word(from);
    let plain = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() > 3 || first.starts_with('0') || !plain(first) || is_dated(line, from) {
        return None;
    }
    let group =
        |at: usize| line.is(at, TokenKind::Number) && !line.glued(at) && line.word(at).get(..3).is_some_and(plain);
    let whole = |at: usize| group(at) && line.word(at).len() == 3;
    let count = (1..=GROUPS).take_while(|ahead| whole(from + ahead)).count();
    let decimals = decimals(line, from + count + 1).filter(|_| group(from + count + 1));
    let to = from + count + 1 + usize::from(decimals.is_some());
    if to == from + 1 || decimals.is_none() && !is_one_number(line, from, to) {
        return None;
    }
    let joined: String = (from..to).map(|at| line.word(at)).collect();
    Some((Decimal::parse(&joined.replace(',', "."))?, to))
}

/// The decimals of '500,75' or '500.75' as the last group of a number.
fn decimals<'l>(line: &'l Line<'_>, at: usize) -> Option<&'l str> {
    let decimals = line.word(at).get(3..)?.strip_prefix([',', '.'])?;
    let plain = !decimals.is_empty() && decimals.bytes().all(|byte| byte.is_ascii_digit());
    (plain && decimals.len() != 3).then_some(decimals)
}

/// One number is told from several by spaces that no line breaks at, a round end, or what is measured or counted.
fn is_one_number(line: &Line<'_>, from: usize, to: usize) -> bool {
    let tied = (from + 1..to).all(|at| line.gap(at).chars().all(is_tying));
    let round = line.word(to - 1).ends_with('0');
    let named = from > 0 && line.is_capital(from - 1) && !line.begins_sentence(from - 1);
    let counts =
        || noun::is_plural(line, to) && !named && !line.language().names.numbered.contains(line.before(from, 1));
    let measured = || line.scale(to).is_some() || unit::read(line, to).is_some() || money::is_around(line, from, to);
    tied || round || measured() || counts()
}

/// Whether a space ties what stands around it: thin ones and those that no line breaks at.
fn is_tying(space: char) -> bool {
    matches!(space, '\u{a0}' | '\u{2007}' | '\u{2008}' | '\u{2009}' | '\u{202f}')
}

/// 'On May 12 300 people came': a day and a number.
fn is_dated(line: &Line<'_>, from: usize) -> bool {
    from > 0 && month::is_month(line, from - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str, from: usize) -> Option<(f64, usize)> {
        read(&Line::english(text), from).map(|(amount, to)| (amount.value(), to))
    }

    #[test]
    fn groups_parted_by_spaces() {
        assert_eq!(number("20 000 men", 0), Some((20000.0, 2)));
        assert_eq!(number("$13 009 million", 1), Some((13009.0, 3)));
        assert_eq!(number("1 234,5 tonnes", 0), Some((1234.5, 2)));
        assert_eq!(number("1\u{202f}234\u{202f}567 votes", 0), Some((1234567.0, 3)));
        assert_eq!(number("some 12 345 voters", 1), Some((12345.0, 3)));
        assert_eq!(number("On May 12 300 people", 2), Some((12.0, 3)));
        assert_eq!(number("Flight 12 345 was", 1), Some((12.0, 2)));
    }

    #[test]
    fn stops_between_thousands() {
        assert_eq!(number("1.250.000 euros", 0), Some((1250000.0, 1)));
        assert_eq!(number("12.500,75", 0), Some((12500.75, 1)));
        assert_eq!(number("1'250'000 francs", 0), Some((1250000.0, 1)));
        assert_eq!(number("192.168.100.200", 0), None);
        assert_eq!(number("1.2.3.4", 0), None);
    }

    #[test]
    fn decimal_commas() {
        assert_eq!(number("1,5 million", 0), Some((1.5, 1)));
        assert_eq!(number("1,5 to 2,5 per cent", 0), Some((1.5, 1)));
        assert_eq!(number("€12,50", 1), Some((12.5, 2)));
        assert_eq!(number("0,5", 0), Some((0.5, 1)));
        assert_eq!(number("rooms 1,5 and 7", 1), None);
        assert_eq!(number("1,2,3 people", 0), None);
    }
}
