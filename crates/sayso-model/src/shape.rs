//! The shape of a piece: what its letters looked like before the uncased vocabulary, whether a quotation is open, where a paragraph begins.
//!
//! The weights were trained on the same numbers (`training/sayso_training/shape.py`);
//! `models/standard/reference.json` holds outputs that both must agree on.

const QUOTES: i32 = 3;
const BREAKS: i32 = 3;

/// How a word is written.
#[derive(Clone, Copy)]
enum Case {
    Lower = 0,
    Capitalised = 1,
    Upper = 2,
    Mixed = 3,
    Digits = 4,
    Punctuation = 5,
}

/// What stands between a piece and the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// No line end.
    None = 0,
    /// One line end.
    Line = 1,
    /// A blank line, or the beginning of the text.
    Paragraph = 2,
}

impl Break {
    /// The break that the text before a piece makes.
    pub fn of(between: &str, is_first: bool) -> Self {
        match between.bytes().filter(|byte| *byte == b'\n').count() {
            _ if is_first => Self::Paragraph,
            0 => Self::None,
            1 => Self::Line,
            _ => Self::Paragraph,
        }
    }
}

/// The shape number of a piece of `word`, which begins in a quotation state, after a break.
pub fn shape(word: &str, quote: Quote, after: Break) -> i32 {
    (case_of(word) as i32 * QUOTES + quote as i32) * BREAKS + after as i32
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    let Some(first) = letters.next() else {
        let digit = |letter: char| letter.is_numeric();
        return if word.chars().any(digit) { Case::Digits } else { Case::Punctuation };
    };
    let rest: Vec<char> = letters.collect();
    let upper = rest.iter().filter(|letter| letter.is_uppercase()).count();
    match (first.is_uppercase(), upper) {
        (true, _) if upper == rest.len() && !rest.is_empty() => Case::Upper,
        (true, 0) => Case::Capitalised,
        (false, 0) => Case::Lower,
        _ => Case::Mixed,
    }
}

/// Where a character stands to quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Quote {
    /// Outside of any.
    Outside = 0,
    /// Between two.
    Inside = 1,
    /// It is one.
    Mark = 2,
}

/// Follows quotation marks through a text, a character at a time.
///
/// A paragraph starts outside, whatever the one before left open: news style repeats the opening mark.
pub struct QuoteState {
    inside: bool,
    before: char,
}

impl QuoteState {
    /// At the beginning of a text.
    pub fn new() -> Self {
        Self { inside: false, before: '\n' }
    }

    /// Goes one character on and tells where that character stands.
    pub fn step(&mut self, letter: char) -> Quote {
        if letter == '\n' && self.before == '\n' {
            self.inside = false;
        }
        let is_mark = match letter {
            '“' | '„' | '«' => self.mark(true),
            '”' | '»' => self.mark(false),
            '"' => self.mark(!self.inside && (self.before.is_whitespace() || "([—–-‘'".contains(self.before))),
            _ => false,
        };
        self.before = letter;
        match (is_mark, self.inside) {
            (true, _) => Quote::Mark,
            (false, true) => Quote::Inside,
            (false, false) => Quote::Outside,
        }
    }

    fn mark(&mut self, opens: bool) -> bool {
        self.inside = opens;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(text: &str) -> String {
        let mut state = QuoteState::new();
        text.chars().map(|letter| ['.', 'q', '|'][state.step(letter) as usize]).collect()
    }

    #[test]
    fn straight_and_curly_marks_open_and_close() {
        assert_eq!(states("a “b” c"), "..|q|..");
        assert_eq!(states("a \"b\" 5\" c"), "..|q|..|..");
    }

    #[test]
    fn a_paragraph_starts_outside() {
        assert_eq!(states("“a\n\n“b”"), "|qq.|q|");
    }
}
