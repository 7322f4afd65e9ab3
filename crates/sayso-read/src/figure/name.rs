//! Numbers that name or identify rather than count: 'Flight 447', 'F-15', 'the Group of 8', '555-1234'.

use super::line::{Line, TokenKind};
use super::measure::Measure;
use super::noun;

/// Marks that never stand beside a count: powers, addresses, identifiers.
const MARKS: [&str; 9] = ["^", "_", "@", "=", "\\", "&", "*", "#", "×"];

/// Whether a measure is a name, an identifier or a piece of one.
pub(super) fn is_name(line: &Line<'_>, measure: &Measure) -> bool {
    let numeral = &measure.numeral;
    if is_spliced(line, measure) || is_chain(line, measure) || is_epithet(line, measure) {
        return true;
    }
    let bare = measure.unit.is_none() && !numeral.scaled && numeral.to == numeral.from + 1;
    bare && (is_numbered(line, measure)
        || is_after_name(line, measure)
        || is_airliner(line, measure)
        || is_address(line, measure)
        || is_listed(line, measure)
        || is_capital_word(line, measure))
}

/// Letters without a gap on either side: 'G7', '15E', '22nd'; a hyphen and letters before: 'F-15'.
fn is_spliced(line: &Line<'_>, measure: &Measure) -> bool {
    let (from, to) = (measure.from, measure.end());
    let range = from > 2 && line.is(from - 3, TokenKind::Number) && line.glued(from - 2);
    let compound = line.is(from, TokenKind::Word)
        && line.glued(from)
        && line.word(from - 1) == "-"
        && !range
        && !is_prefix(line, line.before(from, 2));
    let letters_behind = line.glued(to) && line.is(to, TokenKind::Word) && to == measure.numeral.to;
    let ordinal = line.is_dash(to) && line.glued(to) && line.language().nouns.is_ordinal(line.word(to + 1));
    let beside =
        |index: usize| MARKS.contains(&line.word(index)) && (line.word(index) != "=" || measure.unit.is_none());
    let marked = line.glued(from) && beside(from - 1) || line.glued(to) && beside(to);
    compound || letters_behind || ordinal || marked || letters_before(line, measure)
}

fn letters_before(line: &Line<'_>, measure: &Measure) -> bool {
    let from = measure.from;
    if !line.glued(from) || !line.is(from, TokenKind::Number) {
        return false;
    }
    let before = from - 1;
    let hyphenated = line.is_dash(before)
        && line.word(before) == "-"
        && line.glued(before)
        && line.is(before.wrapping_sub(1), TokenKind::Word);
    let tied_unit = line.is(before.wrapping_sub(2), TokenKind::Number) && line.glued(before.wrapping_sub(1));
    let parted = line.word(before) == "-"
        && !line.glued(before)
        && line.is_capital(before.wrapping_sub(1))
        && is_acronym(line, before - 1);
    let year = matches!(line.word(before), "'" | "’")
        && line.glued(before)
        && line.is(before.wrapping_sub(1), TokenKind::Word);
    line.is(before, TokenKind::Word)
        || year
        || parted
        || hyphenated && !tied_unit && !is_prefix(line, line.before(before, 1))
        || line.word(before) == "/"
}

/// Letters that are all capitals, three or more: 'COVID -19'.
fn is_acronym(line: &Line<'_>, at: usize) -> bool {
    line.raw(at).len() > 2 && line.raw(at).bytes().all(|byte| byte.is_ascii_uppercase())
}

/// What stands before a count with a hyphen: 'sub-300', '0-to-60'.
fn is_prefix(line: &Line<'_>, word: &str) -> bool {
    word.is_empty() || line.language().names.prefixes.contains(word)
}

/// Three or more numbers tied by hyphens, stops or slashes, two as a telephone number is tied, and '2013/14'.
fn is_chain(line: &Line<'_>, measure: &Measure) -> bool {
    let tied = |index: usize| {
        let tie = matches!(line.word(index), "-" | "–" | "." | "/" | ":") && line.glued(index) && line.glued(index + 1);
        tie && line.is(index + 1, TokenKind::Number) && line.is(index.wrapping_sub(1), TokenKind::Number)
    };
    let (from, to) = (measure.numeral.from, measure.numeral.to);
    if measure.unit.is_some() || !measure.numeral.in_digits(line) {
        return false;
    }
    let before = from > 1 && tied(from - 1);
    let behind = tied(to);
    let long = before && behind || before && from > 3 && tied(from - 3) || behind && tied(to + 2);
    let slash = before && line.word(from - 1) == "/" || behind && line.word(to) == "/";
    let pair = |first: usize, second: usize| {
        let lengths = (line.word(first).len(), line.word(second).len());
        let model = lengths.0 == 3 && lengths.1 == 1 && line.word(first + 1) == "-";
        let year = lengths.0 == 4 && lengths.1 == 2 && matches!(line.word(first).get(..2), Some("19" | "20"));
        lengths == (3, 4) || model || year
    };
    long || slash || before && pair(from - 2, from) || behind && pair(from, to + 1)
}

