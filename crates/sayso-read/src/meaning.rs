//! From who says what to what is meant by it: whose it is, how firmly it is made, and what it states.

use std::mem::take;

use sayso_page::Article;
use sayso_text::Span;

use crate::attribution::AttributionSpans;
use crate::capacity::capacities;
use crate::certainty::certainty;
use crate::figure::Figure;
use crate::provenance::provenance;
use crate::reading::Attribution;
use crate::speaker::{Voice, speakers};
use crate::stance::{Judgement, Stance, stance};
use crate::statement::{AttributedContent, StatementReader};
use crate::tokens::Tokens;

/// What is meant by each triple, by the words of the article.
pub fn attributions(
    article: &Article,
    tokens: &Tokens<'_>,
    triples: Vec<AttributionSpans>,
    figures: &[Figure],
    dates: &[Span],
) -> Vec<Attribution> {
    let statements = StatementReader::new(tokens, figures);
    let figures: Vec<Span> = figures.iter().map(|figure| figure.span).collect();
    let mut voices = speakers(tokens, &triples);
    let mut provenances = provenance(tokens, &article.text, &triples, article.metadata.publisher.as_deref());
    let mut capacities = capacities(tokens, &triples, &voices, &provenances);
    let (mut figures, mut dates) = (stated(&triples, &figures), stated(&triples, dates));
    let attribution = |(index, triple): (usize, AttributionSpans)| {
        let AttributionStance { stance, by_cue } = judged(tokens, &triple);
        let content = AttributedContent {
            source: &triple.source,
            cue: &triple.cue,
            content: &triple.content,
            quote_type: triple.quote_type,
            stance,
            by_cue,
        };
        Attribution {
            certainty: certainty(tokens, &triple, stance).certainty,
            stance,
            statements: statements.attributed(&content),
            role: role(tokens, &voices[index]),
            speakers: take(&mut voices[index]).into_iter().map(|voice| voice.speaker).collect(),
            capacity: take(&mut capacities[index]),
            provenance: take(&mut provenances[index]),
            figures: take(&mut figures[index]),
            dates: take(&mut dates[index]),
            source: triple.source,
            cue: triple.cue,
            content: triple.content,
            quote_type: triple.quote_type,
            parent: triple.parent,
            confidence: triple.confidence,
        }
    };
    triples.into_iter().enumerate().map(attribution).collect()
}

/// The role of the first speaker who has one, where it stands.
fn role(tokens: &Tokens<'_>, voices: &[Voice]) -> Option<Span> {
    let role = voices.iter().find_map(|voice| voice.role.as_ref())?;
    tokens.span_of(role.words.clone())
}

/// The stance of an attribution, and that of its cue alone.
struct AttributionStance {
    stance: Stance,
    by_cue: Stance,
}

/// The stance by the words of cue and content; where the cue's are unknown, by the model.
fn judged(tokens: &Tokens<'_>, triple: &AttributionSpans) -> AttributionStance {
    let Judgement { stance, by_cue, known } = stance(tokens, triple);
    let likely = triple.likely_stance;
    if known { AttributionStance { stance, by_cue } } else { AttributionStance { stance: likely, by_cue: likely } }
}

/// For each triple, which of the ordered spans its content holds and no triple inside it does.
fn stated(triples: &[AttributionSpans], spans: &[Span]) -> Vec<Vec<usize>> {
    let mut holders: Vec<Option<(usize, usize)>> = vec![None; spans.len()];
    for (index, triple) in triples.iter().enumerate() {
        for content in &triple.content {
            let first = spans.partition_point(|span| span.start() < content.start());
            for (span, holder) in spans[first..].iter().zip(&mut holders[first..]) {
                if span.end() > content.end() {
                    break;
                }
                let closest = holder.map_or((content.len(), index), |holder| holder.min((content.len(), index)));
                *holder = Some(closest);
            }
        }
    }
    let mut stated = vec![Vec::new(); triples.len()];
    for (span, holder) in holders.into_iter().enumerate() {
        if let Some((_, index)) = holder {
            stated[index].push(span);
        }
    }
    stated
}
