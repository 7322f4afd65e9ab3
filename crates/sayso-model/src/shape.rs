//! The shape of a piece: what its letters looked like before the uncased vocabulary, whether a quotation is open, where a paragraph begins.
//!
//! The weights were trained on the same numbers (`training/sayso_training/shape.py`);
//! `models/standard/reference.json` holds outputs that both must agree on.

use sayso_text::{apostrophes_open, may_precede_opening, single_quotation_end};

const QUOTES: i32 = 3;
const BREAKS: i32 = 3;

/// How a word is written.
#[derive(Clone, Copy)]
enum LetterCase {
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

fn case_of(word: &str) -> LetterCase {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    let Some(first) = letters.next() else {
        let digit = |letter: char| letter.is_numeric();
        return if word.chars().any(digit) { LetterCase::Digits } else { LetterCase::Punctuation };
    };
    let rest: Vec<char> = letters.collect();
    let upper = rest.iter().filter(|letter| letter.is_uppercase()).count();
    match (first.is_uppercase(), upper) {
        (true, _) if upper == rest.len() && !rest.is_empty() => LetterCase::Upper,
        (true, 0) => LetterCase::Capitalised,
        (false, 0) => LetterCase::Lower,
        _ => LetterCase::Mixed,
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

/// Where each character of a text stands to its quotation marks.
///
/// A paragraph starts outside, whatever the one before left open: news style repeats the opening mark.
/// Single marks are quotations outside of double ones only.
pub fn quote_states(text: &str) -> Vec<Quote> {
    let mut states = Vec::new();
    for (index, paragraph) in text.split("\n\n").enumerate() {
        states.extend([Quote::Outside; 2].iter().filter(|_| index > 0));
        let letters: Vec<char> = paragraph.chars().collect();
        let mut marks = QuotationMarks { letters: &letters, inside: false, single_end: None, is_second: false };
        states.extend((0..letters.len()).map(|at| marks.step(at)));
    }
    states
}

/// Follows quotation marks through a paragraph, a character at a time.
struct QuotationMarks<'p> {
    letters: &'p [char],
    inside: bool,
    /// Where the single quotation that is open closes.
    single_end: Option<usize>,
    /// Whether the mark before was the first of two that stand for one.
    is_second: bool,
}

impl QuotationMarks<'_> {
    fn step(&mut self, at: usize) -> Quote {
        let was_first = std::mem::take(&mut self.is_second);
        match (was_first || self.is_mark(at), self.inside) {
            (true, _) => Quote::Mark,
            (false, true) => Quote::Inside,
            (false, false) => Quote::Outside,
        }
    }

    fn is_mark(&mut self, at: usize) -> bool {
        if let Some(end) = self.single_end {
            return at == end && self.close();
        }
        let is_pair = self.letters.get(at + 1) == Some(&self.letters[at]);
        match self.letters[at] {
            '“' | '„' | '«' => self.open(),
            '”' | '»' => self.close(),
            '`' if is_pair => self.open_pair(),
            '\'' if !self.inside && apostrophes_open(self.letters, at) => self.open_pair(),
            '\'' if is_pair && self.inside => {
                self.is_second = true;
                self.close()
            }
            '"' if self.inside => self.close(),
            '"' => self.opens_straight(at) && self.open() || self.close(),
            '‘' | '\'' if !self.inside => {
                self.single_end = single_quotation_end(self.letters, at);
                self.single_end.is_some() && self.open()
            }
            _ => false,
        }
    }

    fn opens_straight(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|at| self.letters[at]);
        may_precede_opening(before) || matches!(before, Some('‘' | '\''))
    }

    fn open_pair(&mut self) -> bool {
        self.is_second = true;
        self.open()
    }

    fn open(&mut self) -> bool {
        self.inside = true;
        true
    }

    fn close(&mut self) -> bool {
        self.inside = false;
        self.single_end = None;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(text: &str) -> String {
        quote_states(text).into_iter().map(|state| ['.', 'q', '|'][state as usize]).collect()
    }

    #[test]
    fn straight_and_curly_marks_open_and_close() {
        assert_eq!(states("a “b” c"), "..|q|..");
        assert_eq!(states("a \"b\" 5\" c"), "..|q|..|..");
    }

    #[test]
    fn single_marks_are_told_from_apostrophes() {
        assert_eq!(states("a ‘keys’ dogs’ b"), "..|qqqq|........");
        assert_eq!(states("'It's a lie,' he"), "|qqqqqqqqqqq|...");
        assert_eq!(states("“he ‘b’, c,” x"), "|qqqqqqqqqq|..");
        assert_eq!(states("rock 'n' '90s"), ".............");
    }

    #[test]
    fn two_single_marks_stand_for_a_double_one() {
        assert_eq!(states("``No,'' a ''Not yet''"), "||qqq||...||qqqqqqq||");
    }

    #[test]
    fn a_paragraph_starts_outside() {
        assert_eq!(states("“a\n\n“b”"), "|q..|q|");
    }
}
