//! Number words, scales, and the small words of English that no noun phrase begins with.

use super::line::Line;
use super::table::{self, Words};

/// What a word of scale multiplies by: `factor` × 10^`exponent`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    pub(super) factor: u64,
    pub(super) exponent: i32,
}

/// The scale that a word names.
pub(super) fn scale(word: &str) -> Option<Scale> {
    let power = |exponent| Some(Scale { factor: 1, exponent });
    match word {
        "dozen" => Some(Scale { factor: 12, exponent: 0 }),
        "hundred" => power(2),
        "thousand" => power(3),
        "lakh" => power(5),
        "million" => power(6),
        "crore" => power(7),
        "billion" => power(9),
        "trillion" => power(12),
        _ => None,
    }
}

/// The exponent that letters behind a number stand for: '10m', '4.2bn'.
pub(super) fn letters_of_scale(letters: &str) -> Option<i32> {
    match letters {
        "k" => Some(3),
        "m" | "mn" | "mil" | "mln" => Some(6),
        "b" | "bn" | "bln" => Some(9),
        "tn" | "trn" => Some(12),
        _ => None,
    }
}

/// Whether a token is a currency sign or a code that stands in front of amounts.
pub(super) fn ends_in_currency(word: &str) -> bool {
    matches!(word, "$" | "£" | "€" | "¥" | "₹" | "₽" | "₴" | "₪" | "usd" | "eur" | "gbp" | "aud" | "rm" | "ps" | "cad")
}

/// The value of a single number word below a hundred.
pub(super) fn small(word: &str) -> Option<u64> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    let ten = || TENS.iter().position(|ten| *ten == word).map(|index| 10 * (index + 2));
    SMALL.iter().position(|small| *small == word).or_else(ten).map(|value| value as u64)
}

/// A number spelled out from a token on, up to the millions: 'two hundred and fifty thousand'.
pub(super) fn spelled(line: &Line<'_>, from: usize) -> Option<(u64, usize)> {
    let (mut whole, mut to) = below_a_thousand(line, from)?;
    let mut total = 0;
    let mut last_exponent = u32::MAX;
    while let Some(exponent) = thousands(line.word(to)).filter(|exponent| *exponent < last_exponent) {
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

/// 'One million and two people': what follows 'and' goes on with the number only before a hundred or a thousand,
/// or at once.
fn goes_on(line: &Line<'_>, next: usize) -> bool {
    line.before(next, 1) != "and" || matches!(line.before(next, 2), "thousand")
}

fn thousands(word: &str) -> Option<u32> {
    scale(word).filter(|scale| scale.factor == 1 && scale.exponent % 3 == 0).map(|scale| scale.exponent as u32)
}

fn below_a_thousand(line: &Line<'_>, from: usize) -> Option<(u64, usize)> {
    let (first, to) = below_a_hundred(line, from)?;
    if line.word(to) != "hundred" || first == 0 {
        return Some((first, to));
    }
    let rest = if line.word(to + 1) == "and" { to + 2 } else { to + 1 };
    let (more, end) = below_a_hundred(line, rest).unwrap_or((0, to + 1));
    Some((first * 100 + more, end))
}

fn below_a_hundred(line: &Line<'_>, from: usize) -> Option<(u64, usize)> {
    let first = small(line.word(from))?;
    if first < 20 {
        return Some((first, from + 1));
    }
    let next = if line.word(from + 1) == "-" { from + 2 } else { from + 1 };
    match small(line.word(next)).filter(|unit| (1..10).contains(unit)) {
        Some(unit) => Some((first + unit, next + 1)),
        None => Some((first, from + 1)),
    }
}

/// Words that end a noun phrase, or that none begins with: prepositions, conjunctions, pronouns, auxiliaries.
static FUNCTION_WORDS: Words = Words::new(|| {
    table::words(
        "\
    a about above across after against ago all almost alone along already also although altogether among an and \
    any anyone anything apart apiece are around as at away back be because been before behind being below \
    beneath between beyond both but by can could daily despite did do does down during each early either else \
    even ever every following for from had half has have he her here him his how however i if in including \
    inside instead into is it its just last late later least less like may me might more most much must my \
    nationwide near nearly neither never no nor not now of off on once only onto or our out outside over overall \
    past per rather respectively shall she should since so some soon still such than that the their them then \
    there these they this those though through throughout till to today together tomorrow too toward towards \
    under until up upon us versus via was we were what when where whether which while whilst who whom whose why \
    will with within without worldwide would x yesterday yet you your",
    )
});

/// Whether a word, in lower case, is one of the small words of English.
pub(super) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_ends_where_another_begins() {
        let value = |text| spelled(&Line::new(text), 0);
        assert_eq!(value("nineteen ninety-eight"), Some((19, 1)));
        assert_eq!(value("one million and two dogs"), Some((1_000_000, 2)));
        assert_eq!(value("two hundred and fifty thousand"), Some((250_000, 5)));
        assert_eq!(value("zero hundred"), Some((0, 1)));
    }
}
