//! Numbers that only bound: 'dozens', 'tens of thousands', 'several hundred'.

use super::decimal::Decimal;
use super::line::Line;
use super::number::{Numeral, Sense};
use super::number_words::Scale;

/// The vague number that begins with a token.
pub(super) fn read(line: &Line<'_>, from: usize) -> Option<Numeral> {
    if let Some(numeral) = pair(line, from) {
        return Some(numeral);
    }
    match line.word(from) {
        word if line.language().numbers.quantifiers.contains(word) => after_quantifier(line, from, from + 1),
        "a" if line.word(from + 1) == "few" => after_quantifier(line, from, from + 2),
        _ => plural(line, from, from),
    }
}

/// 'A couple of hundred', 'a couple thousand'.
fn pair(line: &Line<'_>, from: usize) -> Option<Numeral> {
    let at = from + usize::from(line.word(from) == "a");
    let words = &line.language().numbers;
    let of = usize::from(line.word(at + 1) == "of");
    let scaled = words.pairs.contains(line.word(at)) && line.scale(at + 1 + of).is_some();
    let numeral = if scaled { after_quantifier(line, from, at + 1 + of)? } else { return None };
    Some(Numeral { sense: Sense::Near, ..numeral })
}

/// 'Several hundred', 'a few million', 'many thousands'.
fn after_quantifier(line: &Line<'_>, from: usize, at: usize) -> Option<Numeral> {
    let mut amount = Decimal::whole(2);
    let mut to = at;
    while let Some(scale) = line.scale(to) {
        amount = amount.times(scale.factor)?.scaled(scale.exponent)?;
        to += 1;
    }
    if to == at { plural(line, from, at) } else { Some(vague(from, to, amount)) }
}

/// 'Hundreds', 'hundreds of thousands'. Some need an 'of' to be numbers, as 'tens' and 'scores' do.
fn plural(line: &Line<'_>, from: usize, at: usize) -> Option<Numeral> {
    let known = |at: usize| line.language().numbers.vague.get(line.word(at)).copied();
    let Scale { factor, exponent } = known(at)?;
    if line.language().numbers.vague_before_of.contains(line.word(at))
        && line.word(at + 1) != "of"
        && !befalls_scores(line, at)
    {
        return None;
    }
    let mut amount = Decimal::whole(2 * factor).scaled(exponent)?;
    let mut to = at + 1;
    while let Some(scale) = known(to + 1).filter(|_| line.word(to) == "of") {
        amount = amount.times(scale.factor)?.scaled(scale.exponent)?;
        to += 2;
    }
    Some(vague(from, to, amount))
}

/// 'Scores were hurt', 'killing scores': a verb behind or before says that they are counted.
fn befalls_scores(line: &Line<'_>, at: usize) -> bool {
    let words = &line.language().numbers;
    let happens = line.is_past(at + 1) || words.behind_scores.contains(line.word(at + 1));
    let opens = line.begins_sentence(at) || words.before_scores.contains(line.before(at, 1));
    opens && happens || line.is_past(at + 1) && matches!(line.before(at, 1), "," | "and")
}

fn vague(from: usize, to: usize, amount: Decimal) -> Numeral {
    Numeral { from, to, amount, sense: Sense::Vague, scaled: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn least(text: &str) -> Option<(f64, usize)> {
        read(&Line::english(text), 0).map(|numeral| (numeral.amount.value(), numeral.to))
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
