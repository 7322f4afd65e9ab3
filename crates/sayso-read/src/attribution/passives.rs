//! Passives: a person who is told, asked or expected to do something is not the speaker.

use sayso_text::Span;

use super::AttributionSpans;
use super::clause::behind_adverbs;
use crate::tokens::Tokens;

/// Tokens of a cue among which the last form of 'be' is looked for: 'has not yet been'.
const HELPERS: usize = 5;

/// Takes the source from each triple whose cue is a passive without an agent and has its subject before it. Of 256 such
/// cues in PolNeAR's training half and the Wikinews articles, annotators give that source to eleven.
pub fn drop_patients(tokens: &Tokens<'_>, triples: &mut [AttributionSpans]) {
    for triple in triples {
        let Some(cue) = whole(&triple.cue) else { continue };
        let is_before = triple.source.iter().all(|source| source.end() <= cue.start());
        if is_before && is_agentless(tokens, cue) {
            triple.source.clear();
        }
    }
}

/// Whether a cue is a passive whose agent is not named.
pub fn is_agentless(tokens: &Tokens<'_>, cue: Span) -> bool {
    let words = &tokens.language().attribution.clauses;
    let cue = tokens.within(cue);
    let helpers = cue.start..cue.end.min(cue.start + HELPERS);
    let Some(be) = helpers.rev().find(|at| words.be.contains(tokens.word(*at))) else {
        return false;
    };
    let participle = behind_adverbs(tokens, be + 1, cue.end);
    let has_agent = (participle + 1..=cue.end).any(|at| tokens.word(at) == "by");
    participle < cue.end && words.passives.contains(tokens.word(participle)) && !has_agent
}

/// From the first of some spans to the last.
pub fn whole(spans: &[Span]) -> Option<Span> {
    Some(spans.first()?.to(*spans.last()?))
}
