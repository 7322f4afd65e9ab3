//! Attributions in tokens, and which printed one stands for which of gold.

use std::ops::Range;

use serde_json::Value;

use super::SAME;
use super::overlap::{self, range};
use super::tokens::{self, Tokens, covered, tokens};

/// The three parts of an attribution, in the order of every array here.
pub const ROLES: [&str; 3] = ["source", "cue", "content"];
/// Place of the source among the roles.
pub const SOURCE: usize = 0;
const CONTENT: usize = 2;

/// The attributions of gold and those printed that can be held against them.
pub fn views<'a>(gold: &'a Value, printed: &'a Value) -> (Vec<View<'a>>, Vec<View<'a>>) {
    let tokens = tokens(gold["text"].as_str().unwrap_or_default());
    let views = |attributions: Vec<&'a Value>| -> Vec<View<'a>> {
        attributions.into_iter().map(|attribution| View::new(&tokens, attribution)).collect()
    };
    (views(listed(gold)), views(comparable(gold, printed)))
}

/// Attributions of gold with the printed ones that say the same, as records.
pub fn pairs<'a>(gold: &'a Value, printed: &'a Value) -> Vec<(&'a Value, &'a Value)> {
    let (gold, printed) = views(gold, printed);
    align(&gold, &printed).into_iter().map(|(wanted, given)| (gold[wanted].record, printed[given].record)).collect()
}

/// The spans of one role, as they stand in a record.
pub fn spans(attribution: &Value, role: &str) -> Vec<Range<usize>> {
    let ends = |span: &Value| range(&span[0], &span[1]);
    attribution[role].as_array().into_iter().flatten().filter_map(ends).collect()
}

/// A record's attributions.
pub fn listed(record: &Value) -> Vec<&Value> {
    overlap::listed(record, "attributions")
}

fn nests(attribution: &Value) -> bool {
    !attribution["parent"].is_null()
}

/// Leaves printed nested attributions aside where gold's guideline annotates none: PolNeAR's does not.
fn comparable<'a>(gold: &Value, printed: &'a Value) -> Vec<&'a Value> {
    let gold_nests = gold["corpus"] != "polnear" || listed(gold).into_iter().any(nests);
    listed(printed).into_iter().filter(|attribution| gold_nests || !nests(attribution)).collect()
}

/// An attribution in tokens.
pub struct View<'a> {
    /// The tokens of each role.
    pub roles: [Tokens; 3],
    /// The tokens of each span of a role.
    pub runs: [Vec<Tokens>; 3],
    /// Whether it stands in the content of another.
    pub nested: bool,
    /// As printed.
    pub quote_type: String,
    /// As printed.
    pub confidence: f64,
    /// What it was made from.
    pub record: &'a Value,
}

impl<'a> View<'a> {
    fn new(tokens: &[Range<usize>], attribution: &'a Value) -> Self {
        let spans = ROLES.map(|role| spans(attribution, role));
        let run = |span: &Range<usize>| covered(tokens, std::slice::from_ref(span));
        Self {
            roles: spans.each_ref().map(|spans| covered(tokens, spans)),
            runs: spans.each_ref().map(|spans| spans.iter().map(run).filter(|run| !run.is_empty()).collect()),
            nested: nests(attribution),
            quote_type: attribution["quote_type"].as_str().unwrap_or("none").to_owned(),
            confidence: attribution["confidence"].as_f64().unwrap_or(0.0),
            record: attribution,
        }
    }
}

/// Pairs of indexes, one to one, the best overlap of contents first.
pub fn align(gold: &[View], printed: &[View]) -> Vec<(usize, usize)> {
    let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
    for (wanted, a) in gold.iter().enumerate() {
        for (given, b) in printed.iter().enumerate() {
            let (a, b) = (&a.roles[CONTENT], &b.roles[CONTENT]);
            if !a.is_disjoint(b) && tokens::overlap(a, b) >= SAME {
                candidates.push((tokens::overlap(a, b), wanted, given));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut gold_used, mut printed_used) = (vec![false; gold.len()], vec![false; printed.len()]);
    candidates
        .into_iter()
        .filter(|&(_, wanted, given)| {
            let free = !gold_used[wanted] && !printed_used[given];
            if free {
                (gold_used[wanted], printed_used[given]) = (true, true);
            }
            free
        })
        .map(|(_, wanted, given)| (wanted, given))
        .collect()
}
