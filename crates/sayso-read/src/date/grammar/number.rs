//! Numbers and quantities, in digits and in words.

use crate::date::lexicon::Sense;
use crate::date::token::DateToken;
use crate::date::value::Count;

use super::cursor::{Cursor, Parsed};

/// A year in digits lies in these bounds; news speak of few before and after, and of many other numbers.
pub(super) const YEARS: std::ops::RangeInclusive<u32> = 1000..=2100;

/// A leap year, so that 29 February is a day.
pub(super) const ANY_LEAP_YEAR: i16 = 2000;

/// How many: 'two', '2 1/2', 'two to three', 'a couple of', 'several'.
pub(super) fn count(cursor: Cursor<'_>) -> Parsed<'_, Count> {
    if let Some(rest) = cursor.words("a couple").or_else(|| cursor.word("couple")) {
        return Some((rest.maybe(&["of"]), Count::Of(2)));
    }
    if let Some(rest) = cursor.any_phrase(&cursor.language().numbers.several) {
        return Some((rest, Count::Some));
    }
    let half = cursor.word("half").and_then(|rest| rest.any(&["a", "an"]));
    if let Some(rest) = half.or_else(|| cursor.any(&["a", "an"])?.word("½")) {
        return Some((rest, Count::AndHalf(0)));
    }
    let (rest, first) = one_count(cursor)?;
    if let Some(rest) = series(rest) {
        return Some((rest, Count::Some));
    }
    Some((upper_bound(rest).unwrap_or(rest), first))
}

/// The rest of 'five, six, seven'.
fn series(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let (rest, _) = one_count(cursor.glued(&[","])?)?;
    Some(one_count(rest.glued(&[","])?)?.0)
}

/// The rest of 'two to three', 'two or three', '2-3'.
fn upper_bound(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let to = cursor.any(&["to", "or", "and"]).or_else(|| cursor.glued(&["-", "–"]));
    let to = to.or_else(|| cursor.glued(&["-"])?.word("to")?.glued(&["-"]));
    Some(one_count(to?)?.0)
}

fn one_count(cursor: Cursor<'_>) -> Parsed<'_, Count> {
    let (rest, number) = number(cursor)?;
    let spelled = ["and a half", "and one - half", "and half"].iter().find_map(|half| rest.words(half));
    let half = spelled.or_else(|| half(rest));
    match half {
        Some(rest) => Some((rest, Count::AndHalf(number))),
        None => Some((rest, Count::Of(number))),
    }
}

/// '1/2' or '.5' behind a number.
fn half(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let decimal = |cursor: Cursor<'_>| cursor.glued(&["."])?.glued(&["5"]).map(|rest| rest.at);
    if decimal(cursor).is_some() {
        return Some(cursor.step().step());
    }
    let fraction = cursor.glued(&["-"]).unwrap_or(cursor);
    fraction.word("½").or_else(|| fraction.word("1")?.glued(&["/"])?.glued(&["2"]))
}

/// A whole number.
pub(super) fn number(cursor: Cursor<'_>) -> Parsed<'_, u32> {
    grouped(cursor).or_else(|| in_words(cursor))
}

/// '12', '1,000'.
fn grouped(cursor: Cursor<'_>) -> Parsed<'_, u32> {
    let (mut rest, mut number) = cursor.take(digits)?;
    while let Some((next, group)) = rest.glued(&[","]).filter(|next| next.is_glued()).and_then(|next| next.take(group))
    {
        number = number.checked_mul(1000)?.checked_add(group)?;
        rest = next;
    }
    Some((rest, number))
}

fn digits(token: &DateToken<'_>) -> Option<u32> {
    match token.sense {
        Sense::Digits(number) => number,
        _ => None,
    }
}

fn group(token: &DateToken<'_>) -> Option<u32> {
    digits(token).filter(|_| token.text.len() == 3)
}

/// 'seven', 'twenty-four', 'a hundred', 'two thousand', 'a dozen'.
fn in_words(cursor: Cursor<'_>) -> Parsed<'_, u32> {
    let article = cursor.any(&["a", "an"]).map(|rest| (rest, 1));
    let (mut rest, mut number) = article.or_else(|| below_hundred(cursor))?;
    while let Some((next, scale)) = rest.joint().and_then(|next| next.take(scale)) {
        number = number.checked_mul(scale)?;
        rest = next;
        let more = rest.word("and").unwrap_or(rest);
        if let Some((next, below)) = more.joint().and_then(below_hundred) {
            number = number.checked_add(below)?;
            rest = next;
        }
    }
    Some((rest, number))
}

/// 'seven', 'twenty', 'twenty-four'.
pub(super) fn below_hundred(cursor: Cursor<'_>) -> Parsed<'_, u32> {
    let (rest, number) = cursor.take(cardinal)?;
    let ones = rest.joint().and_then(|next| next.take(cardinal)).filter(|(_, ones)| *ones < 10);
    match ones {
        Some((rest, ones)) if number >= 20 => Some((rest, number + ones)),
        _ => Some((rest, number)),
    }
}

fn cardinal(token: &DateToken<'_>) -> Option<u32> {
    match token.sense {
        Sense::Cardinal(number) => Some(number),
        _ => None,
    }
}

fn scale(token: &DateToken<'_>) -> Option<u32> {
    match token.sense {
        Sense::Scale(number) => Some(number),
        _ => None,
    }
}

/// Reads digits, at least and at most so many of them.
pub(super) fn digits_of(cursor: Cursor<'_>, least: usize, most: usize) -> Parsed<'_, u32> {
    cursor.take(|token| digits(token).filter(|_| (least..=most).contains(&token.text.len())))
}

/// Whether a number goes on here: '12.5', '12:30', '12%', '12,000', '12th'.
pub(super) fn is_part_of_number(rest: Cursor<'_>) -> bool {
    let digits = |cursor: Cursor<'_>| cursor.is_glued() && digits_of(cursor, 1, 9).is_some();
    let goes_on = rest.glued(&[".", ":", ","]).is_some_and(digits);
    goes_on || rest.glued(&["%", "°"]).is_some() || rest.is_glued() && rest.token().is_some_and(|token| token.is_word())
}

/// 'third', '3rd'.
pub(super) fn ordinal(cursor: Cursor<'_>) -> Parsed<'_, u32> {
    let word = cursor.take(|token| match token.sense {
        Sense::Ordinal(number) => Some(number),
        _ => None,
    });
    word.or_else(|| {
        let (rest, number) = digits_of(cursor, 1, 2)?;
        Some((rest.glued(&cursor.language().numbers.ordinal_endings)?, number))
    })
    .or_else(|| {
        let (rest, tens) = cursor.take(cardinal).filter(|(_, tens)| *tens >= 20)?;
        let (rest, ones) = rest.joint()?.take(|token| match token.sense {
            Sense::Ordinal(number) => Some(number).filter(|ones| *ones < 10),
            _ => None,
        })?;
        Some((rest, tens + ones))
    })
}

#[cfg(test)]
mod tests {

    use crate::date::grammar::Cursor;
    use crate::date::token::tokens;
    use crate::date::vocabulary::english;
    use sayso_text::Text;

    use super::*;

    fn counted(string: &str) -> Option<Count> {
        let text: Text = Text::new(string);
        count(Cursor::new(&tokens(&text, &[text.whole()], &english().lexicon), 0, english())).map(|(_, count)| count)
    }

    #[test]
    fn counts() {
        assert_eq!(counted("twenty-four"), Some(Count::Of(24)));
        assert_eq!(counted("two thousand and six"), Some(Count::Of(2006)));
        assert_eq!(counted("1,200"), Some(Count::Of(1200)));
        assert_eq!(counted("two and a half"), Some(Count::AndHalf(2)));
        assert_eq!(counted("two to three"), Some(Count::Of(2)));
        assert_eq!(counted("five, six, seven"), Some(Count::Some));
        assert_eq!(counted("a number of"), Some(Count::Some));
        assert_eq!(counted("thousand thousand"), None);
    }
}
