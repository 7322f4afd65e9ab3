//! The words of a source itself: whether it is a text or a piece of evidence, and what they show of one without a name.

use std::ops::Range;

use super::SourceType;
use super::head::{of_context, of_head};
use crate::attribution::AttributionSpans;
use crate::speaker::told_by;
use crate::tokens::{Kind, Tokens};

/// Tokens of a source that are looked at.
const LONGEST: usize = 128;

/// The tokens of the longest part of a source.
pub(super) fn tokens_of(tokens: &Tokens<'_>, triple: &AttributionSpans) -> Option<Range<usize>> {
    let longest = triple.source.iter().max_by_key(|span| span.len())?;
    let all = tokens.within(*longest);
    let source = all.start..all.end.min(all.start + LONGEST);
    (!source.is_empty()).then_some(source)
}

/// What a source that is a text or a piece of evidence is, whoever issued it; 'reports' that nobody issued are the
/// press's.
pub(super) fn document(tokens: &Tokens<'_>, source: &Range<usize>) -> Option<SourceType> {
    let words = tokens.language();
    let phrase = told_by(tokens, source.clone())?;
    let head = phrase.head?;
    // 'Report author Ana Ruiz', 'The Sandholm Post'
    let is_last = head + 1 == phrase.words.end || !tokens.is(head + 1, Kind::Word) || !tokens.is_capital(head + 1);
    let is_name = tokens.is_capital(head) && head > source.start;
    if !is_last || is_name {
        return None;
    }
    let told = of_head(tokens, &phrase);
    let is_issued = phrase.words.end > head + 1 || phrase.words.clone().any(|at| tokens.is(at, Kind::Possessive));
    let is_press =
        || (head + 1..phrase.words.end).any(|at| of_context(tokens, at, &phrase.words) == Some(SourceType::Media));
    match told {
        Some(SourceType::Media) if is_issued && words.speaker.is_document(tokens.word(head)) => {
            Some(if is_press() { SourceType::Media } else { SourceType::Document })
        }
        Some(SourceType::Document) => told,
        None if words.speaker.is_document(tokens.word(head)) => Some(SourceType::Document),
        _ => None,
    }
}

/// What a source tells by itself that was traced to nobody.
pub(super) fn untraced(tokens: &Tokens<'_>, source: &Range<usize>) -> SourceType {
    if source.len() == 1 && tokens.language().speaker.is_human_pronoun(tokens.word(source.start)) {
        return SourceType::Person;
    }
    let told = told_by(tokens, source.clone()).and_then(|phrase| of_head(tokens, &phrase));
    told.unwrap_or(SourceType::Other)
}
