//! Paragraphs that are a quotation and nothing else: the last speaker goes on, or the one whom the paragraphs around name.

use std::ops::Range;

use sayso_text::{Span, Text};

use crate::quotation::{Quotation, touching};
use crate::speaker::People;
use crate::tokens::Tokens;

use super::AttributionSpans;
use super::cueless::CuelessQuotation;

/// How likely it is that such a paragraph is read rightly.
pub const CONFIDENCE: f32 = 0.6;

/// Known spans before a paragraph's end that are looked at for one that reaches into it.
const NEAR: usize = 64;

/// Tokens at the head of a paragraph among which its subject is looked for: 'The mayor, Ms. Brandt, sold'.
const HEAD: usize = 6;

/// The paragraphs of quotations alone that no known triple has, whose speaker the paragraph before gives, in order.
pub fn continued(
    text: &Text,
    tokens: &Tokens<'_>,
    people: &People<'_, '_>,
    quotations: &[Quotation],
    known: &[AttributionSpans],
) -> Vec<CuelessQuotation> {
    let known = Before::of(known);
    let mut found: Vec<CuelessQuotation> = Vec::new();
    let mut before: Option<Range<usize>> = None;
    let mut start = 0;
    while start < tokens.len() {
        let paragraph = tokens.paragraph(start);
        start = paragraph.end;
        let content = tokens.span_of(paragraph.clone());
        let bare = content.filter(|content| is_quoted(text, quotations, *content) && !known.touches(*content));
        if let (Some(content), Some(before)) = (bare, before.and_then(|before| tokens.span_of(before))) {
            let goes_on = found.last().filter(|last| last.content == before).map(|last| last.source);
            let source = goes_on
                .or_else(|| known.last_speaker(before))
                .or_else(|| told_of(tokens, people, &known, before, start));
            found.extend(source.map(|source| CuelessQuotation { source, content }));
        }
        before = Some(paragraph);
    }
    found
}

/// Whether nothing but white space stands outside of a stretch's quotations.
fn is_quoted(text: &Text, quotations: &[Quotation], stretch: Span) -> bool {
    let within = touching(quotations, stretch).iter().map(|one| one.span);
    let held: Vec<Span> = within.filter(|one| stretch.contains(*one)).collect();
    let covered: usize = held.iter().map(|span| span.len()).sum();
    let spaces = text.slice(stretch).len() - covered;
    !held.is_empty() && spaces < held.len()
}

/// What is known already, in the order of the text.
struct Before<'k> {
    /// Contents and cues.
    spans: Vec<Span>,
    by_cue: Vec<(Span, &'k AttributionSpans)>,
}

impl<'k> Before<'k> {
    fn of(triples: &'k [AttributionSpans]) -> Self {
        let mut spans: Vec<Span> = triples.iter().flat_map(|one| one.content.iter().chain(&one.cue)).copied().collect();
        spans.sort_unstable();
        let mut by_cue: Vec<(Span, &AttributionSpans)> =
            triples.iter().filter_map(|triple| Some((*triple.cue.first()?, triple))).collect();
        by_cue.sort_by_key(|(cue, _)| *cue);
        Self { spans, by_cue }
    }

    /// Whether something known begins in a stretch, or ends there: what is longer than a paragraph is looked for before it.
    fn touches(&self, stretch: Span) -> bool {
        let end = self.spans.partition_point(|span| span.start() < stretch.end());
        self.spans[..end].iter().rev().take(NEAR).any(|span| span.overlaps(stretch))
    }

    /// The triples whose cues stand in a paragraph.
    fn within(&self, paragraph: Span) -> &[(Span, &'k AttributionSpans)] {
        let start = self.by_cue.partition_point(|(cue, _)| cue.start() < paragraph.start());
        let end = self.by_cue.partition_point(|(cue, _)| cue.start() < paragraph.end());
        &self.by_cue[start..end.max(start)]
    }

    /// The source of what is quoted in a paragraph, where it is one alone.
    fn last_speaker(&self, paragraph: Span) -> Option<Span> {
        let quoted =
            self.within(paragraph).iter().filter(|(_, triple)| triple.quote_type != crate::QuoteType::Indirect);
        let mut sources: Vec<Span> = quoted.filter_map(|(_, triple)| triple.source.first().copied()).collect();
        sources.dedup();
        match sources[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// The one person whom a paragraph without any attribution names, as the subject of its first sentence: where its colon
/// introduces what he says, or the paragraph behind the quotation, at `next`, goes on about him. A caption does neither: of two
/// that were read with less in 260 articles, one was a photograph's.
fn told_of(
    tokens: &Tokens<'_>,
    people: &People<'_, '_>,
    known: &Before<'_>,
    paragraph: Span,
    next: usize,
) -> Option<Span> {
    let run = tokens.within(paragraph);
    let opening = tokens.sentence(run.start);
    let only = people.only_subject(&run).filter(|_| known.within(paragraph).is_empty())?;
    let is_opening = opening.contains(&tokens.within(only).start);
    let introduces = tokens.word(run.end - 1) == ":";
    (is_opening && (introduces || goes_on_about(tokens, only, next))).then_some(only)
}

/// Whether the paragraph at a token begins with somebody's last name or with a pronoun for a person.
fn goes_on_about(tokens: &Tokens<'_>, name: Span, at: usize) -> bool {
    let last = tokens.word(tokens.within(name).end - 1);
    let is_named = at < tokens.len() && tokens.paragraph(at).take(HEAD).any(|index| tokens.word(index) == last);
    is_named || tokens.language().speaker.is_person_pronoun(tokens.word(at))
}
