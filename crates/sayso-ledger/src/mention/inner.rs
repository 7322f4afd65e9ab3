//! The source inside what a source says: in 'The bureau expected more by the end of March, she said' the bureau speaks.

use sayso_text::Span;

use super::{Named, Told};
use crate::Document;

/// What a body does that makes what follows its claim.
const HOLDS: [&str; 9] = [
    " assessed that ",
    " believed ",
    " believes ",
    " concluded that ",
    " estimated ",
    " estimates ",
    " expected ",
    " expects ",
    " thought ",
];

/// What a body has that makes what follows its claim.
const HELD: [&str; 6] = ["assessment", "belief", "conclusion", "estimate", "finding", "view"];

/// What joins it to the claim.
const IS_THAT: [&str; 2] = [" is that ", " was that "];

/// What another source states inside an attribution, and whose it is.
pub(super) struct Inner {
    pub(super) speaker: Named,
    pub(super) source: Span,
    pub(super) content: Span,
}

/// The source that an attribution's content begins with, where the article gives it as a source elsewhere too.
pub(super) fn inner(document: &Document, told: &Told<'_>, all: &[Told<'_>]) -> Option<Inner> {
    let [content] = document.spans(&told.attribution.content)[..] else { return None };
    let held = document.text.slice(content);
    let skipped = held.len() - held.trim_start_matches(['"', '“', '‘', ' ']).len();
    let said = &held[skipped..];
    if !HOLDS.iter().chain(&IS_THAT).any(|words| said.contains(words)) {
        return None;
    }
    let opening = all.iter().filter(|other| other.index != told.index && other.attribution.reported_by.is_empty());
    let (length, speaker, rest) = opening.into_iter().find_map(|other| {
        let [source] = document.spans(&other.attribution.source)[..] else { return None };
        let [speaker] = &other.attribution.speakers[..] else { return None };
        let called = document.text.slice(source);
        let opens = said.get(..called.len()).is_some_and(|opening| opening.eq_ignore_ascii_case(called));
        let rest = stated(said.get(called.len()..)?).filter(|_| opens && called.contains(' '))?;
        Some((called.len(), speaker, rest))
    })?;
    if told.attribution.speakers.iter().any(|own| own.name == speaker.name) {
        return None;
    }
    let start = content.start() + skipped;
    let source = document.text.span(start, start + length)?;
    let content = document.text.trim(document.text.span(start + (said.len() - rest.len()), content.end())?);
    Some(Inner { speaker: Named::of(speaker), source, content })
}

/// What follows after ' expected ' or "'s assessment is that ".
fn stated(behind: &str) -> Option<&str> {
    let held = HOLDS.iter().find_map(|holds| behind.strip_prefix(holds));
    held.map(|rest| rest.strip_prefix("that ").unwrap_or(rest)).or_else(|| {
        let owned = behind.strip_prefix("'s ").or_else(|| behind.strip_prefix("’s "))?;
        let rest = HELD.iter().find_map(|held| owned.strip_prefix(held))?;
        IS_THAT.iter().find_map(|is_that| rest.strip_prefix(is_that))
    })
}
