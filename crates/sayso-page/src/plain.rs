//! From a plain text to an article: the text stays exactly as it is.

use sayso_text::{Alignment, Piece, Source, Text};

use crate::article::{Article, Known};
use crate::{PageError, furniture, language, metadata};

/// Reads a plain text. Furniture is marked, never cut, so offsets never move; a byte-order mark is dropped.
///
/// # Errors
///
/// Where the text is longer than any document.
pub fn from_text(source: &str, known: &Known) -> Result<Article, PageError> {
    let plain = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    PageError::check(plain)?;
    let text: Text = Text::new(plain);
    let mut metadata = metadata::merge(known, metadata::of_text(plain));
    // What is given as one line is given for what it says: there is nothing that it could stand beside.
    let alone = plain.trim().lines().count() < 2;
    let furniture = if alone { Vec::new() } else { furniture::mark(&text) };
    let told = language::settle(&text, &furniture, &mut metadata);
    let warnings = furniture::warn_if_alone(&text, &furniture).into_iter().chain(told);
    let alignment = as_it_is(&text, source);
    Ok(Article { alignment, warnings: warnings.collect(), entries: Vec::new(), furniture, metadata, text })
}

fn as_it_is(text: &Text, source: &str) -> Alignment {
    let whole: Text<Source> = Text::new(source);
    let piece = whole.span(source.len() - text.len(), source.len()).map(|source| Piece { body: text.whole(), source });
    Alignment::new(piece.into_iter().collect())
}
