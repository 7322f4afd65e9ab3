//! Whom an article has each attribution from, by what medium it was said, and what its source is said to rest on.
//!
//! A claim that a paper has from an agency is not the paper's own: who counts first-hand reports must know. The words
//! that tell it stand in the sentence of the attribution ('told Reuters', 'in a statement on Telegram', 'according to
//! the Herald'), or around it: what an outlet reports another as saying came through the outlet.

mod article_outlets;
mod described;
mod evidence;
mod evidence_words;
mod medium;
mod medium_words;
mod name;
mod outlet_names;
mod outlet_words;
mod outlets;
mod own_outlet;
mod phrase;
mod phrase_words;
mod relay;
mod relay_words;
mod surroundings;
#[cfg(test)]
mod tests;
mod via;
mod vocabulary;

pub(crate) use vocabulary::ProvenanceWords;

use std::ops::Range;

use sayso_text::{Span, Text};

use crate::attribution::AttributionSpans;
use crate::tokens::Tokens;
use outlets::{OutletMention, Outlets};
use own_outlet::OwnOutlet;
use surroundings::{Cues, Surroundings, ranges};

/// Most outlets that are kept for one attribution; news names no more than four.
const MOST: usize = 16;

/// How an attribution came into the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Provenance {
    /// Whom the article has it from, nearest to the article first; empty where no outlet stands between.
    pub via: Vec<Via>,
    /// The outlets that the source itself is: 'Reuters reported that …' came through nobody but Reuters. Whoever counts
    /// first-hand reports adds these behind `via`.
    pub reporter: Vec<Via>,
    /// The words that say by what medium it was said: 'in a statement on Telegram', 'told Reuters'.
    pub medium: Vec<Span>,
    /// The words that name what the source is said to rest on: 'satellite images'.
    pub evidence: Vec<Span>,
}

/// An outlet that hands a claim on.
#[derive(Clone, Debug, PartialEq)]
pub struct Via {
    /// The fullest name that the article has for it, without a leading article; a description where it has no name.
    pub name: String,
    /// Where the article names it for this attribution.
    pub span: Span,
}

/// The provenance of each attribution, in their order. `publisher` is the article's own outlet, which is never a way
/// into its own article; an article under another's dateline came whole through that agency.
pub fn provenance(
    tokens: &Tokens<'_>,
    text: &Text,
    attributions: &[AttributionSpans],
    publisher: Option<&str>,
) -> Vec<Provenance> {
    let own = OwnOutlet::new(tokens, publisher);
    let outlets = Outlets::new(tokens, text, &own);
    let cues = Cues::new(tokens, attributions);
    let reading = ProvenanceReading { tokens, outlets: &outlets, attributions };
    let frames: Vec<_> =
        (0..attributions.len()).map(|number| Surroundings::new(tokens, attributions, number, &cues)).collect();
    let mut all: Vec<Provenance> = frames
        .iter()
        .map(|frame| frame.as_ref().map_or_else(Provenance::default, |frame| reading.around(frame)))
        .collect();
    reading.shared(&mut all);
    reading.nested(&mut all);
    reading.continued(&mut all);
    reading.carried(&own, &mut all);
    all
}

struct ProvenanceReading<'a, 't> {
    tokens: &'a Tokens<'t>,
    outlets: &'a Outlets,
    attributions: &'a [AttributionSpans],
}

impl ProvenanceReading<'_, '_> {
    /// What the words around one attribution tell.
    fn around(&self, frame: &Surroundings) -> Provenance {
        let Self { tokens, outlets, .. } = self;
        let mut reporter = via::in_source(tokens, &frame.source, outlets);
        if !reporter.is_empty() {
            reporter.extend(via::quoted(tokens, frame, outlets));
        }
        let stands_between = |mention: &&OutletMention| reporter.iter().all(|other| other.name != mention.name);
        let via = via::around(tokens, frame, outlets).into_iter().filter(stands_between).collect();
        Provenance {
            via: self.vias(via),
            reporter: self.vias(reporter),
            medium: self.spans(medium::around(tokens, frame, outlets)),
            evidence: self.spans(evidence::around(tokens, frame)),
        }
    }

