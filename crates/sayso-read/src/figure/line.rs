//! A line of text as tokens: words, numbers in digits, and marks.

use std::ops::Range;

use super::FigureWords;
use super::decimal;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters, with the apostrophes and the stops of an abbreviation ('legislature's', 'U.S.') inside.
    Word,
    /// ASCII digits with the commas, points and apostrophes between them, or one vulgar fraction.
    Number,
    /// One other character.
    Mark,
}

#[derive(Clone, Copy, Debug)]
struct FigureToken {
    start: u32,
    end: u32,
    kind: TokenKind,
}

/// A line and its tokens; a look beyond either end finds the empty string.
pub(super) struct Line<'t> {
    text: &'t str,
    words: &'t FigureWords,
    lower: String,
    tokens: Vec<FigureToken>,
}

impl<'t> Line<'t> {
    /// Cuts a line into tokens.
    #[expect(clippy::cast_possible_truncation, reason = "of a text at most 1 MiB is read")]
    pub(super) fn new(text: &'t str, words: &'t FigureWords) -> Self {
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let (kind, length) = measure(&text[at..], first);
            if !first.is_whitespace() {
                tokens.push(FigureToken { start: at as u32, end: (at + length) as u32, kind });
            }
            at += length;
        }
        Self { text, words, lower: text.to_ascii_lowercase(), tokens }
    }

    /// A line of English.
    #[cfg(test)]
    pub(super) fn english(text: &'t str) -> Self {
        Self::new(text, super::vocabulary::english())
    }

    /// The words of the line's language.
    pub(super) fn language(&self) -> &'t FigureWords {
        self.words
    }

    /// Number of tokens.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// A token in lower case.
    pub(super) fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| &self.lower[token.start as usize..token.end as usize])
    }

    /// The token `back` places before `index`, in lower case.
    pub(super) fn before(&self, index: usize, back: usize) -> &str {
        index.checked_sub(back).map_or("", |index| self.word(index))
    }

    /// A token as written.
    pub(super) fn raw(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| &self.text[token.start as usize..token.end as usize])
    }

    /// Whether a token is of a kind.
    pub(super) fn is(&self, index: usize, kind: TokenKind) -> bool {
        self.tokens.get(index).is_some_and(|token| token.kind == kind)
    }

    /// Whether a token follows the one before it without a gap.
    pub(super) fn glued(&self, index: usize) -> bool {
        let ends = |before: usize| self.tokens[before].end == self.tokens[index].start;
        index < self.len() && index.checked_sub(1).is_some_and(ends)
    }

    /// What stands between a token and the one before it.
    pub(super) fn gap(&self, index: usize) -> &'t str {
        let before = index.checked_sub(1).and_then(|before| self.tokens.get(before));
        let (start, end) = before.zip(self.tokens.get(index)).map_or((0, 0), |(one, other)| (one.end, other.start));
        &self.text[start as usize..end as usize]
    }

    /// Whether a token begins with a capital.
    pub(super) fn is_capital(&self, index: usize) -> bool {
        self.raw(index).starts_with(char::is_uppercase)
    }

    /// Whether a token is a hyphen or a dash.
    pub(super) fn is_dash(&self, index: usize) -> bool {
        matches!(self.word(index), "-" | "‑" | "–" | "—" | "−")
    }

    /// Whether a sentence begins with a token.
    pub(super) fn begins_sentence(&self, index: usize) -> bool {
        let opens = |word: &str| {
            matches!(word, "" | "." | "?" | "!" | ":" | "“" | "\"" | "`" | "•" | "*" | "]" | ")" | "[" | "(")
        };
        opens(self.before(index, 1)) || self.is_dash(index.wrapping_sub(1)) && !self.glued(index)
    }

    /// Whether a sentence ends with a token: a stop before a capital, a quotation mark or nothing.
    pub(super) fn ends_sentence(&self, index: usize) -> bool {
        match self.word(index) {
            "?" | "!" => true,
            "." => !self.is(index + 1, TokenKind::Word) || self.is_capital(index + 1),
            _ => false,
        }
    }

    /// Whether the tokens from `index` on are the words of a phrase.
    pub(super) fn follows(&self, index: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(ahead, word)| self.word(index + ahead) == word)
    }

    /// Whether the tokens from `index` on are the words of a phrase, letter case included.
    pub(super) fn follows_as_written(&self, index: usize, phrase: &str) -> bool {
        phrase.split(' ').enumerate().all(|(ahead, word)| self.raw(index + ahead) == word)
    }

    /// Whether the tokens that end before `index` are the words of a phrase.
    pub(super) fn precedes(&self, index: usize, phrase: &str) -> bool {
        phrase.rsplit(' ').enumerate().all(|(back, word)| self.before(index, back + 1) == word)
    }

    /// Bytes of the line that a run of tokens takes.
    pub(super) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].start as usize..self.tokens[tokens.end - 1].end as usize
    }
}

