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

/// Text in which nothing is markup and no line ends: every ASCII mark is written as such, every control character left out.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            letter if letter.is_whitespace() => out.push(' '),
            letter if is_steering(letter) => {}
            letter if "\\`*_{}[]<>()#+-.!|~&$^=:\"'@".contains(letter) => {
                if must_be_escaped(letter) {
                    out.push('\\');
                }
                out.push(letter);
            }
            letter => out.push(letter),
        }
    }
    out
}

/// Marks that mean something within a line; a line of ours begins with none of the text's own.
fn must_be_escaped(mark: char) -> bool {
    "\\`*_[]<>#|~&$^=@!:".contains(mark)
}

/// Control characters, and those that turn the order of what follows.
pub(crate) fn is_steering(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_articles_are_no_markup() {
        assert_eq!(escaped("<b>a</b> [x](y)\n# *c* \u{1b}[31m"), "\\<b\\>a\\</b\\> \\[x\\](y) \\# \\*c\\* \\[31m");
    }
}
