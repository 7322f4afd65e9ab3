//! The noun phrase that says what is counted: behind the number ('500 officers'), or in front of it
//! ('the number of soldiers is now 500', 'a fine of 75 euros').

use std::ops::Range;

use super::line::{Line, TokenKind};
use super::noun;
use super::numeral;

/// A phrase longer than this is no longer one phrase.
const LONGEST: usize = 6;

/// How far before a number 'the number of' may stand.
const REACH: usize = 14;

/// The phrase for a number whose modifiers and unit take tokens `from..to`.
pub(super) fn phrase(line: &Line<'_>, from: usize, to: usize) -> Option<Range<usize>> {
    behind(line, to).or_else(|| in_front(line, from))
}

/// The phrase behind a number: 'officers', 'of the staff', and for 'five of the 50 states' that of the whole.
fn behind(line: &Line<'_>, to: usize) -> Option<Range<usize>> {
    let of = to + usize::from(line.follows(to, "out of"));
    if line.word(of) != "of" {
        return directly_behind(line, to);
    }
    if let Some(at) = what_they_are(line, of) {
        return directly_behind(line, at);
    }
    let is_determiner = |at: &usize| line.language().counted.determiners.contains(line.word(*at));
    let at = (of + 1..=of + LONGEST).find(|at| !is_determiner(at))?;
    match (at..at + 4).find_map(|from| numeral::read(line, from)) {
        Some(whole) => directly_behind(line, whole.to).filter(|_| only_words(line, at..whole.from)),
        None => directly_behind(line, at),
    }
}

/// 'Four of them children', 'two of whom were nurses': where the noun stands that says what they are.
fn what_they_are(line: &Line<'_>, of: usize) -> Option<usize> {
    let again = line.language().parts.again.iter().any(|phrase| line.follows(of, phrase));
    let is = usize::from(line.language().parts.being.contains(line.word(of + 2)));
    let at = of + 2 + is;
    (again && noun::is_plural(line, at)).then_some(at)
}

fn directly_behind(line: &Line<'_>, to: usize) -> Option<Range<usize>> {
    let hyphen = line.is_dash(to) && line.glued(to) && line.glued(to + 1);
    let at = to + usize::from(hyphen);
    let more = line.word(at) == "more" && line.is(at + 1, TokenKind::Word) && !is_small(line, at + 1);
    let at = at + usize::from(more);
    let left = matches!(line.word(at), "remain" | "remained");
    // '196 fell ill', '212 tested positive': a verb, and what became of them.
    let verb = |end: usize| line.is_past(at) && !(at..end).any(|at| noun::is_plural(line, at)) && !names(line, at);
    let end = noun_end(line, at).filter(|end| !left && !verb(*end) && (*end > at + 1 || names(line, at)))?;
    Some(at..complements(line, end))
}

/// Whether a word that stands alone behind a number can name what is counted: in 'at least 13 died' and 'five seriously'
/// it does not.
fn names(line: &Line<'_>, at: usize) -> bool {
    let (words, word) = (&line.language().counted, line.word(at));
    let manner = word.len() > 4 && word.ends_with("ly");
    words.people.contains(word)
        || !manner && !line.is_past(at) && !words.verbs.contains(word) && !words.extents.contains(word)
}

/// Words alone, without a new beginning: not 'of road and seven million trees'.
fn only_words(line: &Line<'_>, tokens: Range<usize>) -> bool {
    // 'Six of the estimated 40 victims': a participle right before the number is the number's.
    let last = tokens.end.saturating_sub(1);
    let goes_on = |at: usize| line.word(at) == "and" || at != last && line.is_past(at);
    tokens.into_iter().all(|at| line.is(at, TokenKind::Word) && !goes_on(at))
}

/// Where a run of adjectives and nouns that begins at a token ends.
fn noun_end(line: &Line<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    while at < from + LONGEST && continues(line, from, at) {
        at += 1;
        let hyphen = line.is_dash(at) && line.glued(at) && line.glued(at + 1);
        at += usize::from(hyphen && line.is(at + 1, TokenKind::Word));
        if joins_adjectives(line, at) {
            at += 3;
        }
    }
    (at > from).then_some(at)
}

/// 'Kia and Hyundai vehicles', 'Model S and Model X vehicles': the noun is still to come.
fn joins_adjectives(line: &Line<'_>, at: usize) -> bool {
    let noun = line.is(at + 1, TokenKind::Word) && !is_small(line, at + 1) && line.small(at + 1).is_none();
    let names = line.is_capital(at - 1) && line.is_capital(at + 1) && line.is_capital(at + 2);
    let plural = noun::is_plural(line, at + 2) || names && noun::is_plural(line, at + 3);
    line.word(at) == "and" && noun && plural && !line.before(at, 1).ends_with('s')
}

