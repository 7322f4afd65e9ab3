//! Why a source is not named, in the article's words: 'on condition of anonymity because she feared for her job'.

use std::collections::BTreeMap;
use std::ops::Range;

use sayso_text::Span;

use crate::attribution::AttributionSpans;
use crate::speaker::{SpeakerKind, Voice};
use crate::tokens::{Kind, Tokens};

use super::source::tokens_of;

/// How far words before a ground belong to it, in tokens.
const BACK: usize = 12;

/// How far a reason goes on behind a ground, in tokens.
const AHEAD: usize = 40;

/// Paragraphs between a source and a sentence that says why it is not named, at most.
const NEAR: usize = 1;

/// Reasons that are kept of one source: every one of its attributions has them, so that a text that repeats them without
/// end would grow as its square.
const MOST: usize = 4;

/// The words that say why each attribution's source is not named; what is said once holds for all that it says.
pub(super) fn whys(tokens: &Tokens<'_>, triples: &[AttributionSpans], voices: &[Vec<Voice>]) -> Vec<Vec<Span>> {
    let mut whys = vec![Vec::new(); triples.len()];
    let grounds = grounds(tokens);
    let unnamed: Vec<UnnamedSource> = sources(tokens, triples, voices);
    if grounds.is_empty() || unnamed.is_empty() {
        return whys;
    }
    let mut said: BTreeMap<&str, Vec<&AttributionSpans>> = BTreeMap::new();
    for source in &unnamed {
        said.entry(source.name).or_default().push(&triples[source.index]);
    }
    let mut of: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for ground in grounds {
        let Some(source) = bound(tokens, &ground, &unnamed) else { continue };
        let reasons = of.entry(source.name).or_default();
        if reasons.len() < MOST {
            reasons.extend(reason(tokens, &ground, &said[source.name]));
        }
    }
    for source in &unnamed {
        whys[source.index] = of.get(source.name).cloned().unwrap_or_default();
    }
    whys
}

/// A source without a name.
struct UnnamedSource<'v> {
    index: usize,
    /// Where it stands: its source, otherwise its cue.
    at: usize,
    name: &'v str,
}

