//! Words at second hand: 'The general was quoted by the agency as saying that …', 'The agency quoted the general as saying'.
//!
//! Two speak: the outlet, which quotes, and inside of that the one whom it quotes.

use std::ops::Range;

use sayso_text::{Span, Text};

use super::AttributionSpans;
use super::clause::{first_helper, subject};
use super::repair::trim;
use crate::quotation::parts;
use crate::tokens::{Kind, Tokens};

/// Tokens between the verb that quotes and 'as saying' at most: 'quoted the head of the harbour authority as saying'.
const WIDEST: usize = 16;

/// Tokens of an agent behind 'by' at most.
const LONGEST_AGENT: usize = 8;

/// The parts of a sentence that quotes somebody at second hand.
#[derive(Debug)]
struct Relay {
    /// 'was quoted', with its 'by'.
    quotes: Range<usize>,
    /// 'as saying'.
    says: Range<usize>,
    speaker: Range<usize>,
    outlet: Option<Range<usize>>,
}

/// Sets right the triples of each quotation at second hand: who is quoted is the source of what is said, and who quotes is
/// the source of that.
pub fn settle(text: &Text, tokens: &Tokens<'_>, triples: &mut Vec<AttributionSpans>) {
    for relay in (0..tokens.len()).filter_map(|at| relay(tokens, at)) {
        settle_one(text, tokens, &relay, triples);
    }
}

fn settle_one(text: &Text, tokens: &Tokens<'_>, relay: &Relay, triples: &mut Vec<AttributionSpans>) {
    let span = |run: &Range<usize>| tokens.span_of(run.clone());
    let (Some(quotes), Some(says), Some(speaker)) = (span(&relay.quotes), span(&relay.says), span(&relay.speaker))
    else {
        return;
    };
    let outlet = relay.outlet.as_ref().and_then(span);
    let is_its = |triple: &AttributionSpans| triple.cue.iter().any(|cue| cue.overlaps(quotes) || cue.overlaps(says));
    let likeliest = triples.iter().filter(|triple| is_its(triple)).max_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let Some(known) = likeliest.cloned() else { return };
    let fixed: Vec<Span> = [Some(quotes), Some(says), Some(speaker), outlet].into_iter().flatten().collect();
    let mut content: Vec<Span> = known.content.iter().flat_map(|content| without(text, *content, &fixed)).collect();
    trim(text, &mut content);
    if content.is_empty() {
        return;
    }
    triples.retain(|triple| !is_its(triple));
    let cue = if outlet.is_some() { vec![says] } else { vec![quotes.to(says)] };
    triples.push(AttributionSpans { source: vec![speaker], cue, content: content.clone(), ..known.clone() });
    let Some(outlet) = outlet else { return };
    let all = joined(text, content.into_iter().chain([speaker, says]).collect());
    triples.push(AttributionSpans { source: vec![outlet], cue: vec![quotes], content: all, ..known });
}

/// Spans in order, those in one that only blanks and signs part: 'a general', 'as saying', '“We go”'.
fn joined(text: &Text, mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut all: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match all.last_mut() {
            Some(last) if last.gap(span).is_some_and(|gap| !has_words(text, gap)) => *last = last.to(span),
            _ => all.push(span),
        }
    }
    all
}

/// The parts of a content beside those that are something else.
fn without(text: &Text, content: Span, others: &[Span]) -> Vec<Span> {
    let mut rest = vec![content];
    for other in others {
        let cut = |span: &Span| {
            let before = text.span(span.start(), other.start().clamp(span.start(), span.end()));
            let behind = text.span(other.end().clamp(span.start(), span.end()), span.end());
            [before, behind]
        };
        rest = rest
            .iter()
            .flat_map(|span| if span.overlaps(*other) { cut(span) } else { [Some(*span), None] })
            .flatten()
            .collect();
    }
    rest.iter()
        .flat_map(|span| parts(text, &[content], *span).collect::<Vec<_>>())
        .filter(|span| has_words(text, *span))
        .collect()
}

fn has_words(text: &Text, span: Span) -> bool {
    text.slice(span).contains(char::is_alphanumeric)
}

/// The quotation at second hand whose verb stands at a token.
fn relay(tokens: &Tokens<'_>, verb: usize) -> Option<Relay> {
    let words = &tokens.language().attribution.relays;
    if !words.quotes.contains(tokens.word(verb)) {
        return None;
    }
    let helpers = first_helper(tokens, verb);
    let is_passive = (helpers..verb).any(|at| tokens.language().attribution.clauses.be.contains(tokens.word(at)));
    let near = verb + 1..tokens.sentence(verb).end.min(verb + WIDEST);
    let is_saying = |at: usize| near.contains(&at) && words.says.contains(tokens.word(at));
    // 'quoted in the paper saying' is a passive's alone.
    let begins = |at: &usize| is_saying(*at) && is_passive || tokens.word(*at) == "as" && is_saying(at + 1);
    let first = near.clone().find(begins)?;
    let says = first..first + 1 + usize::from(!is_saying(first));
    if is_passive { passive(tokens, helpers, verb, says) } else { active(tokens, helpers, verb, says) }
}

/// 'The agency quoted the general as saying'.
fn active(tokens: &Tokens<'_>, helpers: usize, verb: usize, says: Range<usize>) -> Option<Relay> {
    let outlet = subject(tokens, helpers)?;
    let speaker = verb + 1..says.start;
    (!speaker.is_empty()).then_some(Relay { quotes: helpers..verb + 1, says, speaker, outlet: Some(outlet) })
}

/// 'The general was quoted by the agency as saying', 'was quoted as saying by the agency', 'is quoted in the paper as saying'.
fn passive(tokens: &Tokens<'_>, helpers: usize, verb: usize, says: Range<usize>) -> Option<Relay> {
    let words = &tokens.language().attribution.relays;
    let speaker = subject(tokens, helpers)?;
    let tied = (verb + 1..says.start).find(|at| words.agents.contains(tokens.word(*at)));
    if let Some(by) = tied.filter(|at| at + 1 < says.start) {
        let outlet = Some(by + 1..says.start);
        return Some(Relay { quotes: helpers..by + 1, says, speaker, outlet });
    }
    let behind = says.end;
    let agent = (tokens.word(behind) == "by").then(|| behind + 1..agent_end(tokens, behind + 1));
    let agent = agent.filter(|agent| !agent.is_empty());
    Some(Relay { quotes: helpers..verb + 1, says, speaker, outlet: agent })
}

/// Where an agent ends: at a mark, or where the clause that is quoted begins.
fn agent_end(tokens: &Tokens<'_>, start: usize) -> usize {
    let end = tokens.sentence(start.min(tokens.len() - 1)).end.min(start + LONGEST_AGENT);
    let is_over = |at: &usize| tokens.is(*at, Kind::Mark) || tokens.word(*at) == "that";
    (start..end).find(is_over).unwrap_or(end)
}
