//! Teasers: headlines and summaries of other articles, known by what stands over them or because they stand twice.

use std::collections::HashMap;

use crate::article::FurnitureKind::{self, Teaser};

use super::lines::{self, FurnitureLine};
use super::phrases;

/// A doubled headline stands again within so many lines: its picture's caption and a header lie between.
const DOUBLED_WITHIN: usize = 5;

/// A longer paragraph under a teaser's headline is the article going on.
const LONGEST_SUMMARY: usize = 200;

/// At most so many headlines are listed under a header.
const MOST_LISTED: usize = 10;

pub(super) fn mark(lines: &[FurnitureLine<'_>], kinds: &mut [Option<FurnitureKind>]) {
    mark_doubled(lines, kinds);
    for at in 0..lines.len() {
        if phrases::is_list_header(lines[at].text) {
            kinds[at].get_or_insert(Teaser);
            mark_list(at + 1, lines, kinds);
        }
    }
}

/// A headline that stands twice close together; with a header between, the short paragraph after it is its summary.
fn mark_doubled(lines: &[FurnitureLine<'_>], kinds: &mut [Option<FurnitureKind>]) {
    let counts = lines::counts(lines);
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let doubled = |line: &FurnitureLine<'_>| counts[line.text] == 2 && line.is_headline_like();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| doubled(line)) {
        let first = seen.insert(line.text, at).filter(|first| *first > 0 && at - first <= DOUBLED_WITHIN);
        let Some(first) = first else { continue };
        kinds[first] = Some(Teaser);
        kinds[at] = Some(Teaser);
        let headed = (first + 1..at).any(|between| phrases::is_list_header(lines[between].text));
        let summary =
            lines.get(at + 1).filter(|next| headed && next.text.len() <= LONGEST_SUMMARY && !is_quoted(next.text));
        if summary.is_some() && kinds[at + 1].is_none() {
            kinds[at + 1] = Some(Teaser);
        }
    }
}

fn mark_list(start: usize, lines: &[FurnitureLine<'_>], kinds: &mut [Option<FurnitureKind>]) {
    for at in start..lines.len().min(start + MOST_LISTED) {
        if kinds[at].is_none() && !lines[at].is_headline_like() {
            break;
        }
        kinds[at].get_or_insert(Teaser);
    }
}

fn is_quoted(text: &str) -> bool {
    text.starts_with(['“', '"', '‘', '\'', '«', '„'])
}
