//! Statements that an article makes as its own: where a claim lost its attribution on the way, it is one of these.

use sayso_read::Certainty;

use super::data::{Mention, figures_in, id};
use crate::Document;
use crate::interval_tree::IntervalTree;

/// Shorter stretches state nothing that could be told apart from chance.
const SHORTEST: usize = 20;

/// What a document states without naming a source: its clauses outside every attribution, in order of place.
pub(super) fn statements(document: &Document, told: &[Mention]) -> Vec<Mention> {
    let taken = told.iter().flat_map(|mention| mention.source.iter().chain(&mention.cue).chain([&mention.span]));
    let taken = IntervalTree::new(taken.map(|span| (*span, ())));
    let all = document.stated().statements.iter();
    let free = all.filter(|one| one.span.len() >= SHORTEST && !taken.any(one.span));
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
        stance: one.stance,
        certainty: Certainty::Certain,
        negated: one.negated,
        finite: one.finite,
        figures: figures_in(document, one.span),
        decided: Vec::new(),
    })
    .collect()
}
