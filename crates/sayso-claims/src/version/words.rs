//! The words of a text as versions compare them: without case, kinds of apostrophes, soft hyphens and digit grouping.

use sayso_text::{Span, Text};
use unicode_segmentation::UnicodeSegmentation;

use crate::vocabulary::english;

/// A word, or the opening of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffWord {
    /// As compared; [`QUOTE`] for the opening of a quotation.
    pub key: Box<str>,
    /// Where it stands.
    pub span: Span,
}

/// The key of an opening quotation mark of any shape. Closing marks are left out: what opens also closes.
pub const QUOTE: &str = "\"";

/// Words this short are function words more often than not, in all languages with spaces.
const LIGHT_LETTERS: usize = 3;

impl DiffWord {
    /// Whether it is a number in digits.
    pub fn is_number(&self) -> bool {
        self.key.starts_with(|letter: char| letter.is_numeric())
    }

    /// Whether it says little by itself.
    pub fn is_light(&self) -> bool {
        let short = self.key.chars().nth(LIGHT_LETTERS).is_none();
        !self.is_number() && (short || english().version.light.contains(&self.key))
    }
}

/// The words of a stretch of text, in order.
pub fn words(text: &Text, stretch: Span) -> Vec<DiffWord> {
    let held = text.slice(stretch);
    held.split_word_bound_indices()
        .filter_map(|(at, part)| {
            let key = match part.starts_with(char::is_alphanumeric) {
                true => key(part),
                false if opens(held, at, part) => QUOTE.into(),
                false => return None,
            };
            let start = stretch.start() + at;
            Some(DiffWord { key, span: text.span(start, start + part.len())? })
        })
        .collect()
}

fn key(part: &str) -> Box<str> {
    let digits = part.starts_with(char::is_numeric);
    let kept = part.chars().filter(|letter| *letter != '\u{ad}' && !(digits && *letter == ','));
    kept.map(|letter| if letter == '’' { '\'' } else { letter }).flat_map(char::to_lowercase).collect()
}

/// Whether the part at a byte is a quotation mark behind white space or a bracket and before a word.
fn opens(held: &str, at: usize, part: &str) -> bool {
    let is_mark = matches!(part, "\"" | "“" | "„" | "«" | "‘" | "'" | "‹" | "「");
    let free = |letter: char| letter.is_whitespace() || matches!(letter, '(' | '[' | '—' | '–' | '-' | ':');
    let behind = held[..at].chars().next_back().is_none_or(free);
    let inside = &held[at + part.len()..];
    let inside = if matches!(part, "«" | "‹") { inside.trim_start() } else { inside };
    is_mark && behind && inside.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(held: &str) -> Vec<String> {
        let text = Text::new(held);
        words(&text, text.whole()).iter().map(|word| word.key.to_string()).collect()
    }

    #[test]
    fn markup_does_not_change_words() {
        let plain = keys("The ministry's \"count\" - 1,500 dead, it said.");
        assert_eq!(plain, ["the", "ministry's", "\"", "count", "1500", "dead", "it", "said"]);
        assert_eq!(plain, keys("The  ministry’s ‘count’ —\n\n1500 dead; it said"));
        assert_eq!(keys("dit « oui »"), keys("dit “oui”"));
    }
}
