//! What belongs to a cue: its source and its content, as runs of words.

use std::ops::Range;

use sayso_text::Span;

use super::best_path::{best_path, runs};
use super::cue::Cue;
use crate::model::{Links, Word, words_in};
use crate::quotation::{Quotation, touching};

const NEITHER: usize = 0;
const BEGIN_SOURCE: usize = 1;
const IN_SOURCE: usize = 2;
const BEGIN_CONTENT: usize = 3;
const IN_CONTENT: usize = 4;

/// A cue with its source and content.
#[derive(Debug, Clone, PartialEq)]
pub struct Linked {
    /// The words that attribute.
    pub cue: Vec<Span>,
    /// Who is named: one run of words, or none; more than one span where furniture interrupts it.
    pub source: Vec<Span>,
    /// What is attributed; never empty.
    pub content: Vec<Span>,
    /// Mean log-probability of the chosen roles over the words that have one.
    pub score: f32,
}

/// The source and content of a cue on the best path through the roles; `None` where there is no content to attribute.
pub fn linked(words: &[Word], quotations: &[Quotation], cue: &Cue, links: &Links, visible: &[Span]) -> Option<Linked> {
    let mut scores = links.roles.clone();
    for (row, index) in scores.iter_mut().zip(links.first..) {
        if cue.words.contains(&index) {
            *row = IS_CUE;
        } else if is_quoted_apart(words, quotations, index, &cue.words) {
            [row[BEGIN_SOURCE], row[IN_SOURCE]] = [f32::NEG_INFINITY; 2];
        }
    }
    let path = roles(&scores);
    let spans = |runs: Vec<Range<usize>>| {
        let whole = |run: Range<usize>| run.start + links.first..run.end + links.first;
        runs.into_iter().flat_map(|run| seen(words, whole(run), visible)).collect::<Vec<_>>()
    };
    let content = spans(runs(&path, BEGIN_CONTENT, IN_CONTENT));
    (!content.is_empty()).then(|| Linked {
        cue: seen(words, cue.words.clone(), visible),
        source: spans(runs(&path, BEGIN_SOURCE, IN_SOURCE)),
        content,
        score: mean_score(&scores, &path),
    })
}

/// Words, marks included, that a quotation has at least to be one: fewer may be a title, as of a film, or a nickname.
const LEAST_QUOTED: usize = 8;

/// Whether a word stands in a quotation that does not hold the cue. Whoever is said to say it is then not in there: of
/// 20,146 annotated sources one is.
fn is_quoted_apart(words: &[Word], quotations: &[Quotation], index: usize, cue: &Range<usize>) -> bool {
    touching(quotations, words[index].span).iter().any(|quotation| {
        words_in(words, quotation.span).len() >= LEAST_QUOTED && !quotation.span.contains(words[cue.start].span)
    })
}

/// A word of the cue is neither source nor content.
const IS_CUE: [f32; 5] = [0.0, f32::NEG_INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];

/// The most likely role of each word, where the source is one run: of 20,138 sources in PolNeAR's training half and
/// the Wikinews articles nine have two. Contents may have any number of runs.
fn roles(scores: &[[f32; 5]]) -> Vec<usize> {
    let states: Vec<[f32; STATES.len()]> = scores.iter().map(|row| STATES.map(|(role, _)| row[role])).collect();
    best_path(&states, follows).into_iter().map(|state| STATES[state].0).collect()
}

/// A role, and whether the source has ended before the word.
const STATES: [(usize, bool); 8] = [
    (NEITHER, false),
    (BEGIN_SOURCE, false),
    (IN_SOURCE, false),
    (BEGIN_CONTENT, false),
    (IN_CONTENT, false),
    (NEITHER, true),
    (BEGIN_CONTENT, true),
    (IN_CONTENT, true),
];

fn follows(before: Option<usize>, state: usize) -> bool {
    let (role, ended) = STATES[state];
    let Some((role_before, ended_before)) = before.map(|before| STATES[before]) else {
        return !ended && !matches!(role, IN_SOURCE | IN_CONTENT);
    };
    let in_source_before = matches!(role_before, BEGIN_SOURCE | IN_SOURCE);
    match role {
        IN_SOURCE => in_source_before,
        _ if ended != (ended_before || in_source_before) => false,
        IN_CONTENT => matches!(role_before, BEGIN_CONTENT | IN_CONTENT),
        _ => true,
    }
}

/// The spans of a run of words, cut where furniture stands in between.
fn seen(words: &[Word], run: Range<usize>, visible: &[Span]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for word in &words[run] {
        let part = |span: Span| visible.partition_point(|part| part.end() <= span.start());
        match spans.last_mut() {
            Some(last) if part(*last) == part(word.span) => *last = last.to(word.span),
            _ => spans.push(word.span),
        }
    }
    spans
}

fn mean_score(scores: &[[f32; 5]], path: &[usize]) -> f32 {
    let with_role = || scores.iter().zip(path).filter(|(_, tag)| **tag != NEITHER);
    let sum: f32 = with_role().map(|(row, tag)| row[*tag]).sum();
    sum / with_role().count().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scores that all but say `role`.
    fn surely(role: usize) -> [f32; 5] {
        std::array::from_fn(|other| if other == role { -0.01 } else { -5.0 })
    }

    #[test]
    fn a_source_is_one_run_and_a_content_may_be_many() {
        let mut scores = [BEGIN_CONTENT, NEITHER, BEGIN_SOURCE, NEITHER, BEGIN_SOURCE, BEGIN_CONTENT].map(surely);
        scores[4][BEGIN_SOURCE] = -0.5;
        assert_eq!(roles(&scores), [BEGIN_CONTENT, NEITHER, BEGIN_SOURCE, NEITHER, NEITHER, BEGIN_CONTENT]);
    }
}
