//! Nesting: which attribution stands inside the content of which.

use sayso_text::Span;

use super::AttributionSpans;

/// Content lies within 256 word pieces of its cue, so a parent's cue is at most as many cues away.
const FARTHEST: usize = 256;

/// The parent of a triple is the one whose content holds its cue, and holds it most closely.
pub fn link_parents(triples: &mut [AttributionSpans]) {
    let parents: Vec<Option<usize>> = (0..triples.len()).map(|index| parent(triples, index)).collect();
    for (triple, parent) in triples.iter_mut().zip(parents) {
        triple.parent = parent;
    }
}

fn parent(triples: &[AttributionSpans], child: usize) -> Option<usize> {
    let cue = triples[child].cue.first()?;
    let near = child.saturating_sub(FARTHEST)..(child + FARTHEST + 1).min(triples.len());
    let others = near.filter(|index| *index != child);
    let holders = others.filter_map(|index| Some((holder(&triples[index], *cue)?.len(), index)));
    holders.min().map(|(_, index)| index)
}

fn holder(triple: &AttributionSpans, cue: Span) -> Option<Span> {
    triple.content.iter().copied().find(|content| content.contains(cue))
}
