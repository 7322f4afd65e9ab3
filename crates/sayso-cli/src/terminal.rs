//! What the terminal is: its width, whether it shows styles, and what must not reach it.

use std::borrow::Cow;
use std::env;
use std::io;

use anstream::{AutoStream, ColorChoice};

/// Columns where the output is no terminal and `COLUMNS` does not say.
const USUAL_WIDTH: usize = 80;

/// Columns of what the standard output goes to.
pub fn width() -> usize {
    let terminal = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    let asked = || env::var("COLUMNS").ok()?.parse().ok();
    terminal.or_else(asked).filter(|width| *width > 0).unwrap_or(USUAL_WIDTH)
}

/// Whether the standard output shows styles: a terminal does, unless `NO_COLOR` is set; `CLICOLOR_FORCE` makes it so.
pub fn is_styled() -> bool {
    AutoStream::choice(&io::stdout()) != ColorChoice::Never
}

/// The text with control characters shown as signs: a document must not steer the terminal.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(is_steering) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(sign).collect())
}

/// Control characters, the two that end a line or a paragraph, and the two that turn the order of what follows.
fn is_steering(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202d}' | '\u{202e}')
}

fn sign(character: char) -> char {
    match character {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        '\0'..='\x1f' => char::from_u32(0x2400 + character as u32).unwrap_or(char::REPLACEMENT_CHARACTER),
        other if is_steering(other) => char::REPLACEMENT_CHARACTER,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_cannot_steer_the_terminal() {
        assert_eq!(harmless("plain"), "plain");
        assert_eq!(harmless("a\x1b[31mb\u{9b}c\u{202e}d\te"), "a␛[31mb\u{fffd}c\u{fffd}d e");
    }
}
