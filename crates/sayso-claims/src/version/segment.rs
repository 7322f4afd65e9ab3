//! A version cut into passages, the sentences and headings that are compared, without what is not the article.

use sayso_text::{Span, Text};
use unicode_segmentation::UnicodeSegmentation;

use crate::Document;
use crate::version::note::{self, Note};
use crate::version::stamp::clock_of;
use crate::version::vocabulary::all;
use crate::version::words::{DiffWord, words};

/// A sentence, or a heading.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Where it stands.
    pub span: Span,
    /// How many paragraphs stand before its own.
    pub paragraph: usize,
    /// How many time-stamped entries have begun when it is over; 0 outside of entries.
    pub entry: usize,
    /// The clock of its entry's time stamp.
    pub stamp: Option<Box<str>>,
    /// Whether it begins its entry.
    pub begins_entry: bool,
    /// What it tells of the article itself.
    pub note: Option<Note>,
    /// Its words.
    pub words: Vec<DiffWord>,
}

/// The passages of a document in order.
pub fn passages(document: &Document) -> Vec<Passage> {
    let text = &document.text;
    let mut passages: Vec<Passage> = Vec::new();
    let (mut entry, mut stamp, mut noted) = (0, None, None);
    let paragraphs = text.outside(&document.furniture).into_iter().flat_map(|stretch| paragraphs(text, stretch));
    for (number, paragraph) in paragraphs.filter(|paragraph| !is_headline(document, *paragraph)).enumerate() {
        let line = text.slice(paragraph);
        let clock = clock_of(line).filter(|_| note::read(line, true) != Some(Note::Stamp));
        entry += usize::from(clock.is_some());
        stamp = clock.map(Box::from).or(stamp);
        // A label that stands alone, 'Correction', speaks for the paragraph below it.
        noted = noted.filter(|_| passages.last().is_some_and(|last| note::is_bare_label(text.slice(last.span))));
        for span in sentences(text, paragraph) {
            let begins = span.start() == paragraph.start();
            noted = note::read(text.slice(span), begins).or(noted);
            let words = words(text, span);
            if !words.is_empty() {
                let (stamp, begins_entry) = (stamp.clone(), begins && clock.is_some());
                passages.push(Passage { span, paragraph: number, entry, stamp, begins_entry, note: noted, words });
            }
        }
    }
    passages
}

fn is_headline(document: &Document, paragraph: Span) -> bool {
    paragraph.start() == 0 && document.title().is_some_and(|title| title.trim() == document.text.slice(paragraph))
}

/// Paragraphs: parted by blank lines, or by a line end before what is not the rest of a sentence.
fn paragraphs(text: &Text, stretch: Span) -> Vec<Span> {
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut open = false;
    for line in text.slice(stretch).split('\n') {
        let Some(span) = text.span_of(line.trim()).filter(|span| !span.is_empty()) else {
            open = false;
            continue;
        };
        let goes_on = open && text.slice(span).starts_with(char::is_lowercase);
        match paragraphs.last_mut() {
            Some(last) if goes_on => *last = last.to(span),
            _ => paragraphs.push(span),
        }
        open = true;
    }
    paragraphs
}

fn sentences(text: &Text, paragraph: Span) -> Vec<Span> {
    let line = text.slice(paragraph).replace(['\n', '\r'], " ");
    let mut sentences: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for (at, part) in line.split_sentence_bound_indices() {
        let start = paragraph.start() + at;
        let Some(span) = text.span(start, start + part.len()).map(|span| text.trim(span)) else { continue };
        match sentences.last_mut() {
            Some(last) if goes_on => *last = last.to(span),
            _ => sentences.push(span),
        }
        goes_on = ends_in_abbreviation(part);
    }
    sentences
}

/// Whether the last word before a stop is an abbreviation or an initial.
fn ends_in_abbreviation(sentence: &str) -> bool {
    let Some(stem) = sentence.trim_end().strip_suffix('.') else { return false };
    let last = stem.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let is_initial = last.len() == 1 && last.starts_with(char::is_uppercase);
    is_initial || all().abbreviations.contains(&last.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(held: &str) -> Vec<String> {
        let text = Text::new(held);
        let paragraphs = paragraphs(&text, text.whole());
        paragraphs.iter().flat_map(|paragraph| sentences(&text, *paragraph)).map(|s| text.slice(s).to_owned()).collect()
    }

    #[test]
    fn sentences_end_at_stops_and_not_at_abbreviations_or_wrapped_lines() {
        let held =
            "On Nov. 19 Gov. A. Tarrant said so.\nShe spoke to a\nreporter. \"Go,\" she said.\n\n18:25 - 37 dead";
        let told = [
            "On Nov. 19 Gov. A. Tarrant said so.",
            "She spoke to a\nreporter.",
            "\"Go,\" she said.",
            "18:25 - 37 dead",
        ];
        assert_eq!(cut(held), told);
    }
}
