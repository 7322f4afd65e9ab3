//! Where the entries of a page that is told as it goes on stand in the article's text.

use std::collections::HashMap;

use sayso_text::Text;
use scraper::{ElementRef, Html};

use super::paragraphs::Paragraphs;
use crate::article::ArticleEntry;
use crate::metadata::{self, LiveEntry, LiveUpdate};

/// The entries of a page in its article's text, in order and apart.
pub(super) fn of_page(page: &Html, updates: &[LiveUpdate], body: &Paragraphs) -> Vec<FoundEntry> {
    let places = TextPlaces::of(body);
    let mut entries: Vec<FoundEntry> = Vec::new();
    let mut from = 0;
    for entry in metadata::live_entries(page, updates) {
        let Some(element) = page.tree.get(entry.element).and_then(ElementRef::wrap) else { continue };
        let own = Paragraphs::of_fragment(&element.html());
        let Some((start, end)) = places.around(&own, from) else { continue };
        from = end;
        entries.push(FoundEntry { start, end, entry });
    }
    entries
}

/// An entry, and where it stands in the body.
pub(super) struct FoundEntry {
    start: usize,
    end: usize,
    entry: LiveEntry,
}

impl FoundEntry {
    /// With its place in the text that was made of the body.
    pub(super) fn in_text(self, text: &Text) -> Option<ArticleEntry> {
        let LiveEntry { published, byline, .. } = self.entry;
        Some(ArticleEntry { span: text.span(self.start, self.end)?, published, byline })
    }
}

/// The paragraphs of a body by what they say, with where they stand.
struct TextPlaces<'b>(HashMap<&'b str, Vec<(usize, usize)>>);

impl<'b> TextPlaces<'b> {
    fn of(body: &'b Paragraphs) -> Self {
        let mut places: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        for range in body.each() {
            places.entry(body.slice(&range)).or_default().push((range.start, range.end));
        }
        Self(places)
    }

    /// From the first paragraph of an entry to its last, as far as they are the body's, behind another entry.
    fn around(&self, own: &Paragraphs, from: usize) -> Option<(usize, usize)> {
        let mut around: Option<(usize, usize)> = None;
        for range in own.each() {
            let behind = around.map_or(from, |(_, end)| end);
            let Some(places) = self.0.get(own.slice(&range)) else { continue };
            if let Some((start, end)) = places.get(places.partition_point(|(start, _)| *start < behind)) {
                around = Some((around.map_or(*start, |(first, _)| first), *end));
            }
        }
        around
    }
}
