//! What a source is said to rest on: 'citing satellite images', 'based on an analysis of the votes'.

use std::ops::Range;

use sayso_lang::Words;

use super::phrase::{long_end, plain_end};
use super::surroundings::{Surroundings, ranges};
use crate::attribution::AttributionSpans;
use crate::tokens::{Kind, Tokens};

/// The phrases around an attribution that name its evidence, as runs of tokens.
pub(super) fn around(tokens: &Tokens<'_>, frame: &Surroundings) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for stretch in &frame.stretches {
        for index in stretch.clone() {
            let Some(start) = after_lead(tokens, index) else { continue };
            let phrase =
                start..long_end(tokens, start, frame.end(index), &tokens.language().provenance.evidence.of_evidence);
            let is_new = found.last().is_none_or(|last| last.end <= phrase.start);
            // 'when the Herald cited': the verb of another attribution.
            let is_other = tokens.word(index) != "citing" && frame.is_wall(index);
            if is_new
                && !is_other
                && frame.reaches(index)
                && !frame.in_source(&phrase)
                && is_evidence(tokens, index, &phrase)
            {
                found.push(phrase);
            }
        }
    }
    found.extend(frame.content.as_ref().and_then(|content| cited(tokens, frame, content)));
    found.extend(frame.source.iter().filter_map(|source| handed_document(tokens, source)));
    found.sort_unstable_by_key(|phrase| phrase.start);
    found
}

/// The evidence that an attribution within the content stands for: 'the paper said that polls showed'.
pub(super) fn inside(tokens: &Tokens<'_>, inner: &AttributionSpans) -> Option<Range<usize>> {
    let words = &tokens.language().provenance;
    let source = in_sentence(tokens, ranges(tokens, &inner.source).first()?);
    let cue = ranges(tokens, &inner.cue).into_iter().next()?;
    let head = plain_end(tokens, source.start, source.end);
    let shows = cue.into_iter().any(|index| words.evidence.shows.contains(tokens.word(index)));
    (shows && words.evidence.evidence.contains(tokens.before(head, 1))).then_some(source)
}

/// What is attributed where it is itself the evidence: 'The group cited satellite images'.
fn cited(tokens: &Tokens<'_>, frame: &Surroundings, content: &Range<usize>) -> Option<Range<usize>> {
    let lead =
        frame.cue.end.checked_sub(1).filter(|lead| matches!(tokens.word(*lead), "cited" | "cites" | "citing"))?;
    let content = in_sentence(tokens, content);
    let phrase =
        content.start..long_end(tokens, content.start, content.end, &tokens.language().provenance.evidence.of_evidence);
    is_evidence(tokens, lead, &phrase).then_some(phrase)
}

/// Where evidence begins behind the words that lead to it.
fn after_lead(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let words = &tokens.language().provenance;
    match tokens.word(index) {
        word if words.evidence.leads.contains(word) => Some(index + 1),
        "used" if words.evidence.evidence.contains(tokens.word(index + 1)) => Some(index + 1),
        "based" if tokens.word(index + 1) == "on" => Some(index + 2),
        "basis" if tokens.word(index + 1) == "of" => Some(index + 2),
        _ => None,
    }
}

/// Whether a phrase names evidence: what it rests on, or a thing of the make of evidence; most of what else is cited is
/// a reason ('citing security concerns') or a source.
fn is_evidence(tokens: &Tokens<'_>, lead: usize, phrase: &Range<usize>) -> bool {
    let words = &tokens.language().provenance;
    let is = |list: &Words| phrase.clone().any(|index| list.contains(tokens.word(index)));
    let is_named =
        matches!(tokens.word(phrase.end), "as") && matches!(tokens.word(phrase.end + 1), "evidence" | "proof");
    let has_words = phrase.len() > usize::from(words.phrase.determiners.contains(tokens.word(phrase.start)));
    let is_source = is(&words.evidence.people) && !is(&words.evidence.evidence);
    has_words
        && tokens.word(phrase.start) != "no"
        && (is_named || !is_source && (is(&words.evidence.evidence) || is_basis(tokens, lead)))
}

/// 'Based on …' at the start of a sentence or a clause; elsewhere it may go with any noun ('fees based on income').
fn is_basis(tokens: &Tokens<'_>, lead: usize) -> bool {
    let starts = lead == tokens.sentence(lead).start || matches!(tokens.before(lead, 1), "," | "—" | "–");
    tokens.word(lead) == "based" && starts
}

/// 'documents' of a source like 'documents seen by the newspaper'.
fn handed_document(tokens: &Tokens<'_>, source: &Range<usize>) -> Option<Range<usize>> {
    let words = &tokens.language().provenance;
    let by = source
        .clone()
        .find(|index| tokens.word(*index) == "by" && words.relay.handed_on.contains(tokens.before(*index, 1)))?;
    let end = (source.start..by - 1).rev().find(|index| tokens.is(*index, Kind::Word))? + 1;
    let head = source.start..end;
    head.clone().any(|index| words.evidence.evidence.contains(tokens.word(index))).then_some(head)
}

/// What of a run stands in its first sentence.
fn in_sentence(tokens: &Tokens<'_>, run: &Range<usize>) -> Range<usize> {
    run.start..run.end.min(tokens.sentence(run.start).end)
}
