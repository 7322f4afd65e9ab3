//! Chains of relay: what an outlet reports came through it, and so does what its speaker says next.

use std::ops::Range;

use super::surroundings::ranges;
use crate::attribution::AttributionSpans;
use crate::tokens::{Kind, Tokens};

/// Deepest chain of attributions within attributions that is followed.
const DEPTH: usize = 8;

/// The attributions in whose content one stands, nearest first.
pub(super) fn parents(attributions: &[AttributionSpans], number: usize) -> Vec<usize> {
    let mut chain = Vec::new();
    let mut at = number;
    while let Some(parent) = attributions.get(at).and_then(|attribution| attribution.parent) {
        if chain.len() == DEPTH || parent == number || parent >= attributions.len() {
            break;
        }
        chain.push(parent);
        at = parent;
    }
    chain
}

/// Whether the cue of an attribution quotes or cites another: 'is quoted by the Herald'.
pub(super) fn relays(tokens: &Tokens<'_>, attribution: &AttributionSpans) -> bool {
    ranges(tokens, &attribution.cue)
        .into_iter()
        .flatten()
        .take(8)
        .any(|index| tokens.language().provenance.relay.relays.contains(tokens.word(index)))
}

/// Whether a source is that of an attribution before it in the same paragraph: the same words, a pronoun, the last
/// name alone, or 'the official'.
pub(super) fn is_same_source(tokens: &Tokens<'_>, before: &[Range<usize>], source: &[Range<usize>]) -> bool {
    let words = &tokens.language().provenance;
    let ([before, ..], [source, ..]) = (before, source) else { return false };
    if before == source {
        return true;
    }
    if before.start >= source.start || tokens.paragraph(before.start) != tokens.paragraph(source.start) {
        return false;
    }
    let first = tokens.word(source.start);
    let is_pronoun = source.len() == 1 && words.relay.pronouns.contains(first);
    let is_again = first == "the" && source.clone().any(|index| words.relay.again.contains(tokens.word(index)));
    let last = tokens.word(source.end - 1);
    let is_name = source.len() <= 3 && tokens.is_capital(source.end - 1) && tokens.is(source.end - 1, Kind::Word);
    is_pronoun || is_again || is_name && before.clone().take(40).any(|index| tokens.word(index) == last)
}
