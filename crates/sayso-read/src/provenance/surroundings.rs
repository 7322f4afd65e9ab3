//! The words around an attribution that say how it came about: its sentence without what is attributed.

use std::ops::Range;

use sayso_text::Span;

use crate::attribution::AttributionSpans;
use crate::tokens::Tokens;

/// Tokens looked at on either side of a source, a cue or an edge of the content; what stands farther off in one
/// sentence belongs to something else.
const REACH: usize = 40;
/// Stretches of one attribution's content that are looked at; a quotation is rarely cut into more than three.
const PIECES: usize = 8;
/// Longest remark on where a content comes from that is looked for at its end, in tokens.
const REMARK: usize = 8;

/// All cues of an article by their first token, to tell whose words are whose.
pub(super) struct Cues {
    sorted: Vec<(usize, usize)>,
}

impl Cues {
    pub(super) fn new(tokens: &Tokens<'_>, attributions: &[AttributionSpans]) -> Self {
        let ranges = attributions.iter().enumerate().flat_map(|(number, attribution)| {
            attribution.cue.iter().flat_map(|cue| tokens.within(*cue)).map(move |index| (index, number))
        });
        let mut sorted: Vec<_> = ranges.collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// The attributions whose cue holds a token.
    pub(super) fn at(&self, index: usize) -> impl Iterator<Item = usize> {
        let start = self.sorted.partition_point(|cue| cue.0 < index);
        self.sorted[start..].iter().take_while(move |cue| cue.0 == index).map(|cue| cue.1)
    }
}

/// The words around one attribution.
pub(super) struct Surroundings {
    /// The stretches looked at, in order and apart; no content.
    pub(super) stretches: Vec<Range<usize>>,
    pub(super) source: Vec<Range<usize>>,
    pub(super) cue: Range<usize>,
    /// The first stretch of what is attributed.
    pub(super) content: Option<Range<usize>>,
    /// Cues of other attributions in the stretches, in order.
    walls: Vec<usize>,
}

impl Surroundings {
    /// The words around an attribution; `None` where its cue and source are empty.
    pub(super) fn new(
        tokens: &Tokens<'_>,
        attributions: &[AttributionSpans],
        number: usize,
        cues: &Cues,
    ) -> Option<Self> {
        let attribution = &attributions[number];
        let source: Vec<_> = ranges(tokens, &attribution.source);
        let anchor = ranges(tokens, &attribution.cue).into_iter().chain(source.iter().cloned()).next()?;
        let sentence = tokens.sentence(anchor.start);
        let content: Vec<_> =
            ranges(tokens, &attribution.content).into_iter().map(|range| without_remark(tokens, range)).collect();
        let outer = outer(tokens, attributions, attribution, &anchor).unwrap_or(sentence.clone());
        let bounds = sentence.start.max(outer.start)..sentence.end.min(outer.end);
        let stretches = stretches(&source, &anchor, &content, &bounds);
        let is_wall = |index: &usize| {
            !anchor.contains(index) && cues.at(*index).any(|other| other != number && attribution.parent != Some(other))
        };
        let walls = stretches.iter().cloned().flatten().filter(is_wall).collect();
        Some(Self { stretches, source, cue: anchor, content: content.into_iter().next(), walls })
    }

    /// Whether a token is nearer to this attribution's cue than to another one.
    pub(super) fn reaches(&self, index: usize) -> bool {
        let (low, high) = if index < self.cue.start { (index, self.cue.start) } else { (self.cue.end, index) };
        !self.walls.iter().any(|wall| (low..high).contains(wall) && *wall != index)
    }

    /// Whether a token belongs to the cue of another attribution than the parent.
    pub(super) fn is_wall(&self, index: usize) -> bool {
        self.walls.binary_search(&index).is_ok()
    }

    /// Whether a range shares a token with the source.
    pub(super) fn in_source(&self, range: &Range<usize>) -> bool {
        self.source.iter().any(|source| source.start < range.end && range.start < source.end)
    }

    /// The end of the stretch that holds a token.
    pub(super) fn end(&self, index: usize) -> usize {
        self.stretches.iter().find(|stretch| stretch.contains(&index)).map_or(index, |stretch| stretch.end)
    }
}

/// Spans as runs of tokens; empty ones left out.
pub(super) fn ranges(tokens: &Tokens<'_>, spans: &[Span]) -> Vec<Range<usize>> {
    spans.iter().map(|span| tokens.within(*span)).filter(|range| !range.is_empty()).collect()
}

/// The content of the parent that holds a cue: words beyond it speak of the parent.
fn outer(
    tokens: &Tokens<'_>,
    all: &[AttributionSpans],
    attribution: &AttributionSpans,
    cue: &Range<usize>,
) -> Option<Range<usize>> {
    let parent = all.get(attribution.parent?)?;
    parent.content.iter().take(PIECES).map(|span| tokens.within(*span)).find(|content| content.contains(&cue.start))
}

/// What lies near the source, the cue and the edges of the content, within bounds and without the content.
fn stretches(
    source: &[Range<usize>],
    cue: &Range<usize>,
    content: &[Range<usize>],
    bounds: &Range<usize>,
) -> Vec<Range<usize>> {
    let anchors = source.iter().chain([cue]).chain(content.iter().take(PIECES));
    let mut near: Vec<Range<usize>> = anchors
        .flat_map(|anchor| {
            let (start, end) = (anchor.start, anchor.end);
            [start.saturating_sub(REACH)..(start + REACH).min(end), end.saturating_sub(REACH).max(start)..end + REACH]
        })
        .map(|range| range.start.max(bounds.start)..range.end.min(bounds.end))
        .filter(|range| range.start < range.end)
        .collect();
    near.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in near {
        match joined.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => joined.push(range),
        }
    }
    content
        .iter()
        .take(PIECES)
        .fold(joined, |kept, content| kept.into_iter().flat_map(|range| without(range, content)).collect())
}

/// Content without what ends it and speaks of it: '(Reuters)', ', per state media'.
fn without_remark(tokens: &Tokens<'_>, content: Range<usize>) -> Range<usize> {
    let begins = |index: &usize| {
        let is_tie = matches!(tokens.word(index + 1), "per" | "via") || tokens.follows(index + 1, "according to");
        tokens.raw(*index) == "(" || tokens.raw(*index) == "," && is_tie
    };
    let ends = |start: &usize| {
        let closing = (*start..content.end).find(|index| tokens.raw(*index) == ")").unwrap_or(content.end);
        tokens.raw(*start) != "(" || closing + 2 >= content.end
    };
    let remark = (content.start + 1..content.end).rev().take(REMARK).find(begins).filter(ends);
    content.start..remark.unwrap_or(content.end)
}

fn without(range: Range<usize>, content: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let parts = [range.start..range.end.min(content.start), range.start.max(content.end)..range.end];
    parts.into_iter().filter(|part| part.start < part.end)
}
