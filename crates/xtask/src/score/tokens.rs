//! Tokens: the unit in which spans are compared, so that a stray space or quotation mark costs little.

use std::collections::BTreeSet;
use std::ops::Range;

/// Indexes of tokens.
pub type Tokens = BTreeSet<usize>;

/// A word, or one sign that is neither word nor space; ranges in code points.
pub fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut in_word = false;
    for (position, letter) in text.chars().enumerate() {
        let word = is_word(letter);
        match tokens.last_mut() {
            Some(last) if word && in_word => last.end = position + 1,
            _ if !is_space(letter) => tokens.push(position..position + 1),
            _ => {}
        }
        in_word = word;
    }
    tokens
}

/// The words of a text.
pub fn words(text: &str) -> Vec<&str> {
    text.split(|letter| !is_word(letter)).filter(|word| !word.is_empty()).collect()
}

/// The tokens that any of the spans touches.
pub fn covered(tokens: &[Range<usize>], spans: &[Range<usize>]) -> Tokens {
    let touches = |token: &Range<usize>| spans.iter().any(|span| token.start < span.end && token.end > span.start);
    tokens.iter().enumerate().filter(|(_, token)| touches(token)).map(|(index, _)| index).collect()
}

/// Intersection over union; two empty sets agree wholly.
pub fn overlap(a: &Tokens, b: &Tokens) -> f64 {
    let union = a.union(b).count();
    if union == 0 { 1.0 } else { a.intersection(b).count() as f64 / union as f64 }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// White space, the four separators of ASCII included.
pub fn is_space(letter: char) -> bool {
    letter.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs() {
        assert_eq!(tokens("“No,” he\nsaid_x."), [0..1, 1..3, 3..4, 4..5, 6..8, 9..15, 15..16]);
    }

    #[test]
    fn a_span_covers_what_it_touches() {
        assert_eq!(covered(&tokens("one two three"), &[2..5, 7..8]), Tokens::from([0, 1]));
    }
}
