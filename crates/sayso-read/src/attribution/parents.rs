//! Which attribution stands inside which.

use sayso_text::Span;

use crate::reading::Attribution;

/// Content lies within 256 word pieces of its cue, so a parent's cue is at most as many cues away.
const FARTHEST: usize = 256;

/// The parent of an attribution is the one whose content holds its cue, and holds it most closely.
pub fn link_parents(attributions: &mut [Attribution]) {
    let parents: Vec<Option<usize>> = (0..attributions.len()).map(|index| parent(attributions, index)).collect();
    for (attribution, parent) in attributions.iter_mut().zip(parents) {
        attribution.parent = parent;
    }
}

fn parent(attributions: &[Attribution], child: usize) -> Option<usize> {
    let cue = attributions[child].cue.first()?;
    let near = child.saturating_sub(FARTHEST)..(child + FARTHEST + 1).min(attributions.len());
    let others = near.filter(|index| *index != child);
    let holders = others.filter_map(|index| Some((holder(&attributions[index], *cue)?.len(), index)));
    holders.min().map(|(_, index)| index)
}

fn holder(attribution: &Attribution, cue: Span) -> Option<Span> {
    attribution.content.iter().copied().find(|content| content.contains(cue))
}
