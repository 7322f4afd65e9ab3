//! The part of a document that shows its subject.

use crate::Document;
use crate::vocabulary::StoryWords;

use super::words::{self, StemmedWord};

/// Bytes of a text that are read: about 10,000 words, more than any article has.
const LONGEST: usize = 64 << 10;

/// Bytes at the head of a text in which an agency signs its dateline: 'PORT ARDEN, Feb 3 (MPA) -', 'OSSIN, May 4. /KTA/.'
const DATELINE: usize = 120;

/// Letters of the longest agency's short name.
const AGENCY_LETTERS: usize = 8;

/// What is read of a document.
pub(super) struct TopicText {
    /// The headline.
    pub title: String,
    /// The text, without furniture and without what is said to be unrelated.
    pub text: String,
    /// Stems that name the messenger: the outlet, and the agency of the dateline.
    pub messengers: Vec<String>,
}

impl TopicText {
    /// Takes from a document what tells what it is about.
    pub fn new(document: &Document) -> Self {
        let text = without_unrelated(&without_furniture(document), &document.language.story);
        let title = document.title().unwrap_or_default();
        let mut messengers: Vec<String> = document.outlet().map(outlet).unwrap_or_default();
        messengers.extend(agency(&text).and_then(words::stem));
        Self { title: title[..title.floor_char_boundary(LONGEST)].to_owned(), text, messengers }
    }

    /// Whether a word names the messenger.
    pub fn is_messenger(&self, word: &StemmedWord) -> bool {
        self.messengers.contains(&word.stem)
    }
}

fn without_furniture(document: &Document) -> String {
    let whole = document.text.as_str();
    let whole = &whole[..whole.floor_char_boundary(LONGEST)];
    let mut kept = String::with_capacity(whole.len());
    let mut end = 0;
    let mut furniture: Vec<_> = document.furniture.iter().map(|span| span.range()).collect();
    furniture.sort_unstable_by_key(|range| range.start);
    for range in furniture {
        kept.push_str(whole.get(end..range.start).unwrap_or_default());
        kept.push('\n');
        end = end.max(range.end);
    }
    kept.push_str(whole.get(end..).unwrap_or_default());
    kept
}

/// The text without what is said to have nothing to do with it: such a sentence, and the one before it that brings the
/// other event up, would make the two look alike.
fn without_unrelated(text: &str, words: &StoryWords) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for sentence in text.split_inclusive(['.', '!', '?', '\n']) {
        let lower = sentence.to_lowercase();
        if words.unrelated.iter().any(|phrase| lower.contains(phrase)) {
            kept.pop();
        } else {
            kept.push(sentence);
        }
    }
    kept.concat()
}

/// The stems of an outlet's name and of its initials.
fn outlet(name: &str) -> Vec<String> {
    let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
    words::words(name).into_iter().map(|word| word.stem).chain(words::stem(&initials)).collect()
}

/// The agency that signs the dateline: capitals in brackets or between strokes.
fn agency(text: &str) -> Option<&str> {
    let head = &text[..text.floor_char_boundary(DATELINE)];
    [('(', ')'), ('/', '/')].into_iter().find_map(|(open, close)| {
        let inside = head.split_once(open)?.1.split_once(close)?.0;
        let capitals = inside.chars().all(char::is_uppercase) && (2..=AGENCY_LETTERS).contains(&inside.len());
        capitals.then_some(inside)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::english;

    #[test]
    fn the_agency_of_the_dateline_is_a_messenger() {
        assert_eq!(agency("PORT ARDEN, Feb 3 (MPA) - Corrand's"), Some("MPA"));
        assert_eq!(agency("OSSIN, February 3. /KTA/. Allegations"), Some("KTA"));
        assert_eq!(agency("The bureau (see page 4) said"), None);
        assert!(outlet("Meridian Press Agency").contains(&"mpa".to_owned()));
    }

    #[test]
    fn what_is_said_to_be_unrelated_is_left_out_with_what_it_refers_to() {
        let text = "Two died. A car ferry sank off Caldry. The two are not connected. Police came.";
        assert_eq!(without_unrelated(text, &english().story), "Two died. Police came.");
    }
}
