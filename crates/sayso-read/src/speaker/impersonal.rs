//! 'It is believed': a passive that has no speaker.

use std::ops::Range;

use crate::attribution::AttributionSpans;
use crate::tokens::Tokens;

/// How many tokens of a cue are looked at.
const LOOK: usize = 8;

/// Whether a source is the 'it' of 'it is believed'.
pub(super) fn is_impersonal(tokens: &Tokens<'_>, source: &Range<usize>, triple: &AttributionSpans) -> bool {
    let known = &tokens.language().speaker;
    let Some(cue) = triple.cue.first().map(|cue| tokens.within(*cue)) else { return false };
    let words = || cue.clone().take(LOOK).map(|at| tokens.word(at));
    let passive = words().any(|word| known.verbs.be.contains(word));
    source.len() == 1
        && tokens.word(source.start) == "it"
        && passive
        && words().any(|word| known.verbs.held.contains(word))
}
