//! What belongs to a cue: its source and its content, as runs of words.

use std::ops::Range;

use sayso_text::Span;

use super::best_path::{best_path, runs};
use super::cues::Cue;
use crate::model::{Links, Word};

const BEGIN_SOURCE: usize = 1;
const IN_SOURCE: usize = 2;
const BEGIN_CONTENT: usize = 3;
const IN_CONTENT: usize = 4;

/// A cue with its source and content.
#[derive(Debug, Clone, PartialEq)]
pub struct Linked {
    /// The words that attribute.
    pub cue: Vec<Span>,
    /// Who is named; may be empty.
    pub source: Vec<Span>,
    /// What is attributed; never empty.
    pub content: Vec<Span>,
    /// Mean log-probability of the chosen roles over the words that have one.
    pub score: f32,
}

/// The source and content of a cue on the best path through the roles; `None` where there is no content to attribute.
pub fn linked(words: &[Word], cue: &Cue, links: &Links, visible: &[Span]) -> Option<Linked> {
    let in_cue = |index: usize| cue.words.contains(&(links.first + index));
    let scores: Vec<[f32; 5]> =
        links.roles.iter().enumerate().map(|(index, roles)| if in_cue(index) { NEITHER } else { *roles }).collect();
    let path = best_path(&scores, follows);
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

/// A word of the cue is neither source nor content.
const NEITHER: [f32; 5] = [0.0, f32::NEG_INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];

fn follows(before: Option<usize>, tag: usize) -> bool {
    match tag {
        IN_SOURCE => matches!(before, Some(BEGIN_SOURCE | IN_SOURCE)),
        IN_CONTENT => matches!(before, Some(BEGIN_CONTENT | IN_CONTENT)),
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
    let with_role = || scores.iter().zip(path).filter(|(_, tag)| **tag != 0);
    let sum: f32 = with_role().map(|(row, tag)| row[*tag]).sum();
    sum / with_role().count().max(1) as f32
}
