//! BERT's uncased WordPiece, with the place of every piece in the text (Devlin et al. 2019; Wu et al. 2016).
//!
//! A word is a run without white space, parted at punctuation and at Chinese characters. It is
//! lowered, freed of accents, and cut greedily into the longest pieces that the vocabulary holds.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// A longer word becomes one unknown piece, as in the original.
const LONGEST_WORD: usize = 100;

/// A word of the text and the pieces that it is cut into.
#[derive(Debug, PartialEq, Eq)]
pub struct PiecedWord {
    /// Its bytes.
    pub range: Range<usize>,
    /// Vocabulary numbers of its pieces; at least one.
    pub pieces: Vec<i32>,
}

/// The vocabulary and the way to cut words by it.
pub struct WordPiece {
    starts: HashMap<Box<str>, i32>,
    continuations: HashMap<Box<str>, i32>,
    unknown: i32,
}

impl WordPiece {
    /// Takes a vocabulary with one piece a line; a piece that continues a word begins with `##`. None where it has no
    /// piece for what it does not know.
    pub fn new(vocabulary: &str) -> Option<Self> {
        let (mut starts, mut continuations) = (HashMap::new(), HashMap::new());
        for (piece, number) in vocabulary.lines().zip(0..) {
            match piece.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => continuations.insert(rest.into(), number),
                _ => starts.insert(Box::from(piece), number),
            };
        }
        let unknown = starts.get("[UNK]").copied()?;
        Some(Self { starts, continuations, unknown })
    }

    /// The words in a range of the text; none for what the normaliser drops entirely.
    pub fn words(&self, text: &str, range: Range<usize>) -> Vec<PiecedWord> {
        let within = &text[range.clone()];
        let mut words = Vec::new();
        for (start, end) in word_ranges(within) {
            let plain = normalise(&within[start..end]);
            if !plain.is_empty() {
                let range = range.start + start..range.start + end;
                words.push(PiecedWord { range, pieces: self.cut(&plain) });
            }
        }
        words
    }

    fn cut(&self, word: &str) -> Vec<i32> {
        if word.chars().count() > LONGEST_WORD {
            return vec![self.unknown];
        }
        let (mut pieces, mut rest, mut vocabulary) = (Vec::new(), word, &self.starts);
        while !rest.is_empty() {
            let Some((piece, length)) = longest(vocabulary, rest) else {
                return vec![self.unknown];
            };
            pieces.push(piece);
            rest = &rest[length..];
            vocabulary = &self.continuations;
        }
        pieces
    }
}

/// The longest piece that `rest` begins with, and its length in bytes.
fn longest(vocabulary: &HashMap<Box<str>, i32>, rest: &str) -> Option<(i32, usize)> {
    let ends = rest.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect::<Vec<_>>();
    ends.into_iter().rev().find_map(|end| vocabulary.get(&rest[..end]).map(|piece| (*piece, end)))
}

fn word_ranges(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if is_space(letter) {
            words.extend(open.take());
        } else if stands_alone(letter) {
            words.extend(open.take());
            words.push((at, end));
        } else if !is_dropped(letter) {
            open = Some((open.map_or(at, |(start, _)| start), end));
        }
    }
    words.extend(open);
    words
}

fn is_space(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r') || letter.is_whitespace()
}

/// Control, format, private and unassigned characters vanish without parting a word.
fn is_dropped(letter: char) -> bool {
    letter == '\u{fffd}' || letter.general_category_group() == GeneralCategoryGroup::Other
}

fn stands_alone(letter: char) -> bool {
    letter.is_ascii_punctuation()
        || letter.general_category_group() == GeneralCategoryGroup::Punctuation
        || is_chinese(letter)
}

/// The blocks of unified ideographs that BERT parts.
fn is_chinese(letter: char) -> bool {
    matches!(u32::from(letter),
        0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x20000..=0x2A6DF | 0x2A700..=0x2B73F
        | 0x2B740..=0x2B81F | 0x2B920..=0x2CEAF | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F)
}

fn normalise(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let is_accent = |letter: &char| letter.general_category() == GeneralCategory::NonspacingMark;
    let plain = word.chars().filter(|letter| !is_dropped(*letter)).nfd().filter(|letter| !is_accent(letter));
    plain.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(&str, usize)> {
        let wordpiece = WordPiece::new("[UNK]\nthe\nmayor\nden\n##ied\ncafe\n“\n.").expect("it has [UNK]");
        let words = wordpiece.words(text, 0..text.len());
        words.into_iter().map(|word| (&text[word.range], word.pieces.len())).collect()
    }

    #[test]
    fn words_are_parted_at_punctuation_and_cut_into_the_longest_pieces() {
        assert_eq!(cut("“The Mayor denied."), [("“", 1), ("The", 1), ("Mayor", 1), ("denied", 2), (".", 1)]);
    }

    #[test]
    fn accents_and_invisible_characters_do_not_hide_a_word() {
        let wordpiece = WordPiece::new("[UNK]\ncafe").expect("it has [UNK]");
        assert_eq!(wordpiece.words("Ca\u{200d}fé", 0..8), [PiecedWord { range: 0..8, pieces: vec![1] }]);
    }

    #[test]
    fn a_word_outside_the_vocabulary_is_one_unknown_piece() {
        assert_eq!(cut("mayors"), [("mayors", 1)]);
        assert_eq!(cut(&"a".repeat(2_000_000)).len(), 1);
    }
}
