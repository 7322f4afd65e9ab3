//! A selection whose words are gone: what stands between its neighbours now.

use std::ops::Range;

use super::context::Fitting;
use super::folded::Folded;
use super::{Anchor, Fit};

/// Characters of a neighbour by which its place is found: all that is looked for, and the least.
const LENGTHS: [usize; 2] = [24, 10];

/// How much more or less than a quarter of its length a passage may have gained or lost beside one neighbour.
const SLACK: usize = 8;

/// What a first or last word in common counts, of places that overlap.
const ENDS: f64 = 0.05;

/// How much longer than the passage what stands in its place may be.
const LONGER: usize = 3;

/// Characters that may always stand there.
const ROOM: usize = 80;

/// Share of the passage's words that must be in what stands beside one neighbour alone: one word in five was changed.
const ALIKE: f64 = 0.6;

/// What stands in a passage's place, or that nothing does.
pub(super) fn replaced(sought: &Fitting, text: &Folded) -> Anchor {
    let ends = after(sought, text);
    let starts = before(sought, text);
    let length = sought.exact.len();
    // At the head or the end of a text a new paragraph may have come between: only about as much may stand there.
    let inside = sought.before.len().min(sought.behind.len()) >= LENGTHS[1];
    let most = if inside { length * LONGER + ROOM } else { length + length / 2 + SLACK };
    let between = ends
        .iter()
        .flat_map(|end| starts.iter().filter(|start| *start >= end && **start - *end <= most).map(|start| *end..*start))
        .min_by_key(Range::len);
    let beside = || beside(sought, text, &ends, &starts);
    let place = if inside { between.or_else(beside) } else { beside().or(between) };
    let place = place.map(|place| trimmed(text, place)).filter(|place| has_words(&text.signs[place.clone()]));
    match place {
        Some(place) => Anchor::in_text(Fit::Changed, vec![text.origin(&place)]),
        None => Anchor::in_text(Fit::Orphan, Vec::new()),
    }
}

/// Where what stood before the passage ends; of what is gone itself, where what stood before that ends.
fn after(sought: &Fitting, text: &Folded) -> Vec<usize> {
    let before = without_end(&sought.before);
    if before.len() < LENGTHS[1] {
        return if text.signs.starts_with(before) { vec![before.len()] } else { Vec::new() };
    }
    let edges: Vec<usize> =
        (1..=before.len()).rev().filter(|end| *end == before.len() || is_edge(before, *end)).collect();
    let places = nearest(&edges, |end, length| text.occurrences(before.get(end.checked_sub(length)?..end)?).into());
    places.into_iter().map(|place| place.end).collect()
}

/// Where what stood behind the passage begins; of what is gone itself, where what stood behind that begins.
fn before(sought: &Fitting, text: &Folded) -> Vec<usize> {
    let behind = without_start(&sought.behind);
    if behind.len() < LENGTHS[1] {
        return if text.signs.ends_with(behind) { vec![text.signs.len() - behind.len()] } else { Vec::new() };
    }
    let edges: Vec<usize> = (0..behind.len()).filter(|start| *start == 0 || is_edge(behind, *start)).collect();
    let places = nearest(&edges, |start, length| text.occurrences(behind.get(start..start + length)?).into());
    places.into_iter().map(|place| place.start).collect()
}

/// The nearest neighbour that is found: a longer one further away before a shorter one, which other places may have too.
fn nearest(edges: &[usize], find: impl Fn(usize, usize) -> Option<Vec<Range<usize>>>) -> Vec<Range<usize>> {
    let tried = LENGTHS.into_iter().flat_map(|length| edges.iter().map(move |edge| (*edge, length)));
    let found = tried.filter_map(|(edge, length)| find(edge, length)).find(|places| !places.is_empty());
    found.unwrap_or_default()
}

/// Whether a word begins or ends at a place.
fn is_edge(signs: &[char], at: usize) -> bool {
    let is_space = |at: usize| signs.get(at).is_some_and(|sign| *sign == ' ');
    is_space(at) != at.checked_sub(1).is_some_and(is_space)
}

/// Where only one neighbour is left: about as much beside it as the passage
/// had, from a word that the passage begins with or to one that it ends with, if most of its words are there.
fn beside(sought: &Fitting, text: &Folded, ends: &[usize], starts: &[usize]) -> Option<Range<usize>> {
    let (length, all) = (sought.exact.len(), text.signs.len());
    let slack = length / 4 + SLACK;
    let edges = |around: usize| {
        let reach = around.saturating_sub(slack)..=(around + slack).min(all);
        reach.filter(|at| *at == 0 || *at == all || is_edge(&text.signs, *at))
    };
    let behind =
        ends.iter().flat_map(|end| edges(end + length).map(|edge| *end..edge).filter(|place| place.start <= place.end));
    let ahead = starts.iter().flat_map(|start| {
        edges(start.saturating_sub(length)).map(|edge| edge..*start).filter(|place| place.start <= place.end)
    });
    let place = behind.chain(ahead).map(|place| trimmed(text, place));
    let alike = place.map(|place| (similarity(&sought.exact, &text.signs[place.clone()]), place));
    let best = alike.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.filter(|(similarity, _)| *similarity >= ALIKE).map(|(_, place)| place)
}

/// Share of words in common, a little more where the first or the last are the same: of places that overlap the one that
/// begins and ends as the passage does.
fn similarity(passage: &[char], other: &[char]) -> f64 {
    let word = |signs: &[char]| signs.iter().take_while(|sign| **sign != ' ').copied().collect::<Vec<char>>();
    let last = |signs: &[char]| signs.iter().rev().take_while(|sign| **sign != ' ').copied().collect::<Vec<char>>();
    let ends = usize::from(word(passage) == word(other)) + usize::from(last(passage) == last(other));
    let longer = other.len().abs_diff(passage.len()) as f64 / passage.len().max(1) as f64;
    share(passage, other) + ENDS * ends as f64 - longer * ENDS
}

/// Share of a passage's words that another has.
fn share(passage: &[char], other: &[char]) -> f64 {
    let words = |signs: &[char]| -> Vec<String> {
        let text: String = signs.iter().collect();
        text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (own, mut others) = (words(passage), words(other));
    let kept = own
        .iter()
        .filter(|word| others.iter().position(|other| other == *word).map(|at| others.swap_remove(at)).is_some());
    kept.count() as f64 / own.len().max(1) as f64
}

fn without_start(signs: &[char]) -> &[char] {
    &signs[signs.iter().take_while(|sign| **sign == ' ').count()..]
}

fn without_end(signs: &[char]) -> &[char] {
    &signs[..signs.len() - signs.iter().rev().take_while(|sign| **sign == ' ').count()]
}

fn trimmed(text: &Folded, place: Range<usize>) -> Range<usize> {
    let signs = &text.signs[place.clone()];
    let start = place.start + signs.len() - without_start(signs).len();
    start..start + without_end(without_start(signs)).len()
}

fn has_words(signs: &[char]) -> bool {
    signs.iter().any(|sign| sign.is_alphanumeric())
}