fn sources<'v>(tokens: &Tokens<'_>, triples: &[AttributionSpans], voices: &'v [Vec<Voice>]) -> Vec<UnnamedSource<'v>> {
    let source = |(index, (triple, voices)): (usize, (&AttributionSpans, &'v Vec<Voice>))| {
        let voice = voices.first().filter(|voice| is_unnamed(voice))?;
        let words = tokens_of(tokens, triple).or_else(|| Some(tokens.within(*triple.cue.first()?)))?;
        Some(UnnamedSource { index, at: words.start, name: &voice.speaker.name })
    };
    let mut all: Vec<UnnamedSource<'_>> = triples.iter().zip(voices).enumerate().filter_map(source).collect();
    all.sort_by_key(|source| source.at);
    all
}

fn is_unnamed(voice: &Voice) -> bool {
    !voice.is_named && matches!(voice.speaker.kind, SpeakerKind::Unnamed | SpeakerKind::Group)
}

/// Where an article says that somebody is not named.
fn grounds(tokens: &Tokens<'_>) -> Vec<Range<usize>> {
    let words = &tokens.language().capacity.anonymity;
    let mut by_first: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for phrase in words.grounds.iter() {
        by_first.entry(phrase.split(' ').next().unwrap_or(phrase)).or_default().push(phrase);
    }
    let at = |at: usize| {
        let phrase = by_first.get(tokens.word(at))?.iter().find(|phrase| tokens.follows(at, phrase))?;
        let ground = at..at + phrase.split(' ').count();
        is_about_names(tokens, &ground).then_some(ground)
    };
    let mut all: Vec<Range<usize>> = Vec::new();
    for ground in (0..tokens.len()).filter_map(at) {
        match all.last_mut() {
            // 'on condition of anonymity because they were not authorised to speak' is one.
            Some(last)
                if tokens.sentence(last.start) == tokens.sentence(ground.start)
                    && reaches(tokens, last.end, ground.start) =>
            {
                last.end = ground.end
            }
            _ => all.push(ground),
        }
    }
    all
}

/// 'on condition that she was not named', not 'on condition that the port is closed'.
fn is_about_names(tokens: &Tokens<'_>, ground: &Range<usize>) -> bool {
    let words = &tokens.language().capacity.anonymity;
    let last = tokens.word(ground.end - 1);
    let clause = ground.end..clause_end(tokens, ground.end);
    last != "that" || clause.into_iter().any(|at| words.conditions.contains(tokens.word(at)))
}

/// Whether a clause goes on without a mark from one token to another.
fn reaches(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    clause_end(tokens, from) >= to && (from == to || goes_on(tokens, from))
}

/// The end of the clause that a token stands in.
fn clause_end(tokens: &Tokens<'_>, from: usize) -> usize {
    let sentence = tokens.sentence(from.saturating_sub(1)).end;
    let is_mark = |at: &usize| tokens.is(*at, Kind::Mark) && !matches!(tokens.word(*at), "-" | "'" | "’" | "/" | "$");
    let end = sentence.min(from + AHEAD);
    (from..end).find(is_mark).unwrap_or(end)
}

fn goes_on(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.language().capacity.anonymity.goes_on.contains(tokens.word(at))
}

/// Whose words a ground belongs to: the nearest source of its sentence; where it has none, the nearest before it.
fn bound<'s, 'v>(
    tokens: &Tokens<'_>,
    ground: &Range<usize>,
    sources: &'s [UnnamedSource<'v>],
) -> Option<&'s UnnamedSource<'v>> {
    let sentence = tokens.sentence(ground.start);
    let first = sources.partition_point(|source| source.at < sentence.start);
    let end = sources.partition_point(|source| source.at < sentence.end);
    let here = &sources[first..end];
    if !here.is_empty() {
        return here.iter().min_by_key(|source| source.at.abs_diff(ground.start));
    }
    let spoke = &tokens.language().capacity.anonymity.spoke;
    let tells = sentence.clone().any(|at| spoke.contains(tokens.word(at)));
    let near = |source: &&UnnamedSource<'_>| {
        tokens.paragraph_number(source.at) + NEAR >= tokens.paragraph_number(ground.start)
    };
    let before = sources[..first].last().filter(near);
    let behind =
        sources.get(end).filter(|source| tokens.paragraph_number(source.at) == tokens.paragraph_number(ground.start));
    before.or(behind).filter(|_| tells)
}

/// The words of a ground with those before it that belong to it and the reason behind it; never what is attributed to
/// the source, nor the cue that does it.
fn reason(tokens: &Tokens<'_>, ground: &Range<usize>, said: &[&AttributionSpans]) -> Option<Span> {
    let words = &tokens.language().capacity.anonymity;
    let sentence = tokens.sentence(ground.start);
    let lead = (sentence.start..ground.start).rev().take(BACK);
    let mut start = ground.start - lead.take_while(|at| words.leads.contains(tokens.word(*at))).count();
    while start < ground.start && words.no_openers.contains(tokens.word(start)) {
        start += 1;
    }
    let is_open = words.open.contains(tokens.word(ground.end - 1));
    let end = if is_open || goes_on(tokens, ground.end) { clause_end(tokens, ground.end) } else { ground.end };
    // 'because she feared …' is part of the reason, not what she is quoted for.
    let within = |triple: &&&AttributionSpans| {
        let source = triple.source.first().map(|source| tokens.within(*source).start);
        source.is_none_or(|source| !(ground.end..end).contains(&source))
    };
    let parts = said.iter().filter(within).flat_map(|triple| triple.content.iter().chain(&triple.cue));
    let begins =
        parts.map(|part| tokens.within(*part).start).filter(|begins| *begins >= ground.end && *begins < end).min();
    tokens.span_of(start..begins.unwrap_or(end))
}
