//! What an extractor left out of the middle of an article: lists and paragraphs between those that it chose.

use std::ops::Range;

use super::paragraphs::Paragraphs;
use crate::{furniture, metadata};

/// More paragraphs between two are another part of the page.
const MOST_BETWEEN: usize = 24;

/// A paragraph of the body: the page's own by its number, or one that only the extractor has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    Own(usize),
    Extracted(Range<usize>),
}

/// A headline stands no further above the text.
const MOST_ABOVE: usize = 12;

/// A summary below a headline has so many letters.
const SHORTEST_SUMMARY: usize = 60;

/// The chosen paragraphs with those that stand among them.
pub(super) fn filled(chosen: Vec<Chosen>, page: &Paragraphs, ranges: &[Range<usize>]) -> Vec<Chosen> {
    let known = ShownText { page, ranges };
    let mut filled: Vec<Chosen> = Vec::new();
    let mut last = None;
    for piece in chosen {
        if let Chosen::Own(at) = piece {
            match last {
                None => {
                    filled.extend(known.below_headline(at));
                    filled.extend(known.bare_beside(at, (at.saturating_sub(MOST_BETWEEN)..at).collect()));
                }
                Some(last) => filled.extend(known.between(last, at)),
            }
            last = Some(at);
        }
        filled.push(piece);
    }
    if let Some(last) = last {
        let rest = last + 1..ranges.len().min(last + MOST_BETWEEN);
        filled.extend(rest.take_while(|at| known.is_in_quotation_of(*at, last)).map(Chosen::Own));
        let bare = known.bare_beside(last, (last + 1..ranges.len().min(last + MOST_BETWEEN)).collect());
        let new: Vec<Chosen> = bare.into_iter().filter(|piece| !filled.contains(piece)).collect();
        filled.extend(new);
    }
    filled.dedup();
    filled
}

struct ShownText<'p> {
    page: &'p Paragraphs,
    ranges: &'p [Range<usize>],
}

impl ShownText<'_> {
    /// What stands between two chosen paragraphs, in the container of either, and reads like prose.
    fn between(&self, first: usize, last: usize) -> Vec<Chosen> {
        if last <= first || last - first > MOST_BETWEEN {
            return Vec::new();
        }
        let ours = |at: &usize| self.beside(*at, first) || self.beside(*at, last);
        let kept = |at: &usize| {
            self.is_in_quotation_of(*at, first)
                || self.is_in_quotation_of(*at, last)
                || self.is_post(*at)
                || ours(at) && self.is_prose(*at)
        };
        (first + 1..last).filter(kept).map(Chosen::Own).collect()
    }

    /// A post of another site that is shown between two paragraphs is the article's, who shows it as what was said.
    fn is_post(&self, at: usize) -> bool {
        self.page.places().get(at).is_some_and(|place| place.is_post)
    }

    /// A quotation that is set apart is whole with the line that says whose it is, as that of a post: '— Ann Doe (@ann)'.
    fn is_in_quotation_of(&self, one: usize, other: usize) -> bool {
        let quotation = |at: usize| self.page.places().get(at).and_then(|place| place.quotation);
        quotation(one).is_some() && quotation(one) == quotation(other)
    }

    /// What stands in sentences between the headline and the first chosen paragraph: an extractor leaves out a summary that is
    /// set in a style of its own.
    fn below_headline(&self, first: usize) -> Vec<Chosen> {
        let nearest = first.saturating_sub(MOST_ABOVE)..first;
        let headline = nearest.rev().find(|at| self.page.places().get(*at).is_some_and(|place| place.is_headline));
        let long = |at: &usize| self.ranges[*at].len() >= SHORTEST_SUMMARY;
        let below = headline.map_or(first, |headline| headline + 1)..first;
        let ours = |at: &usize| long(at) && self.is_prose(*at) && !self.is_hidden(*at) && !self.tells_of_itself(*at);
        below.filter(ours).map(Chosen::Own).collect()
    }

    /// A caption, or what the page shows to nobody.
    fn is_hidden(&self, at: usize) -> bool {
        self.page.places().get(at).is_none_or(|place| place.is_aside)
    }

    /// A line about the article: who wrote it, when it came out.
    fn tells_of_itself(&self, at: usize) -> bool {
        metadata::is_byline_or_date(self.page.slice(&self.ranges[at]))
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
