//! What runs through the pages of a PDF: heads, feet and page numbers, which stand at the same height of several pages.

use std::collections::HashMap;

use super::paragraphs::Placed;

/// How many lines at the head and at the foot of a page may run through.
const EDGE: usize = 3;

/// Heights that differ by fewer points are the same.
const SAME_HEIGHT: f64 = 3.0;

/// Digits of a page number.
const LONGEST_NUMBER: usize = 4;

/// What is compared of a line: its words, any number for every other, and its height in steps of [`SAME_HEIGHT`].
type LineKey = (String, i64);

/// All lines, those that run through the pages marked.
pub(super) fn mark(pages: Vec<Vec<Placed>>) -> Vec<Placed> {
    let mut counts: HashMap<LineKey, usize> = HashMap::new();
    for page in &pages {
        for at in edges(page) {
            for key in keys(&page[at]) {
                *counts.entry(key).or_default() += 1;
            }
        }
    }
    let is_running = |placed: &Placed| {
        is_number(&placed.line.text) || keys(placed).iter().any(|key| counts.get(key).is_some_and(|count| *count > 1))
    };
    let marked = pages.into_iter().flat_map(|mut page| {
        for at in edges(&page) {
            page[at].is_running |= is_running(&page[at]);
        }
        page
    });
    marked.collect()
}

/// The lines at the head and at the foot of a page.
fn edges(page: &[Placed]) -> Vec<usize> {
    let mut by_height: Vec<usize> = (0..page.len()).collect();
    by_height.sort_by(|one, other| page[*other].line.base.total_cmp(&page[*one].line.base));
    let head = EDGE.min(by_height.len() / 2);
    let foot = by_height.len().saturating_sub(EDGE).max(head);
    by_height[..head].iter().chain(&by_height[foot..]).copied().collect()
}

/// Two keys, with heights rounded up and down, so that none falls between two steps.
fn keys(placed: &Placed) -> [LineKey; 2] {
    let words = placed.line.text.to_lowercase();
    let mut plain = String::with_capacity(words.len());
    for letter in words.chars().filter(|letter| !letter.is_whitespace()) {
        if !letter.is_ascii_digit() {
            plain.push(letter);
        } else if !plain.ends_with('#') {
            plain.push('#');
        }
    }
    #[allow(clippy::cast_possible_truncation)]
    let step = (placed.line.base / SAME_HEIGHT).floor() as i64;
    [(plain.clone(), step), (plain, step + 1)]
}

/// A number by itself.
fn is_number(text: &str) -> bool {
    let bare =
        text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '–' | '—' | '|' | '.'));
    (1..=LONGEST_NUMBER).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit())
}
