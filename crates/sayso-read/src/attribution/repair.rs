//! What quotation marks tell better than a model: where a quoted content begins and ends.

use sayso_text::{Span, Text};

use super::links::Linked;
use crate::quotation::{Quotation, touching};

/// A content that holds this share of a quotation's bytes is meant to hold all of it.
const MEANT: f32 = 0.6;

/// Widens contents to the quotations that they all but hold, then joins what grew together.
pub fn repair(text: &Text, quotations: &[Quotation], linked: &mut Linked) {
    let fixed: Vec<Span> = linked.cue.iter().chain(&linked.source).copied().collect();
    for content in &mut linked.content {
        for quotation in touching(quotations, *content) {
            if is_meant(*content, quotation.span) && !fixed.iter().any(|span| span.overlaps(quotation.span)) {
                *content = content.to(quotation.span);
            }
        }
    }
    linked.content.sort();
    join(text, &mut linked.content);
}

fn is_meant(content: Span, quotation: Span) -> bool {
    let start = content.start().max(quotation.start());
    let end = content.end().min(quotation.end());
    !content.contains(quotation) && end.saturating_sub(start) as f32 >= MEANT * quotation.len() as f32
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
