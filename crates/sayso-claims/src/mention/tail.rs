//! What hangs on a statement: a clause that adds to it, an amount that is a claim of its own.

use sayso_text::Span;

use super::verb::first_verb;
use crate::Document;

/// What is added in brackets.
const BRACKET: &str = " (";

/// Bytes that a statement keeps at least.
const LEAST: usize = 16;

/// A statement without its tail, and behind it the parts and amounts that the tail states.
pub(super) fn without_tail(document: &Document, clause: Span) -> Vec<Span> {
    let (held, words) = (document.text.slice(clause), &document.language.mention);
    // What stands behind a statement stands behind its verb.
    let whole = first_verb(held, document.language).map_or(usize::MAX, |verb| verb.max(LEAST));
    let behind = |joint: &&str| held.match_indices(*joint).map(|(at, _)| at).find(|at| *at >= whole);
    let added = words.added.iter().chain([BRACKET]).filter_map(|joint| behind(&joint)).min().unwrap_or(held.len());
    let within = &held[..added];
    let mut cuts: Vec<(usize, usize)> = words
        .parts
        .iter()
        .flat_map(|joint| held.match_indices(joint))
        .filter(|(at, joint)| *at >= LEAST && stands_before_figure(document, clause.start() + at + joint.len()))
        .map(|(at, _)| (at, at + ", ".len()))
        .collect();
    let totals = words
        .totals
        .iter()
        .flat_map(|joint| held.match_indices(joint))
        .filter(|(at, _)| *at >= LEAST && holds_figure(document, clause, *at));
    cuts.extend(totals.map(|(at, _)| (at, at + ", ".len())));
    cuts.extend(price(document, clause, within, whole));
    cuts.sort_unstable();
    let first = cuts.first().map_or(added, |(at, _)| added.min(*at));
    let ends = cuts.iter().skip(1).map(|(at, _)| *at).chain([held.len()]);
    let tails = cuts.iter().zip(ends).map(|((_, start), end)| (*start, end.max(*start)));
    let spans = [(0, first)].into_iter().chain(tails);
    spans
        .filter_map(|(start, end)| document.text.span(clause.start() + start, clause.start() + end))
        .filter(|span| !span.is_empty())
        .collect()
}

/// Where an amount begins that a preposition joins to what is already a statement: a clause from `whole` on.
fn price(document: &Document, clause: Span, within: &str, whole: usize) -> Option<(usize, usize)> {
    let figures = &document.entry.record.figures;
    let inside = document.figure_positions.starting(clause.start(), clause.start() + within.len()).into_iter();
    let amounts = inside.filter(|index| figures[*index].unit.as_deref().is_some_and(|unit| is_money(document, unit)));
    amounts.filter_map(|index| Some(document.figures[index]?.start() - clause.start())).find_map(|at| {
        let joint = document.language.mention.priced.iter().find(|joint| within[..at].ends_with(joint))?;
        let cut = at - joint.len();
        (cut >= whole).then(|| (cut, cut + (joint.len() - joint.trim_start_matches([',', ' ']).len())))
    })
}

/// Money is counted by its own name; these are the other units that figures have.
fn is_money(document: &Document, unit: &str) -> bool {
    let unit = unit.split(' ').next().unwrap_or_default();
    document.language.mention.money.contains(unit)
}

fn holds_figure(document: &Document, clause: Span, at: usize) -> bool {
    document.figure_positions.start_behind(clause, clause.start() + at).is_some()
}

fn stands_before_figure(document: &Document, at: usize) -> bool {
    document.figure_positions.begins_at(at)
}
