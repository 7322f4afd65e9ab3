//! What an extractor left out of the middle of an article: lists and paragraphs between those that it chose.

use std::ops::Range;

use super::paragraphs::Paragraphs;
use crate::furniture;

/// More paragraphs between two are another part of the page.
const MOST_BETWEEN: usize = 24;

/// A paragraph of the body: the page's own by its number, or one that only the extractor has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    Own(usize),
    Extracted(Range<usize>),
}

/// The chosen paragraphs with those that stand among them.
pub(super) fn filled(chosen: Vec<Chosen>, page: &Paragraphs, ranges: &[Range<usize>]) -> Vec<Chosen> {
    let known = Known { page, ranges };
    let mut filled: Vec<Chosen> = Vec::new();
    let mut last = None;
    for piece in chosen {
        if let Chosen::Own(at) = piece {
            match last {
                None => filled.extend(known.bare_beside(at, (at.saturating_sub(MOST_BETWEEN)..at).collect())),
                Some(last) => filled.extend(known.between(last, at)),
            }
            last = Some(at);
        }
        filled.push(piece);
    }
    if let Some(last) = last {
        filled.extend(known.bare_beside(last, (last + 1..ranges.len().min(last + MOST_BETWEEN)).collect()));
    }
    filled.dedup();
    filled
}

struct Known<'p> {
    page: &'p Paragraphs,
    ranges: &'p [Range<usize>],
}

impl Known<'_> {
    /// What stands between two chosen paragraphs, in the container of either, and reads like prose.
    fn between(&self, first: usize, last: usize) -> Vec<Chosen> {
        if last <= first || last - first > MOST_BETWEEN {
            return Vec::new();
        }
        let ours = |at: &usize| self.beside(*at, first) || self.beside(*at, last);
        (first + 1..last).filter(ours).filter(|at| self.is_prose(*at)).map(Chosen::Own).collect()
    }

    /// Text without an element of its own, parted by line breaks, in the container of a chosen one: an advertisement in the
    /// middle ends it for an extractor.
    fn bare_beside(&self, chosen: usize, others: Vec<usize>) -> Vec<Chosen> {
        let bare = |at: usize| self.page.places().get(at).is_some_and(|place| place.is_bare);
        let ours = |at: &usize| bare(chosen) && bare(*at) && self.beside(*at, chosen) && self.is_prose(*at);
        others.into_iter().filter(ours).map(Chosen::Own).collect()
    }

    fn beside(&self, one: usize, other: usize) -> bool {
        let places = self.page.places();
        places.get(one).zip(places.get(other)).is_some_and(|(one, other)| one.container == other.container)
    }

    fn is_prose(&self, at: usize) -> bool {
        let text = self.page.slice(&self.ranges[at]);
        let ended = text.trim_end_matches(['”', '"', '’', ')', '»', '“']).ends_with(['.', '!', '?', '…', ';']);
        ended && self.page.linked(&self.ranges[at]) * 2 < text.len() && !furniture::is_furniture(text)
    }
}
