//! Source or content, where the words around a cue are surer than the model's scores.

use sayso_text::{Span, Text};

use crate::tokens::Tokens;

use super::AttributionSpans;

/// Sources before a run of content that are looked at for one that holds it.
const NEAR: usize = 16;

/// Gives each triple whose cue has its source behind it that source, closes brackets that a source leaves open, and takes
/// from each content what is the source of another: 'The ship had sunk, the coastguard said, Agence Nord reported.'
pub fn settle(text: &Text, tokens: &Tokens<'_>, triples: &mut [AttributionSpans]) {
    for triple in triples.iter_mut() {
        take_following(text, tokens, triple);
        for source in &mut triple.source {
            *source = with_bracket(text, *source);
        }
    }
    let mut sources: Vec<(Span, usize)> = Vec::new();
    for (index, triple) in triples.iter().enumerate() {
        sources.extend(triple.source.iter().map(|source| (*source, index)));
    }
    sources.sort_unstable();
    for (index, triple) in triples.iter_mut().enumerate() {
        let is_anothers = |run: &Span| {
            let end = sources.partition_point(|(source, _)| source.start() <= run.start());
            let mut near = sources[..end].iter().rev().take(NEAR);
            near.any(|(source, other)| *other != index && source.contains(*run))
        };
        if triple.content.iter().any(|run| !is_anothers(run)) {
            triple.content.retain(|run| !is_anothers(run));
        }
    }
}

/// 'according to Interfax': what follows such a cue directly is its source, also where it was taken for content.
fn take_following(text: &Text, tokens: &Tokens<'_>, triple: &mut AttributionSpans) {
    let words = &tokens.language().attribution.cues_before_sources;
    let Some(cue) = triple.cue.last().copied() else { return };
    let run = tokens.within(cue);
    let is_before = words.phrases.iter().any(|phrase| tokens.precedes(run.end, phrase));
    let follows =
        |span: &Span| cue.gap(*span).is_some_and(|gap| text.slice(gap).trim().is_empty()) && span.start() >= cue.end();
    if !is_before || triple.source.iter().any(follows) {
        return;
    }
    let Some(at) = triple.content.iter().position(follows).filter(|_| triple.content.len() > 1) else { return };
    triple.source = vec![triple.content.remove(at)];
}

/// A source with the bracket that it leaves open, where that closes right behind it.
fn with_bracket(text: &Text, source: Span) -> Span {
    let held = text.slice(source);
    let is_open = held.matches('(').count() > held.matches(')').count();
    let closing = text.span(source.end(), source.end() + 1).filter(|next| is_open && text.slice(*next) == ")");
    closing.map_or(source, |closing| source.to(closing))
}
