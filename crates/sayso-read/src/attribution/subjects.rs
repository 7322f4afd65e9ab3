//! Verbs that go on about the subject of another: 'She said …, adding that', 'The army denied … and called for'.

use sayso_text::Span;

use super::AttributionSpans;
use super::clause::behind_adverbs;
use super::passives::{is_agentless, whole};
use crate::quotation::{Quotation, touching};
use crate::speaker::People;
use crate::tokens::Tokens;

/// Cues before a verb that are looked at for its subject's.
const NEAR: usize = 8;

/// Gives each triple without a source whose verb goes on about a subject that subject. In PolNeAR's training half and the
/// Wikinews articles the source is that of the cue before in the same sentence 478 times of 526 behind a participle, and
/// 301 of 325 behind 'and'.
pub fn share(tokens: &Tokens<'_>, people: &People<'_, '_>, quotations: &[Quotation], triples: &mut [AttributionSpans]) {
    let mut order: Vec<(Span, usize)> =
        triples.iter().enumerate().filter_map(|(index, triple)| Some((whole(&triple.cue)?, index))).collect();
    order.sort_unstable();
    for (place, (cue, index)) in order.iter().enumerate() {
        if !triples[*index].source.is_empty() || !goes_on(tokens, *cue) {
            continue;
        }
        let near = order[..place].iter().rev().take(NEAR).map(|(cue, index)| (*cue, &triples[*index]));
        let source =
            known_before(tokens, quotations, *cue, near).or_else(|| subject_of(tokens, people, quotations, *cue));
        triples[*index].source = source.unwrap_or_default();
    }
}

/// Whether a cue is a participle or a second verb, whose subject stands before another.
fn goes_on(tokens: &Tokens<'_>, cue: Span) -> bool {
    let words = &tokens.language().attribution.clauses;
    let run = tokens.within(cue);
    let verb = behind_adverbs(tokens, run.start, run.end.max(1) - 1);
    let before = tokens.before(run.start, 1);
    let word = tokens.word(verb);
    let is_participle = word.len() > 4 && word.ends_with("ing") && !words.no_participles.contains(word);
    let is_finite = word.ends_with("ed") || word.ends_with('s') || words.finite.contains(word);
    if is_participle {
        return words.before_participles.contains(before)
            || words.joins.contains(before)
            || matches!(before, "," | "”" | "\"" | "''" | "—" | "–")
            || tokens.language().speaker.is_speaking(word);
    }
    is_finite && words.joins.contains(before) && !is_agentless(tokens, cue)
}

/// The source of the nearest cue before in the sentence that has one, inside the same quotation or outside of any as the verb is.
fn known_before<'k>(
    tokens: &Tokens<'_>,
    quotations: &[Quotation],
    cue: Span,
    near: impl Iterator<Item = (Span, &'k AttributionSpans)>,
) -> Option<Vec<Span>> {
    let sentence = tokens.sentence_number(tokens.within(cue).start);
    let quoted = |span: Span| touching(quotations, span).first().map(|quotation| quotation.span);
    let is_level = |(other, triple): &(Span, &AttributionSpans)| {
        tokens.sentence_number(tokens.within(*other).start) == sentence
            && quoted(*other) == quoted(cue)
            && !triple.source.is_empty()
    };
    let (_, triple) = near.into_iter().find(is_level)?;
    let is_inside = triple.content.iter().any(|content| content.contains(cue));
    (!is_inside).then(|| triple.source.clone())
}

/// The pronoun that a participle's sentence opens with, or the one person who is its subject.
fn subject_of(tokens: &Tokens<'_>, people: &People<'_, '_>, quotations: &[Quotation], cue: Span) -> Option<Vec<Span>> {
    let verb = tokens.within(cue).start;
    if tokens.before(verb, 1) != "," || !touching(quotations, cue).is_empty() {
        return None;
    }
    let sentence = tokens.sentence(verb).start;
    let opener = tokens.language().speaker.is_subject_pronoun(tokens.word(sentence));
    let subject = if opener { tokens.span_of(sentence..sentence + 1) } else { people.only_subject(&(sentence..verb)) };
    subject.map(|subject| vec![subject])
}
