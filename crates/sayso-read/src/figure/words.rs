//! Numbers in words, and the words of scale behind a number.

use super::line::Line;
use super::noun;
use super::number_words::Scale;

impl Line<'_> {
    /// The value of a single number word below a hundred.
    pub(super) fn small(&self, index: usize) -> Option<u64> {
        self.language().numbers.small.get(self.word(index)).copied()
    }

    /// The scale that a token names.
    pub(super) fn scale(&self, index: usize) -> Option<Scale> {
        let numbers = &self.language().numbers;
        let scale = numbers.scales.get(self.word(index)).copied()?;
        (!numbers.scales_and_nouns.contains(self.word(index)) || counts_scores(self, index)).then_some(scale)
    }
}

/// 'Three score men', 'a score of men': a number before the scale and what is counted behind it.
fn counts_scores(line: &Line<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| line.small(before));
    if line.before(index, 1) == "a" {
        return line.word(index + 1) == "of" && noun::is_plural(line, index + 2);
    }
    let behind = noun::is_plural(line, index + 1) || matches!(line.word(index + 1), "and" | "of");
    before.is_some_and(|number| number > 1) && behind
}

/// A number spelled out from a token on, up to the millions: 'two hundred and fifty thousand'.
pub(super) fn spelled(line: &Line<'_>, from: usize) -> Option<(u64, usize)> {
    let (first, end) = article(line, from).or_else(|| below_a_hundred(line, from))?;
    let (mut whole, mut to) = hundreds(line, first, end);
    let mut total = 0;
    let mut last_exponent = u32::MAX;
    while let Some(exponent) = thousands(line, to).filter(|exponent| *exponent < last_exponent) {
        total += whole * 10u64.pow(exponent);
        last_exponent = exponent;
        whole = 0;
        to += 1;
        let next = if line.word(to) == "and" { to + 1 } else { to };
        let Some((more, end)) = below_a_thousand(line, next).filter(|_| goes_on(line, next)) else { break };
        (whole, to) = (more, end);
    }
    Some((total + whole, to))
}

/// 'Point two five' behind a number: its decimals, and the token behind them.
pub(super) fn decimals(line: &Line<'_>, to: usize) -> Option<(String, usize)> {
    if !line.language().numbers.decimal_points.contains(line.word(to)) {
        return None;
    }
    let digits = |at: usize| line.small(at).filter(|digit| *digit < 10);
    let count = (to + 1..).take_while(|at| digits(*at).is_some()).count();
    if count > 0 {
        let decimals = (to + 1..=to + count).filter_map(digits).map(|digit| digit.to_string()).collect();
        return Some((decimals, to + 1 + count));
    }
    let (number, end) = below_a_hundred(line, to + 1)?;
    Some((number.to_string(), end))
}

/// 'A hundred', 'a million': the article stands for one.
fn article(line: &Line<'_>, from: usize) -> Option<(u64, usize)> {
    (matches!(line.word(from), "a" | "an") && line.scale(from + 1).is_some()).then_some((1, from + 1))
}

/// 'One million and two people': what follows 'and' goes on with the number only before a hundred or a thousand,
/// or at once.
fn goes_on(line: &Line<'_>, next: usize) -> bool {
    line.before(next, 1) != "and" || matches!(line.before(next, 2), "thousand")
}

fn thousands(line: &Line<'_>, at: usize) -> Option<u32> {
    line.scale(at)
        .filter(|scale| scale.factor == 1 && scale.exponent % 3 == 0)
        .and_then(|scale| scale.exponent.try_into().ok())
}

fn below_a_thousand(line: &Line<'_>, from: usize) -> Option<(u64, usize)> {
    let (first, to) = below_a_hundred(line, from)?;
    Some(hundreds(line, first, to))
}

/// The number that begins with one below a hundred: 'two hundred and fifty' of 'two'.
fn hundreds(line: &Line<'_>, first: u64, to: usize) -> (u64, usize) {
    if line.word(to) != "hundred" || first == 0 {
        return (first, to);
    }
    let rest = if line.word(to + 1) == "and" { to + 2 } else { to + 1 };
    let (more, end) = below_a_hundred(line, rest).unwrap_or((0, to + 1));
    (first * 100 + more, end)
}

fn below_a_hundred(line: &Line<'_>, from: usize) -> Option<(u64, usize)> {
    let first = line.small(from)?;
    if first < 20 {
        return Some((first, from + 1));
    }
    let next = if line.word(from + 1) == "-" { from + 2 } else { from + 1 };
    match line.small(next).filter(|unit| (1..10).contains(unit)) {
        Some(unit) => Some((first + unit, next + 1)),
        None => Some((first, from + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_ends_where_another_begins() {
        let value = |text| spelled(&Line::english(text), 0);
        assert_eq!(value("nineteen ninety-eight"), Some((19, 1)));
        assert_eq!(value("one million and two dogs"), Some((1_000_000, 2)));
        assert_eq!(value("two hundred and fifty thousand"), Some((250_000, 5)));
        assert_eq!(value("zero hundred"), Some((0, 1)));
    }
}
