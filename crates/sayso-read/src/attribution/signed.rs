//! Quotations with a line beneath them that says whose they are, as magazines set them off: '“We are pouring money away.”'
//! and below 'District Attorney Kenneth Thompson'.

use sayso_text::{Span, Text};

use crate::quotation::Quotation;
use crate::speaker::People;
use crate::tokens::{Kind, Tokens};

use super::AttributionSpans;
use super::cueless::CuelessQuotation;

/// How likely it is that such a line says whose the quotation is.
pub const CONFIDENCE: f32 = 0.8;

/// Words of such a line at most: a name and an office.
const LONGEST: usize = 14;

/// Words of a quotation at least: what is shorter is a heading.
const SHORTEST: usize = 5;

/// Bytes of a line that are looked at.
const REACH: usize = 240;

/// The quotations that fill lines of their own, of which no known triple has anything, and are signed in the line behind.
pub fn signed(
    text: &Text,
    tokens: &Tokens<'_>,
    people: &People<'_, '_>,
    quotations: &[Quotation],
    known: &[AttributionSpans],
) -> Vec<CuelessQuotation> {
    let mut names: Option<Vec<Span>> = None;
    let mut heard: Vec<Span> =
        known.iter().flat_map(|triple| triple.cue.iter().chain(&triple.content)).copied().collect();
    heard.sort_unstable();
    let of = |quotation: &Quotation| {
        let content = quotation.span;
        let line = line_behind(text, content).filter(|_| opens_line(text, content))?;
        let run = tokens.within(line);
        let words = run.clone().filter(|at| tokens.is(*at, Kind::Word)).count();
        if run.is_empty() || words > LONGEST || tokens.within(content).len() < SHORTEST {
            return None;
        }
        let names = names.get_or_insert_with(|| people.all().collect());
        let source = text.trim(line);
        let name = sole(names, source)?;
        let at_an_end = name.start() == source.start() || name.end() == source.end();
        let is_line = at_an_end
            && !has_verb(tokens, line)
            && !text.slice(source).contains(':')
            && !text.slice(source).ends_with(['.', '!', '?']);
        let is_free = first_in(&heard, content.to(line)).is_none();
        (is_line && is_free).then_some(CuelessQuotation { source, content })
    };
    quotations.iter().filter_map(of).collect()
}

/// Whether nothing stands before a span in its line.
fn opens_line(text: &Text, span: Span) -> bool {
    text.as_str()[..span.start()].trim_end_matches([' ', '\t']).ends_with('\n') || span.start() == 0
}

/// The line behind the one that a span ends, without the dash before it.
fn line_behind(text: &Text, span: Span) -> Option<Span> {
    let rest = text.as_str()[span.end()..].trim_start_matches([' ', '\t']);
    let rest = rest.strip_prefix('\n')?;
    let line = rest.trim_start_matches('\n').split('\n').next()?.trim_start_matches(['—', '–', '-', ' ']);
    text.span_of(line).filter(|line| !line.is_empty() && line.len() <= REACH)
}

/// The one name within a span.
fn sole(names: &[Span], within: Span) -> Option<Span> {
    let first = names.partition_point(|name| name.start() < within.start());
    let mut inside = names[first..].iter().take_while(|name| name.end() <= within.end());
    inside.next().filter(|_| inside.next().is_none()).copied()
}

/// The first of ordered spans that begins within a stretch.
fn first_in(spans: &[Span], within: Span) -> Option<Span> {
    let first = spans.partition_point(|span| span.start() < within.start());
    spans.get(first).filter(|span| span.start() < within.end()).copied()
}

/// Whether a line has a finite verb: it tells something, and signs nothing.
fn has_verb(tokens: &Tokens<'_>, line: Span) -> bool {
    let language = tokens.language();
    let is_verb = |word: &str| language.speaker.is_finite_verb(word) || language.stance.is_clause_word(word);
    tokens.within(line).any(|at| !tokens.is_capital(at) && is_verb(tokens.word(at)))
}
