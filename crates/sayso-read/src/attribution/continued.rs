//! Paragraphs that are a quotation and nothing else: the one who spoke last goes on, or whom the paragraph before tells of.

use std::ops::Range;

use sayso_text::{Span, Text};

use crate::quotation::Quotation;
use crate::speaker::only_subject;
use crate::tokens::Tokens;

use super::Triple;

/// How likely it is that such a paragraph is read rightly.
pub const CONFIDENCE: f32 = 0.6;

/// A quotation without a cue, and who says it.
#[derive(Debug, PartialEq, Eq)]
pub struct Continued {
    /// Where he is named.
    pub source: Span,
    /// All that is quoted in the paragraph.
    pub content: Span,
}

/// The paragraphs of quotations alone that no known triple has, whose speaker the paragraph before gives, in order.
pub fn continued(text: &Text, tokens: &Tokens<'_>, quotations: &[Quotation], known: &[Triple]) -> Vec<Continued> {
    let mut found: Vec<Continued> = Vec::new();
    let mut before: Option<Range<usize>> = None;
    let mut start = 0;
    while start < tokens.len() {
        let paragraph = tokens.paragraph(start);
        start = paragraph.end;
        let content = tokens.span_of(paragraph.clone());
        let bare = content.filter(|content| is_quoted(text, quotations, *content) && !is_known(known, *content));
        if let (Some(content), Some(before)) = (bare, before.and_then(|before| tokens.span_of(before))) {
            let goes_on = found.last().filter(|last| last.content == before).map(|last| last.source);
            let source = goes_on.or_else(|| last_speaker(known, before)).or_else(|| told_of(tokens, known, before));
            found.extend(source.map(|source| Continued { source, content }));
        }
        before = Some(paragraph);
    }
    found
}

/// Whether nothing but white space stands outside of a stretch's quotations.
fn is_quoted(text: &Text, quotations: &[Quotation], stretch: Span) -> bool {
    let held: Vec<Span> = quotations.iter().map(|one| one.span).filter(|one| stretch.contains(*one)).collect();
    let covered: usize = held.iter().map(|span| span.len()).sum();
    let spaces = text.slice(stretch).len() - covered;
    !held.is_empty() && spaces < held.len()
}

fn is_known(known: &[Triple], content: Span) -> bool {
    known.iter().flat_map(|triple| triple.content.iter().chain(&triple.cue)).any(|span| span.overlaps(content))
}

/// The source of the last quotation that ends a paragraph, where all that are quoted in it have one source.
fn last_speaker(known: &[Triple], paragraph: Span) -> Option<Span> {
    let quoted = known.iter().filter(|triple| {
        let is_here = triple.cue.first().is_some_and(|cue| paragraph.contains(*cue));
        is_here && triple.quote_type != crate::QuoteType::Indirect
    });
    let mut sources: Vec<Span> = quoted.filter_map(|triple| triple.source.first().copied()).collect();
    sources.dedup();
    match sources[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// The one person whom a paragraph without any quotation names, as its subject.
fn told_of(tokens: &Tokens<'_>, known: &[Triple], paragraph: Span) -> Option<Span> {
    let speaks = known.iter().flat_map(|triple| &triple.cue).any(|cue| paragraph.contains(*cue));
    let run = tokens.within(paragraph);
    let opening = tokens.sentence(run.start);
    only_subject(tokens, run).filter(|only| !speaks && opening.contains(&tokens.within(*only).start))
}
