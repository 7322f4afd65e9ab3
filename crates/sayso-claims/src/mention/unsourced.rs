//! Statements that an article makes as its own: where a claim lost its attribution on the way, it is one of these.

use sayso_read::{Certainty, Stance};
use sayso_text::Span;

use super::clause;
use super::data::{Mention, figures_in, id};
use crate::Document;
use crate::interval_tree::IntervalTree;

/// Shorter stretches state nothing that could be told apart from chance.
const SHORTEST: usize = 20;

/// What a document states without naming a source: its clauses outside every attribution, in order of place.
pub(super) fn statements(document: &Document, told: &[Mention]) -> Vec<Mention> {
    let paragraphs = paragraphs(document);
    let clauses = clause::clauses(document, &paragraphs);
    let taken = told.iter().flat_map(|mention| mention.source.iter().chain(&mention.cue).chain([&mention.span]));
    let taken = IntervalTree::new(taken.map(|span| (*span, ())));
    let free = clauses.into_iter().filter(|one| one.span.len() >= SHORTEST && !taken.any(one.span));
    free.map(|one| Mention {
        id: id(document, one.span),
        span: one.span,
        sentence: one.sentence,
        attribution: None,
        own: true,
        speakers: Vec::new(),
        source: Vec::new(),
        cue: Vec::new(),
        chain: Vec::new(),
        via: Vec::new(),
        stance: Stance::Asserts,
        certainty: Certainty::Certain,
        figures: figures_in(document, one.span),
        decided: Vec::new(),
    })
    .collect()
}

/// The paragraphs that are the article, without furniture.
fn paragraphs(document: &Document) -> Vec<Span> {
    let text = document.text.as_str();
    let whole = text.split('\n').filter_map(|line| document.text.span_of(line)).map(|span| document.text.trim(span));
    let furniture = IntervalTree::new(document.furniture.iter().map(|span| (*span, ())));
    whole.filter(|span| !span.is_empty() && !furniture.any(*span)).collect()
}