fn is_numbered(line: &Line<'_>, measure: &Measure) -> bool {
    let (from, words) = (measure.from, &line.language().names);
    let stop = usize::from(line.before(from, 1) == ".");
    let word = line.before(from, 1 + stop);
    let proper = line.raw(from.wrapping_sub(1 + stop)).contains(char::is_uppercase);
    let counts = noun::is_plural(line, measure.to) && !proper;
    let of = matches!((line.before(from, 2), line.before(from, 1)), ("group", "of"));
    let abbreviation = stop == 1 && words.abbreviations.contains(word);
    let index = line.before(from, 2) == "&" || line.precedes(from, "s p") || line.word(measure.to) == "index";
    let emergency = matches!(line.word(from), "911" | "999") && words.emergency_calls.contains(word);
    abbreviation || emergency || of || index || stop == 0 && words.numbered.contains(word) && !counts
}

/// A capitalised word and bare digits that count nothing: 'Taepodong 2, could'.
fn is_after_name(line: &Line<'_>, measure: &Measure) -> bool {
    let (from, to) = (measure.from, measure.to);
    let Some(before) = from.checked_sub(1) else { return false };
    let name = line.is_capital(before) && line.is(before, TokenKind::Word) && !line.is_function_word(before);
    let counted = line.is(to, TokenKind::Word) && !line.is_function_word(to);
    let hyphenated = line.is_dash(to) && line.glued(to);
    let digits = measure.numeral.is_bare(line);
    let inside = line.is_capital(to) && line.is(to, TokenKind::Word);
    digits && name && (inside || !(counted || hyphenated || line.begins_sentence(before)))
}

/// 'The 787', 'a 747-400': airliners go by bare numbers.
fn is_airliner(line: &Line<'_>, measure: &Measure) -> bool {
    let digits = line.word(measure.from).as_bytes();
    let number = matches!(digits, [b'7', b'0'..=b'8', b'7']);
    let counted = noun::is_plural(line, measure.to) && !line.language().names.aircraft.contains(line.word(measure.to));
    number && !counted
}

/// '1626 Wazee Street', '407 Express Toll Route'.
fn is_address(line: &Line<'_>, measure: &Measure) -> bool {
    let to = measure.to;
    let ordinal = |at: usize| line.is(at, TokenKind::Word) && line.glued(at) && line.is(at - 1, TokenKind::Number);
    let part = |at: &usize| line.is_capital(*at) || line.is(*at, TokenKind::Number) || *at > 0 && ordinal(*at);
    let capitals = (to..to + 5).take_while(part).count();
    measure.numeral.is_bare(line) && (to..to + capitals).any(|at| line.language().names.streets.contains(line.word(at)))
}

/// 'A five-time champion', 'the six-party talks', 'a two-way street'.
fn is_epithet(line: &Line<'_>, measure: &Measure) -> bool {
    line.is_dash(measure.to)
        && line.glued(measure.to)
        && line.language().names.epithets.contains(line.word(measure.to + 1))
}

/// '(4)', a number at the head of a list, 'width = 60', '0300', a line of
/// its own.
fn is_listed(line: &Line<'_>, measure: &Measure) -> bool {
    let (from, to) = (measure.from, measure.to);
    let brackets = line.before(from, 1) == "(" && line.word(to) == ")" && measure.numeral.is_bare(line);
    let quote = usize::from(matches!(line.before(from, 1), "\"" | "'"));
    let alone = from == 0 && measure.to == line.len();
    let code = line.word(from).len() > 1 && line.word(from).starts_with('0') && measure.numeral.is_bare(line);
    line.before(from, 1 + quote) == "="
        || alone && line.is(from, TokenKind::Number)
        || code
        || brackets
        || from == 0 && matches!(line.word(to), "." | ")") && measure.numeral.is_bare(line)
}

fn is_capital_word(line: &Line<'_>, measure: &Measure) -> bool {
    let from = measure.from;
    let Some(before) = from.checked_sub(1) else { return false };
    let name = line.is(from, TokenKind::Word) && line.is_capital(from) && !line.begins_sentence(from);
    let headline = line.is_capital(measure.to);
    let known = line.language().names.named_by_word.contains(line.word(before)) && line.is_capital(before);
    name && (known || line.is_capital(before) && !headline || !line.is_capital(before) && headline)
}

#[cfg(test)]
mod tests {
    use super::super::measure;
    use super::*;

    fn names(text: &str) -> Vec<bool> {
        let line = Line::english(text);
        measure::all(&line).iter().map(|measure| is_name(&line, measure)).collect()
    }

    #[test]
    fn names_of_every_kind() {
        for text in
            ["the G7", "an F-15 jet", "Flight 447", "No. 3", "the missile, Taepodong 2, could", "the 22nd", "10^4"]
        {
            assert!(names(text).iter().all(|name| *name), "{text}");
        }
        assert_eq!(names("call 555-1234 or 020-7946-0018"), [true; 5]);
        assert_eq!(names("in 2013/14 and 9/11"), [true; 4]);
        assert_eq!(names("on BBC One and the Big Three"), [true, true]);
        assert_eq!(names("thirty-first"), [true]);
    }

    #[test]
    fn counts() {
        for text in ["Canada 33 deaths", "the 120-member council", "a sub-300 space", "killed 22-year", "Three died"] {
            assert!(names(text).iter().all(|name| !*name), "{text}");
        }
    }
}