fn continues(line: &Line<'_>, from: usize, at: usize) -> bool {
    let word = line.word(at);
    let verb = at > from && (line.is_past(at) || line.language().counted.verbs.contains(word));
    let complete = at > from
        && noun::is_plural(line, at - 1)
        && !noun::is_plural(line, at)
        && (!noun::is_plural(line, at + 1) || word.ends_with("ing"));
    line.is(at, TokenKind::Word) && !is_small(line, at) && line.small(at).is_none() && !verb && !complete
}

/// Whether a token is a function word, alone or with a 'not' at its end; 'US' is none.
fn is_small(line: &Line<'_>, at: usize) -> bool {
    let negated = line.word(at).ends_with("n't") || line.word(at).ends_with("n’t");
    negated || line.is_function_word(at) && line.raw(at) != "US"
}

/// 'Generals from Pyongyang', 'rounds of artillery', 'deployed to Russia' behind a noun stays out.
fn complements(line: &Line<'_>, end: usize) -> usize {
    if line.word(end) == "of" {
        let at = end + 1 + usize::from(line.language().counted.determiners.contains(line.word(end + 1)));
        return noun_end(line, at).unwrap_or(end);
    }
    let place = line.word(end) == "from" && line.is_capital(end + 1);
    if !place {
        return end;
    }
    (end + 1..end + 1 + LONGEST).find(|at| !line.is_capital(*at)).unwrap_or(end)
}

/// The phrase in front of a number.
fn in_front(line: &Line<'_>, from: usize) -> Option<Range<usize>> {
    if line.before(from, 1) == "of" {
        return before(line, from - 1);
    }
    if line.before(from, 1) == "or" && matches!(line.before(from, 3), "a" | "an" | "another") {
        return before(line, from - 1); // 'a pick or two'
    }
    number_of(line, from)
}

/// 'A fine of', 'death toll of': the run of nouns that ends before a token.
fn before(line: &Line<'_>, to: usize) -> Option<Range<usize>> {
    let noun = |at: usize| line.is(at, TokenKind::Word) && !line.is_function_word(at) && !line.is_past(at);
    let count = (1..=LONGEST.min(to)).take_while(|back| noun(to - back)).count();
    (count > 0).then_some(to - count..to)
}

/// 'The number of soldiers deployed to Russia is now'.
fn number_of(line: &Line<'_>, from: usize) -> Option<Range<usize>> {
    let start = from.saturating_sub(REACH);
    let at = (start..from).rev().find(|at| line.follows(*at, "number of"))?;
    let is = |at: &usize| line.language().counted.behind_number_of.contains(line.word(*at));
    let verb = (at + 2..from).find(|at| {
        is(at) && line.word(*at) != "to" || line.word(*at) == "to" && line.is_past(*at - 1) && from - at < 3
    })?;
    (verb > at + 2).then_some(at + 2..verb)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str, number: &str) -> Option<String> {
        let line = Line::english(text);
        let at = (0..line.len()).find(|at| line.word(*at) == number).unwrap();
        phrase(&line, at, at + 1).map(|tokens| text[line.bytes(tokens)].to_owned())
    }

    #[test]
    fn behind_the_number() {
        assert_eq!(counted("500 officers, among them", "500").as_deref(), Some("officers"));
        assert_eq!(counted("three generals from Pyongyang met", "three").as_deref(), Some("generals from Pyongyang"));
        assert_eq!(counted("the 120-member Knesset", "120").as_deref(), Some("member Knesset"));
        assert_eq!(counted("five of the 50 U.S. states", "five").as_deref(), Some("U.S. states"));
        assert_eq!(counted("two wounded soldiers and three injured", "two").as_deref(), Some("wounded soldiers"));
        assert_eq!(counted("at least 13 died", "13"), None);
        assert_eq!(counted("of whom 196 fell ill", "196"), None);
        assert_eq!(counted("200 mm of rain fell in 36 hours", "36").as_deref(), Some("hours"));
        assert_eq!(counted("80 rounds of artillery were", "80").as_deref(), Some("rounds of artillery"));
    }

    #[test]
    fn in_front_of_it() {
        assert_eq!(counted("a minimum fine of 150.", "150").as_deref(), Some("minimum fine"));
        assert_eq!(counted("the number of nurses is now 90.", "90").as_deref(), Some("nurses"));
        assert_eq!(counted("It was 90.", "90"), None);
    }
}
