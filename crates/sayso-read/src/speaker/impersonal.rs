//! 'It is believed': a passive that has no speaker.

use std::ops::Range;

use crate::attribution::Triple;
use crate::tokens::Tokens;

use super::words::has;

/// How many tokens of a cue are looked at.
const LOOK: usize = 8;

/// Participles that tell what is held by nobody in particular, sorted.
const HELD: &[&str] = &[
    "alleged",
    "announced",
    "anticipated",
    "argued",
    "assumed",
    "believed",
    "claimed",
    "confirmed",
    "considered",
    "disclosed",
    "estimated",
    "expected",
    "feared",
    "found",
    "hoped",
    "known",
    "reported",
    "revealed",
    "rumored",
    "rumoured",
    "said",
    "speculated",
    "stated",
    "suggested",
    "suspected",
    "thought",
    "understood",
];

/// Whether a source is the 'it' of 'it is believed'.
pub(super) fn is_impersonal(tokens: &Tokens<'_>, source: &Range<usize>, triple: &Triple) -> bool {
    let Some(cue) = triple.cue.first().map(|cue| tokens.within(*cue)) else { return false };
    let words = || cue.clone().take(LOOK).map(|at| tokens.word(at));
    let passive = words().any(|word| matches!(word, "is" | "was" | "been" | "being" | "be" | "'s"));
    source.len() == 1 && tokens.word(source.start) == "it" && passive && words().any(|word| has(HELD, word))
}
