//! A brief in Markdown (CommonMark with footnotes), with the articles' words disarmed.

use std::fmt::Write;

use sayso_claims::Document;

use crate::sentence::Sentence;
use crate::vocabulary::english;
use crate::wording::{cited, head, sections};

/// The brief as a document of its own.
#[must_use]
pub fn page(name: &str, sentences: &[Sentence], documents: &[Document]) -> String {
    let mut out = format!("# {}\n", escaped(name));
    for (kind, told) in sections(sentences) {
        let _ = write!(out, "\n## {}\n\n", head(kind));
        for (first, sentence) in told {
            let marks: String = (0..sentence.footnotes.len()).map(|note| format!("[^{}]", first + note)).collect();
            let _ = writeln!(out, "- {}{marks}", escaped(&sentence.text));
        }
    }
    let _ = write!(out, "\n## {}\n\n", english().sentences.heads.sources);
    for (number, note) in (1..).zip(sentences.iter().flat_map(|sentence| &sentence.footnotes)) {
        let _ = writeln!(out, "[^{number}]: {}", escaped(&cited(note, documents)));
    }
    out
}

/// Text in which nothing is markup and no line ends, without control characters.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        // At the head of a line these begin a list: '+', '12.'.
        let begins_list = match letter {
            '+' | '-' => out.is_empty(),
            '.' | ')' => !out.is_empty() && out.bytes().all(|before| before.is_ascii_digit()),
            _ => false,
        };
        match letter {
            letter if letter.is_whitespace() => out.push(' '),
            letter if is_steering(letter) => {}
            letter if begins_list || MARKS.contains(letter) => out.extend(['\\', letter]),
            letter => out.push(letter),
        }
    }
    out
}

/// Marks that mean something within a line of CommonMark, or of what is often read with it.
const MARKS: &str = "\\`*_[]<>#|~&$^=@!:";

/// Control characters, and those that turn the order of what follows.
pub(crate) fn is_steering(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_text_is_markup(text in any::<String>()) {
            let escaped = escaped(&text);
            prop_assert!(!escaped.contains(char::is_control));
            let mut letters = escaped.chars();
            while let Some(letter) = letters.next() {
                let is_plain = if letter == '\\' { letters.next().is_some() } else { !MARKS.contains(letter) };
                prop_assert!(is_plain);
            }
        }
    }

    #[test]
    fn words_of_articles_are_no_markup() {
        assert_eq!(escaped("<b>a</b> [x](y)\n# *c* \u{1b}[31m"), "\\<b\\>a\\</b\\> \\[x\\](y) \\# \\*c\\* \\[31m");
        assert_eq!([escaped("12. a. b"), escaped("+ a-b")], ["12\\. a. b", "\\+ a-b"]);
    }
}
