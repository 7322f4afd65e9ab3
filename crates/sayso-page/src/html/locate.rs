//! Finds an article's paragraphs again in the source of its page.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;
use regex::Regex;
use sayso_text::{Alignment, Piece, Source, Text};

use crate::work;

use super::paragraphs::Paragraphs;

/// A shorter run is only looked for right behind the one before: it could stand anywhere.
const LONG_RUN: usize = 32;

/// How far behind the last find a short run is looked for, in bytes: over a link with a long address.
const NEAR: usize = 2 << 10;

/// How many long runs may be looked for in vain: each costs a pass over the rest of the page.
const MISSES: usize = 64;

static SILENT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"<(script|style|head|SCRIPT|STYLE|HEAD)\b").expect("the pattern is constant"));

/// The pieces of the body that stand verbatim in the source, outside scripts. Entities and collapsed white space are not
/// verbatim, so the alignment of a paragraph can have holes.
pub(super) fn align(source: &Text<Source>, body: &Paragraphs) -> Alignment {
    let mut search = Locating { source: source.as_str(), silent: silent_ranges(source.as_str()), from: 0, misses: 0 };
    let text: Text = Text::new(body.as_str());
    let pieces = body.runs().iter().filter_map(|run| {
        let found = search.next(body.slice(&run.range))?;
        Some(Piece { body: text.span(run.range.start, run.range.end)?, source: source.span(found.start, found.end)? })
    });
    Alignment::new(pieces.collect())
}

struct Locating<'s> {
    source: &'s str,
    /// Scripts and the like, which often repeat the whole article.
    silent: Vec<Range<usize>>,
    from: usize,
    misses: usize,
}

impl Locating<'_> {
    fn next(&mut self, run: &str) -> Option<Range<usize>> {
        let long = run.len() >= LONG_RUN;
        if long && self.misses > MISSES {
            return None;
        }
        let until = if long { self.source.len() } else { self.source.len().min(self.from + NEAR) };
        let found = self.find(run, until);
        match &found {
            Some(place) => self.from = place.end,
            None => self.misses += usize::from(long),
        }
        found
    }

    fn find(&self, run: &str, until: usize) -> Option<Range<usize>> {
        let finder = memmem::Finder::new(run);
        let mut from = self.from;
        loop {
            let found = finder.find(self.source.as_bytes().get(from..until)?);
            work::count(found.unwrap_or(until - from));
            let start = from + found?;
            match self.silent_around(start) {
                Some(end) => from = end,
                None => return Some(start..start + run.len()),
            }
        }
    }

    fn silent_around(&self, at: usize) -> Option<usize> {
        let next = self.silent.partition_point(|range| range.end <= at);
        self.silent.get(next).filter(|range| range.contains(&at)).map(|range| range.end)
    }
}

fn silent_ranges(source: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for opening in SILENT.captures_iter(source) {
        let start = opening.get_match().start();
        if ranges.last().is_none_or(|last| last.end <= start) {
            let closing = format!("</{}", &opening[1]);
            let end = source[start..].find(&closing).map_or(source.len(), |end| start + end + closing.len());
            ranges.push(start..end);
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_found_outside_scripts() {
        let page = "<script>{\"body\": \"The mayor denied on Monday that he knew.\"}</script>\
                    <p>The mayor denied on Monday that he knew. <b>He</b> left &amp; went.</p>";
        let source: Text<Source> = Text::new(page);
        let body = Paragraphs::of_fragment(page);
        let alignment = align(&source, &body);
        let text = body.into_text();
        let mayor = alignment.to_source(text.find("mayor").unwrap()).unwrap();
        assert_eq!(mayor.start(), page.rfind("The mayor").unwrap());
        let he = alignment.to_source(text.find("He").unwrap()).unwrap();
        assert_eq!(source.slice(he), "He");
    }
}
