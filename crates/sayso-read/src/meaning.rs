//! From who says what to what is meant by it: each attribution with what its words state.

use sayso_text::Span;

use crate::attribution::Triple;
use crate::figure::Figure;
use crate::reading::Attribution;

/// Gives each triple the figures and the dates that its content states.
pub fn attributions(triples: Vec<Triple>, figures: &[Figure], dates: &[Span]) -> Vec<Attribution> {
    let figures: Vec<Span> = figures.iter().map(|figure| figure.span).collect();
    let mut stated_figures = stated(&triples, &figures);
    let mut stated_dates = stated(&triples, dates);
    let attribution = |(index, triple): (usize, Triple)| Attribution {
        source: triple.source,
        cue: triple.cue,
        content: triple.content,
        quote_type: triple.quote_type,
        parent: triple.parent,
        figures: std::mem::take(&mut stated_figures[index]),
        dates: std::mem::take(&mut stated_dates[index]),
        confidence: triple.confidence,
    };
    triples.into_iter().enumerate().map(attribution).collect()
}

/// For each triple, which of the ordered spans its content holds and no triple inside it does.
fn stated(triples: &[Triple], spans: &[Span]) -> Vec<Vec<usize>> {
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