/// The kind and the length in bytes of the token at the head of `rest`.
fn measure(rest: &str, first: char) -> (TokenKind, usize) {
    let decimal_point = first == '.' && rest[1..].starts_with(|next: char| next.is_ascii_digit());
    if first.is_ascii_digit() || decimal_point {
        (TokenKind::Number, digits(rest.as_bytes()))
    } else if decimal::vulgar(first).is_some() {
        (TokenKind::Number, first.len_utf8())
    } else if is_letter(first) {
        (TokenKind::Word, letters(rest))
    } else {
        (TokenKind::Mark, first.len_utf8())
    }
}

/// Digits of other scripts count as letters: what they say is not read.
fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || letter.is_numeric() && !letter.is_ascii()
}

fn digits(rest: &[u8]) -> usize {
    let mut at = 1;
    while let Some(length) = rest.get(at..).and_then(inside_number) {
        at += length;
    }
    at
}

/// Length of a digit, or of a mark with digits behind it: a comma, a point, a raised point ('3·5'), or an apostrophe
/// before a group of thousands ("1'250").
fn inside_number(rest: &[u8]) -> Option<usize> {
    let digits = |from: usize| rest[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    match rest {
        [byte, ..] if byte.is_ascii_digit() => Some(1),
        [b',' | b'.', ..] if digits(1) > 0 => Some(1),
        [0xC2, 0xB7, ..] if digits(2) > 0 => Some(2),
        [b'\'', ..] if digits(1) == 3 => Some(1),
        [0xE2, 0x80, 0x99, ..] if digits(3) == 3 => Some(3),
        _ => None,
    }
}

fn letters(rest: &str) -> usize {
    if let Some(length) = abbreviation(rest.as_bytes()) {
        return length;
    }
    let mut characters = rest.char_indices().peekable();
    while let Some((at, letter)) = characters.next() {
        let apostrophe = matches!(letter, '\'' | '’') && characters.peek().is_some_and(|(_, next)| is_letter(*next));
        if !apostrophe && (!is_letter(letter) || decimal::vulgar(letter).is_some()) {
            return at;
        }
    }
    rest.len()
}

/// Length of two or more letters with a stop behind each: 'U.S.', 'p.m.'; the last stop may lack.
fn abbreviation(rest: &[u8]) -> Option<usize> {
    let letter = |at: usize| rest.get(at).is_some_and(u8::is_ascii_alphabetic);
    let stop = |at: usize| rest.get(at) == Some(&b'.');
    let pairs = (0..).take_while(|pair| letter(2 * pair) && stop(2 * pair + 1)).count();
    let bare_end = pairs > 0 && letter(2 * pairs) && !letter(2 * pairs + 1);
    (pairs > 1 || bare_end).then_some(2 * pairs + usize::from(bare_end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let line = Line::english(text);
        (0..line.len()).map(|index| line.raw(index)).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(
            cut("The U.S. council's 1,200.50, F-15K."),
            ["The", "U.S.", "council's", "1,200.50", ",", "F", "-", "15", "K", "."]
        );
        assert_eq!(cut("US$4.2bn, .534; 3½ ١٢"), ["US", "$", "4.2", "bn", ",", ".534", ";", "3", "½", "١٢"]);
        assert_eq!(cut("1'250'000, 3·5 and '90's"), ["1'250'000", ",", "3·5", "and", "'", "90", "'", "s"]);
    }

    #[test]
    fn a_sentence_ends_at_a_stop_alone() {
        assert_eq!(cut("It was I. He left."), ["It", "was", "I", ".", "He", "left", "."]);
    }
}
