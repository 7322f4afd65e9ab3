//! What a content states, one thing at a time: '18 people are dead, 160 have been rescued and 63 are missing'.

use sayso_text::Span;

use crate::Document;

use super::tail;
use super::verb::has_verb;

/// A statement: the words that make it, and the sentence that they were cut from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) span: Span,
    pub(super) sentence: Span,
}

/// The statements of a content, in order.
pub(super) fn clauses(document: &Document, content: &[Span]) -> Vec<Clause> {
    let sentences = content.iter().flat_map(|stretch| sentences(document, *stretch));
    sentences.flat_map(|sentence| statements(document, sentence)).collect()
}

fn statements(document: &Document, sentence: Span) -> Vec<Clause> {
    let parts = cut(document, sentence).into_iter().flat_map(|part| tail::without_tail(document, part));
    parts.map(|span| Clause { span, sentence }).collect()
}

/// The sentences of a stretch; one that only carries on stays with the one before.
fn sentences(document: &Document, stretch: Span) -> Vec<Span> {
    let mut parts: Vec<Span> = Vec::new();
    for part in plain_sentences(document, stretch) {
        let last = parts.last_mut().filter(|_| carries_on(document, part));
        match last {
            Some(last) if !last.is_empty() => {
                if let Some(joined) = document.text.span(last.start(), part.end()) {
                    *last = joined;
                }
            }
            _ => parts.push(part),
        }
    }
    parts
}

fn carries_on(document: &Document, part: Span) -> bool {
    let held = document.text.slice(part);
    let first = held.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').find(|word| !word.is_empty());
    let figure = held.chars().any(|letter| letter.is_ascii_digit());
    !figure && first.is_some_and(|word| document.language.mention.carry_on.contains(&word.to_lowercase()))
}

fn plain_sentences(document: &Document, stretch: Span) -> Vec<Span> {
    let held = document.text.slice(stretch);
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, letter) in held.char_indices() {
        let end = at + letter.len_utf8();
        if matches!(letter, '.' | '!' | '?') && ends_sentence(document, &held[..at], &held[end..]) {
            parts.extend(document.text.span(stretch.start() + start, stretch.start() + end));
            start = end;
        }
    }
    parts.extend(document.text.span(stretch.start() + start, stretch.end()));
    parts.into_iter().map(|part| document.text.trim(part)).filter(|part| !part.is_empty()).collect()
}

fn ends_sentence(document: &Document, before: &str, after: &str) -> bool {
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let rest = after.trim_start_matches(['"', '”', '’', ')', '\'']);
    let parted = rest.starts_with(char::is_whitespace);
    let next = rest.trim_start().trim_start_matches(['"', '“', '‘', '(', '\'']).chars().next();
    let short = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    parted
        && next.is_none_or(|next| next.is_uppercase() || next.is_numeric())
        && !short
        && !document.language.mention.abbreviations.contains(&word)
}

/// Cuts a sentence before 'and that', and before a figure that begins a clause of its own.
fn cut(document: &Document, sentence: Span) -> Vec<Span> {
    let mut cuts = and_that(document, sentence);
    cuts.extend(counting(document, sentence));
    cuts.sort_unstable();
    cuts.dedup();
    let mut start = sentence.start();
    let mut parts = Vec::new();
    for (end, next) in cuts {
        if end > start {
            parts.extend(document.text.span(start, end));
            start = next;
        }
    }
    parts.extend(document.text.span(start, sentence.end()));
    parts.retain(|part| !document.text.slice(*part).trim().is_empty());
    parts
}

/// Where 'and that' or 'but that' stands: its first byte, and the first behind it.
fn and_that(document: &Document, sentence: Span) -> Vec<(usize, usize)> {
    let held = document.text.slice(sentence);
    let found = document.language.mention.and_that.iter().flat_map(|joint| held.match_indices(joint));
    found.map(|(at, joint)| (sentence.start() + at, sentence.start() + at + joint.len())).collect()
}

/// Where a figure begins a clause of its own: the end of the clause before, and the figure's first byte.
fn counting(document: &Document, sentence: Span) -> Vec<(usize, usize)> {
    let figures = document.figure_positions.within(sentence).into_iter();
    let figures: Vec<(usize, bool)> = figures
        .filter_map(|index| {
            Some((document.figures[index]?.start(), document.entry.record.figures[index].part_of.is_some()))
        })
        .collect();
    let (text, words) = (document.text.as_str(), document.language);
    let ends: Vec<usize> = figures.iter().skip(1).map(|(start, _)| *start).chain([sentence.end()]).collect();
    let held = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let (mut from, mut seen, mut verb) = (sentence.start(), sentence.start(), false);
    let mut cuts = Vec::new();
    for ((start, part), next) in figures.into_iter().zip(ends) {
        verb |= has_verb(held(seen, start), words);
        seen = start;
        let joint = words.mention.before_figure.iter().find(|joint| held(from, start).ends_with(joint));
        if let Some(joint) = joint.filter(|_| !part && verb && has_verb(held(start, next), words)) {
            cuts.push((start - joint.len(), start));
            (from, verb) = (start, false);
        }
    }
    cuts
}
