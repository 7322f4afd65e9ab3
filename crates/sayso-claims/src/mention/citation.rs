//! 'The Register reported, citing three people familiar with the matter': whose it is stands behind 'citing'.

use sayso_read::SpeakerKind;
use sayso_text::Span;

use super::data::Named;
use super::located::{Attributions, LocatedAttribution};
use crate::Document;

/// A longer stretch names no source; it is what was said.
const LONGEST_SOURCE: usize = 120;

/// Attributions up to which the one that names a report's source stands before or behind it.
const NEAR: usize = 2;

/// What a report cites.
pub(super) struct Cited {
    pub(super) source: Option<Span>,
    pub(super) speaker: Option<Named>,
    /// First byte of what it states, where that is not all of the content.
    pub(super) from: Option<usize>,
}

/// The source that an attribution's report cites, and where what it states begins.
pub(super) fn cited(told: &LocatedAttribution<'_>, all: &Attributions<'_>) -> Option<Cited> {
    if told.attribution.reported_by.is_empty() {
        return None;
    }
    within(all.document, &told.content).or_else(|| beside(told, all))
}

/// The source stands inside the content: 'citing the country's special service, that some 1,500 men had been brought'.
fn within(document: &Document, content: &[Span]) -> Option<Cited> {
    let text = document.text.as_str();
    let first = *content.first()?;
    let before = text[..first.start()].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let held = document.text.slice(first);
    let opening = document.language.mention.citing.iter().find(|word| held.starts_with(word));
    if opening.is_none() && !document.language.mention.citing.contains(before) {
        return None;
    }
    let start = first.start() + opening.map_or(0, |word| word.len());
    let whole = content.last()?.end();
    let that = text[start..whole].find(" that ").map(|at| start + at)?;
    let source = document.text.trim(document.text.span(start, that)?);
    let source = without_comma(document, source)?;
    let from = Some(that + " that ".len());
    Some(Cited { speaker: Some(described(document, source)), source: Some(source), from })
}

/// The source stands in an attribution of its own: 'reported on Tuesday, citing three people familiar with the matter'.
fn beside(told: &LocatedAttribution<'_>, all: &Attributions<'_>) -> Option<Cited> {
    let (document, content) = (all.document, &told.content);
    let source = all.near(told, NEAR).find_map(|other| {
        let [source] = other.content[..] else { return None };
        let short = source.end() - source.start() <= LONGEST_SOURCE;
        let same = other.attribution.reported_by == told.attribution.reported_by;
        let between = gap(document, content.last()?.end(), source.start())?;
        (short && same && cites(document, other) && !between.contains("\n\n")).then_some(source)
    })?;
    Some(Cited { speaker: Some(described(document, source)), source: Some(source), from: None })
}

/// Whether an attribution does nothing but name a source.
pub(super) fn is_citation(document: &Document, told: &LocatedAttribution<'_>) -> bool {
    let short = matches!(told.content[..], [content] if content.len() <= LONGEST_SOURCE);
    short && cites(document, told)
}

fn cites(document: &Document, told: &LocatedAttribution<'_>) -> bool {
    told.cue.iter().any(|cue| document.language.mention.citing.contains(document.text.slice(*cue)))
}

fn gap(document: &Document, one: usize, other: usize) -> Option<&str> {
    document.text.as_str().get(one.min(other)..one.max(other))
}

fn described(document: &Document, source: Span) -> Named {
    let held = document.text.slice(source);
    let named = held.split_whitespace().any(|word| word.starts_with(char::is_uppercase));
    let kind = if named { SpeakerKind::Organisation } else { SpeakerKind::Unnamed };
    let article = ["the ", "The ", "a ", "A ", "an ", "An "].iter().find_map(|article| held.strip_prefix(article));
    Named { name: article.unwrap_or(held).to_owned(), kind }
}

fn without_comma(document: &Document, span: Span) -> Option<Span> {
    let held = document.text.slice(span).trim_end_matches([',', ' ']);
    (!held.is_empty() && held.len() <= LONGEST_SOURCE)
        .then(|| document.text.span(span.start(), span.start() + held.len()))?
}
