//! Words, numbers and marks of a text, each with what the lexicon says of it.

use sayso_lang::{Table, Words};
use sayso_text::{Span, Text};

use super::lexicon::{Lexicon, Sense};
use super::lower_case::in_lower_case;

/// Words or marks of which a token can be one.
pub(super) trait OneOf {
    /// Whether a token is one of them, in whatever case.
    fn holds(&self, token: &DateToken<'_>) -> bool;
}

impl OneOf for [&str] {
    fn holds(&self, token: &DateToken<'_>) -> bool {
        self.iter().any(|word| token.is(word))
    }
}

impl<const N: usize> OneOf for [&str; N] {
    fn holds(&self, token: &DateToken<'_>) -> bool {
        self.as_slice().holds(token)
    }
}

impl OneOf for Words {
    fn holds(&self, token: &DateToken<'_>) -> bool {
        token.in_lower_case(|word| self.contains(word)).unwrap_or(false)
    }
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    Glued,
    /// White space with at most one line end.
    Space,
    /// A blank line, or something that is not visible: no expression runs across.
    Break,
}

/// A run of letters, a run of ASCII digits, or one other character.
#[derive(Clone, Copy, Debug)]
pub(super) struct DateToken<'t> {
    pub(super) text: &'t str,
    /// First byte in the whole text.
    pub(super) start: usize,
    pub(super) sense: Sense,
    pub(super) gap: Gap,
}

impl DateToken<'_> {
    /// First byte after the token.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it begins with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(|letter: char| letter.is_uppercase())
    }

    /// Whether it reads as `word`, in whatever case.
    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of `words`, in whatever case.
    pub(super) fn is_any(&self, words: &(impl OneOf + ?Sized)) -> bool {
        words.holds(self)
    }

    /// What it means by a table of words in lower case.
    pub(super) fn meaning<M: Copy>(&self, table: &Table<M>) -> Option<M> {
        self.in_lower_case(|word| table.get(word).copied()).flatten()
    }

    /// What `read` says of it with its ASCII letters in lower case; `None` where it is longer than any word of the lists.
    pub(super) fn in_lower_case<T>(&self, read: impl FnOnce(&str) -> T) -> Option<T> {
        in_lower_case(self.text, read)
    }

    /// Whether it is a run of digits.
    pub(super) fn is_digits(&self) -> bool {
        matches!(self.sense, Sense::Digits(_))
    }

    /// Whether it begins with a letter.
    pub(super) fn is_word(&self) -> bool {
        self.text.starts_with(char::is_alphabetic)
    }
}

/// All tokens of the visible stretches, in order.
pub(super) fn tokens<'t>(text: &'t Text, visible: &[Span], lexicon: &Lexicon) -> Vec<DateToken<'t>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for stretch in visible {
        append(&mut tokens, text.slice(*stretch), stretch.start(), lexicon);
    }
    tokens
}

fn append<'t>(tokens: &mut Vec<DateToken<'t>>, stretch: &'t str, start: usize, lexicon: &Lexicon) {
    let mut gap = Gap::Break;
    let mut rest = stretch;
    while !rest.is_empty() {
        let trimmed = rest.trim_start();
        gap = gap.max(gap_of(&rest[..rest.len() - trimmed.len()]));
        rest = trimmed;
        let length = token_length(rest);
        if length > 0 {
            let text = &rest[..length];
            tokens.push(DateToken { text, start: start + stretch.len() - rest.len(), sense: lexicon.sense(text), gap });
        }
        gap = Gap::Glued;
        rest = &rest[length..];
    }
}

fn gap_of(space: &str) -> Gap {
    match space.bytes().filter(|byte| *byte == b'\n').count() {
        _ if space.is_empty() => Gap::Glued,
        0 | 1 => Gap::Space,
        _ => Gap::Break,
    }
}

fn token_length(rest: &str) -> usize {
    let run = |belongs: fn(char) -> bool| rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
    match rest.chars().next() {
        None => 0,
        Some(letter) if letter.is_alphabetic() => run(char::is_alphabetic),
        Some(letter) if letter.is_ascii_digit() => run(|letter| letter.is_ascii_digit()),
        Some(letter) => letter.len_utf8(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::vocabulary::english;

    fn found(string: &str) -> Vec<String> {
        let text: Text = Text::new(string);
        tokens(&text, &[text.whole()], &english().lexicon)
            .iter()
            .map(|token| format!("{}{:?}", token.text, token.gap))
            .collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(
            found("In mid-1996, 5pm"),
            ["InBreak", "midSpace", "-Glued", "1996Glued", ",Glued", "5Space", "pmGlued"]
        );
        assert_eq!(found("a\nb\n\nc"), ["aBreak", "bSpace", "cBreak"]);
    }

    #[test]
    fn foreign_digits_are_marks() {
        assert_eq!(found("١٢ May"), ["١Break", "٢Glued", "MaySpace"]);
    }

    #[test]
    fn what_is_not_visible_parts_the_rest() {
        let text: Text = Text::new("May Share 5");
        let visible = [text.span(0, 3).unwrap(), text.span(10, 11).unwrap()];
        let gaps: Vec<Gap> = tokens(&text, &visible, &english().lexicon).iter().map(|token| token.gap).collect();
        assert_eq!(gaps, [Gap::Break, Gap::Break]);
    }
}
