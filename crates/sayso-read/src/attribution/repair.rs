//! Corrects the ends of contents by quotation marks, which are surer than the model's scores.

use sayso_text::{Span, Text};

use super::links::Linked;
use crate::quotation::{Quotation, touching};

/// A content that holds this share of a quotation's bytes is meant to hold all of it.
const MEANT: f32 = 0.6;

/// What parts paragraphs.
const BREAK: &str = "\n\n";

/// Signs that part a content from its cue and belong to neither.
const PARTING: [char; 3] = [',', ':', ';'];

/// Ends sources and contents with their paragraph, widens them to the quotations that they all but hold, joins what grew together,
/// and trims what only parts.
pub fn repair(text: &Text, quotations: &[Quotation], inner: &[Quotation], linked: &mut Linked) {
    for source in &mut linked.source {
        *source = within_paragraph(text, &[], &linked.cue, *source);
    }
    let fixed: Vec<Span> = linked.cue.iter().chain(&linked.source).copied().collect();
    for content in &mut linked.content {
        *content = within_paragraph(text, quotations, &linked.cue, *content);
        for quotation in touching(quotations, *content) {
            if is_meant(*content, quotation.span) && !fixed.iter().any(|span| span.overlaps(quotation.span)) {
                *content = content.to(quotation.span);
            }
        }
    }
    for content in &mut linked.content {
        widen_to_inner(inner, &fixed, content);
    }
    drop_strays(text, quotations, linked);
    drop_crumbs(text, quotations, linked);
    linked.content.sort();
    join(text, &mut linked.content);
    trim(text, &mut linked.content);
}

/// The part of a source or a content in its cue's paragraph, where it runs on into another without being quoted there: of 25,576
/// annotated runs one does.
fn within_paragraph(text: &Text, quotations: &[Quotation], cue: &[Span], content: Span) -> Span {
    let parts: Vec<Span> = text.slice(content).split(BREAK).filter_map(|part| text.span_of(part)).collect();
    if parts.iter().all(|part| !touching(quotations, *part).is_empty()) {
        return content;
    }
    parts.iter().find(|part| is_beside(text, **part, cue)).map_or(content, |part| text.trim(*part))
}

/// Whether no paragraph ends between a part and the cue.
fn is_beside(text: &Text, part: Span, cue: &[Span]) -> bool {
    cue.iter().any(|cue| part.gap(*cue).or(cue.gap(part)).is_none_or(|gap| !text.slice(gap).contains(BREAK)))
}

/// Where some of a content stands in its cue's paragraph, what stands in another without being quoted is not of it: on
/// PolNeAR's dev half none of five such runs is right.
fn drop_strays(text: &Text, quotations: &[Quotation], linked: &mut Linked) {
    if linked.content.iter().any(|content| is_beside(text, *content, &linked.cue)) {
        let cue = &linked.cue;
        linked.content.retain(|content| is_beside(text, *content, cue) || !touching(quotations, *content).is_empty());
    }
}

/// A content that begins with the mark of a quotation inside another holds that quotation, whatever the model made of its end.
fn widen_to_inner(inner: &[Quotation], fixed: &[Span], content: &mut Span) {
    let begun = touching(inner, *content).iter().find(|quotation| quotation.span.start() == content.start());
    if let Some(quotation) = begun.filter(|begun| !fixed.iter().any(|span| span.overlaps(begun.span))) {
        *content = content.to(quotation.span);
    }
}

/// One word that stands apart, unquoted, is no part of a content that has more: 'The … “We have no plan”'.
fn drop_crumbs(text: &Text, quotations: &[Quotation], linked: &mut Linked) {
    let is_crumb = |content: &Span| {
        !text.slice(*content).trim().contains(char::is_whitespace) && touching(quotations, *content).is_empty()
    };
    let quotes = |content: &Span| !touching(quotations, *content).is_empty();
    if linked.content.iter().any(|content| !is_crumb(content) && quotes(content)) {
        linked.content.retain(|content| !is_crumb(content));
    }
}

fn is_meant(content: Span, quotation: Span) -> bool {
    let start = content.start().max(quotation.start());
    let end = content.end().min(quotation.end());
    !content.contains(quotation) && end.saturating_sub(start) as f32 >= MEANT * quotation.len() as f32
}

/// PolNeAR's readers leave out the comma or colon before and behind a content: half a point of exact contents on its dev half.
pub fn trim(text: &Text, contents: &mut [Span]) {
    for content in contents {
        let held = text.slice(*content);
        let bare = held.trim_matches(|letter: char| PARTING.contains(&letter) || letter.is_whitespace());
        *content = text.span_of(bare).filter(|bare| !bare.is_empty()).unwrap_or(*content);
    }
}

/// Contents that overlap, or that only white space parts within a line, are one.
fn join(text: &Text, contents: &mut Vec<Span>) {
    let mut joined: Vec<Span> = Vec::with_capacity(contents.len());
    for content in contents.drain(..) {
        match joined.last_mut() {
            Some(last) if last.overlaps(content) || touches(text, *last, content) => *last = last.to(content),
            _ => joined.push(content),
        }
    }
    *contents = joined;
}

fn touches(text: &Text, before: Span, after: Span) -> bool {
    before.gap(after).is_some_and(|gap| gap.is_empty() || text.slice(gap).chars().all(|letter| letter == ' '))
}