    /// What a source goes on to say in the same paragraph came the same way.
    fn continued(&self, all: &mut [Provenance]) {
        let sources: Vec<_> =
            self.attributions.iter().map(|attribution| ranges(self.tokens, &attribution.source)).collect();
        let mut order: Vec<usize> = (0..all.len()).filter(|number| !sources[*number].is_empty()).collect();
        order.sort_by_key(|number| sources[*number][0].start);
        for pair in order.windows(2) {
            let (before, number) = (pair[0], pair[1]);
            let is_open = all[number].via.is_empty() && all[number].reporter.is_empty();
            if is_open && relay::is_same_source(self.tokens, &sources[before], &sources[number]) {
                all[number].via = all[before].via.clone();
            }
        }
    }

    /// 'It had lost 40 tanks, the staff said, according to Interfax': of two attributions that begin with the same words,
    /// the one that is not an outlet's came through the one that is.
    fn shared(&self, all: &mut [Provenance]) {
        let begins = |number: usize| self.attributions[number].content.first().map(|span| span.start());
        for number in 0..all.len() {
            let beside = [number.checked_sub(1), (number + 1 < all.len()).then_some(number + 1)];
            let outlet = beside.into_iter().flatten().find(|other| begins(*other) == begins(number));
            let outlet = outlet.map(|other| all[other].reporter.clone()).unwrap_or_default();
            if all[number].reporter.is_empty() && all[number].via.is_empty() {
                all[number].via = outlet;
            }
        }
    }

    /// What stands in the content of an outlet's report came through the outlet, and so did what a source is quoted as
    /// saying where the quoting itself came through one.
    fn nested(&self, all: &mut [Provenance]) {
        let before = all.to_vec();
        for number in 0..all.len() {
            let mut inherited: Vec<Via> = Vec::new();
            for parent in relay::parents(self.attributions, number) {
                let Provenance { via, reporter, .. } = &before[parent];
                if reporter.is_empty() && !relay::relays(self.tokens, &self.attributions[parent]) {
                    break;
                }
                inherited.splice(0..0, via.iter().chain(reporter).cloned());
            }
            // 'The Herald listed what the newspaper called failures': the Herald is no way to itself.
            inherited.retain(|via| before[number].reporter.iter().all(|reporter| reporter.name != via.name));
            all[number].via = distinct(inherited.into_iter().chain(std::mem::take(&mut all[number].via)));
            self.rests_on(number, all);
        }
    }

    /// 'The paper said that polls showed …': the paper rests on polls.
    fn rests_on(&self, number: usize, all: &mut [Provenance]) {
        let parent = self.attributions[number].parent.and_then(|parent| all.get_mut(parent));
        let evidence =
            evidence::inside(self.tokens, &self.attributions[number]).and_then(|phrase| self.tokens.span_of(phrase));
        if let Some((parent, evidence)) = parent.zip(evidence) {
            parent.evidence.push(evidence);
        }
    }

    /// An article that another's dateline heads, or that a line credits another with, came whole through it.
    fn carried(&self, own: &OwnOutlet, all: &mut [Provenance]) {
        let Some(index) = own.carried else { return };
        let agency =
            self.outlets.within(index..index + 1).first().map_or(self.tokens.raw(index), |mention| &mention.name);
        for one in all {
            let head = Via { name: agency.to_owned(), span: self.tokens.span(index) };
            one.via = distinct([head].into_iter().chain(std::mem::take(&mut one.via)));
        }
    }

    fn vias(&self, mentions: Vec<&OutletMention>) -> Vec<Via> {
        let others = mentions.into_iter().filter(|mention| !mention.own);
        distinct(others.filter_map(|mention| {
            Some(Via { name: mention.name.clone(), span: self.tokens.span_of(mention.tokens.clone())? })
        }))
    }

    fn spans(&self, phrases: Vec<Range<usize>>) -> Vec<Span> {
        phrases.into_iter().filter_map(|phrase| self.tokens.span_of(phrase)).collect()
    }
}

/// Outlets in order, each name once.
fn distinct(vias: impl Iterator<Item = Via>) -> Vec<Via> {
    let mut kept: Vec<Via> = Vec::new();
    for via in vias {
        if kept.len() < MOST && kept.iter().all(|other| other.name != via.name) {
            kept.push(via);
        }
    }
    kept
}
