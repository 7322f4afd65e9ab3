//! A brief in HTML, with the articles' words disarmed.

use std::fmt::Write;

use sayso_claims::Document;

use crate::markdown::is_steering;
use crate::sentence::Sentence;
use crate::vocabulary::english;
use crate::wording::{cited, head, sections};

/// The brief as a page of its own: no script, nothing fetched.
#[must_use]
pub fn page(name: &str, sentences: &[Sentence], documents: &[Document]) -> String {
    let title = escaped(name);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>{title}</title>\n<h1>{title}</h1>\n"
    );
    for (kind, told) in sections(sentences) {
        let _ = write!(out, "<h2>{}</h2>\n<ul>\n", escaped(head(kind)));
        for (first, sentence) in told {
            let _ = writeln!(out, "<li>{}{}</li>", escaped(&sentence.text), marks(first, sentence.footnotes.len()));
        }
        out.push_str("</ul>\n");
    }
    let _ = write!(out, "<h2>{}</h2>\n<ol>\n", escaped(&english().sentences.heads.sources));
    for (number, note) in (1..).zip(sentences.iter().flat_map(|sentence| &sentence.footnotes)) {
        let _ = writeln!(out, "<li id=\"note-{number}\">{}</li>", escaped(&cited(note, documents)));
    }
    out + "</ol>\n</html>\n"
}

fn marks(first: usize, count: usize) -> String {
    (first..first + count).map(|number| format!("<sup><a href=\"#note-{number}\">{number}</a></sup>")).collect()
}

/// Text in which nothing is markup, without control characters.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter if letter.is_whitespace() => out.push(' '),
            letter if is_steering(letter) => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn no_text_is_markup(text in any::<String>()) {
            let escaped = escaped(&text);
            prop_assert!(!escaped.contains(['<', '>', '"', '\'']) && !escaped.contains(char::is_control));
        }
    }

    #[test]
    fn words_of_articles_are_no_markup() {
        assert_eq!(escaped("<script>\u{0}'\"&\n"), "&lt;script&gt;&#39;&quot;&amp; ");
    }
}
