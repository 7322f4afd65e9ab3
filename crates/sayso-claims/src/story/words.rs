//! Words as they are compared: cut to what stays the same across inflections and languages.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of a word that are compared. Endings make most of the difference between 'Mirzal' and 'Mirzali', 'minister'
/// and 'ministro', 'terminal' and 'terminale': a cut after a few letters does for every language at once what a stemmer
/// does for one (McNamee and Mayfield, 2004, find 4 to 5 best over European languages; names want one more).
const LETTERS: usize = 6;

/// A word of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct StemmedWord {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it is compared by.
    pub stem: String,
    /// It opens a sentence, a line or a quotation: a capital says nothing there.
    pub opens: bool,
    /// Nothing but a blank, a hyphen or an apostrophe parts it from the word before.
    pub joined: bool,
}

/// The words of a text that can be compared, in order.
pub(super) fn words(text: &str) -> Vec<StemmedWord> {
    let mut found = Vec::new();
    let mut end = 0;
    while let Some(range) = next(text, end) {
        let gap = &text[end..range.start];
        let opens = end == 0 || gap.chars().any(opens_sentence);
        let joined = end > 0 && gap.chars().count() <= 1 && gap.chars().all(joins);
        end = range.end;
        if let Some(stem) = stem(&text[range.clone()]) {
            found.push(StemmedWord { range: range.clone(), stem, opens, joined });
        }
        if text[range.clone()].chars().next().is_some_and(unspaced) {
            end = range.start + text[range].chars().next().map_or(1, char::len_utf8);
        }
    }
    found
}

/// What a word is compared by: lower case, without accents, plural or ending; a number by its digits alone, since
/// '1,500' is '1.500' elsewhere. `None` for a single letter or figure.
pub(super) fn stem(word: &str) -> Option<String> {
    if word.starts_with(|c: char| c.is_numeric()) {
        let digits: String = word.chars().filter(|c| c.is_numeric()).take(LETTERS * 2).collect();
        return (digits.chars().count() > 1).then_some(digits);
    }
    let start = word.char_indices().nth(LETTERS * 2).map_or(word, |(end, _)| &word[..end]);
    let folded: Cow<str> = match start.is_ascii() {
        true => Cow::Borrowed(start),
        false => start.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>().into(),
    };
    let lower = folded.to_lowercase();
    let singular = match lower.strip_suffix('s') {
        Some(rest) if rest.len() > 2 && !rest.ends_with('s') => rest,
        _ => &lower,
    };
    let singular = match singular.strip_suffix("ie").or_else(|| singular.strip_suffix('y')) {
        Some(rest) if rest.len() > 2 => &format!("{rest}i"),
        _ => singular,
    };
    let cut: String = singular.chars().take(LETTERS).collect();
    (cut.chars().count() > 1).then_some(cut)
}

/// Whether a stem is a number.
pub(super) fn is_number(stem: &str) -> bool {
    stem.starts_with(|c: char| c.is_numeric())
}

/// The next word at or after a byte.
fn next(text: &str, from: usize) -> Option<Range<usize>> {
    let start = from + text[from..].find(char::is_alphanumeric)?;
    let rest = &text[start..];
    let first = rest.chars().next()?;
    if unspaced(first) {
        let pair = rest.chars().take(2).take_while(|c| unspaced(*c)).map(char::len_utf8).sum::<usize>();
        return Some(start..start + pair);
    }
    let mut end = rest.find(|c: char| !c.is_alphanumeric() || unspaced(c)).unwrap_or(rest.len());
    while first.is_numeric() {
        let Some(tail) = rest[end..].strip_prefix([',', '.', '-', '–', ':']) else { break };
        let length = tail.find(|c: char| !c.is_numeric()).unwrap_or(tail.len());
        if length == 0 {
            break;
        }
        end = rest.len() - tail.len() + length;
    }
    Some(start..start + end)
}

fn opens_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ':' | '\n' | '"' | '“' | '”' | '‘' | '’' | '«' | '»' | '¿' | '¡' | '`' | '|' | '•')
}

fn joins(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '-' | '\'' | '’')
}

/// Scripts that put no blank between words: they are read by overlapping pairs of characters.
fn unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.stem).collect()
    }

    #[test]
    fn inflections_languages_and_separators_fall_together() {
        assert_eq!(stem("Mirzali"), stem("Mirzal"));
        assert_eq!(stem("Caldry"), stem("Caldrian").map(|_| "caldri".to_owned()));
        assert_eq!(stem("ministère"), stem("Ministers"));
        assert_eq!(stem("ferries"), stem("ferry"));
        assert_eq!(stem("1.500"), stem("1,500"));
        assert_ne!(stem("Northern"), stem("Northrop"));
    }

    #[test]
    fn numbers_keep_together_and_unspaced_scripts_come_by_pairs() {
        assert_eq!(stems("Colts won 31-24, in 3.5 hours."), ["colt", "won", "3124", "in", "35", "hour"]);
        assert_eq!(stems("东京都 x 5"), ["东京", "京都"]);
    }

    #[test]
    fn a_capital_after_a_stop_or_a_quotation_mark_opens() {
        let found = words("The Ranna Line denied it. Ranna “Who knew?”");
        let opens: Vec<bool> = found.iter().map(|word| word.opens).collect();
        assert_eq!(opens, [true, false, false, false, false, true, true, false]);
        assert!(found[2].joined && !found[5].joined);
    }
}
