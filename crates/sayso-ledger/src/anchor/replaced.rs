//! A passage whose words are not there: what stands between its neighbours now.

use std::ops::Range;

use super::context::Fitting;
use super::folded::Folded;
use super::{Anchor, Fit};

/// Characters of a neighbour by which its place is found.
const NEIGHBOUR: usize = 24;

/// The least of a neighbour that is looked for.
const SHORTEST: usize = 8;

/// How much longer than the passage what stands in its place may be.
const LONGER: usize = 3;

/// Characters that may always stand there.
const ROOM: usize = 80;

/// Share of the passage's words that must be in what stands beside one neighbour alone: one word in five was changed.
const ALIKE: f64 = 0.6;

/// What stands in a passage's place, or that nothing does.
pub(super) fn replaced(sought: &Fitting, text: &Folded) -> Anchor {
    let orphan = Anchor { fit: Fit::Orphan, places: Vec::new() };
    let ends = after(sought, text);
    let starts = before(sought, text);
    let most = sought.exact.len() * LONGER + ROOM;
    let between: Vec<Range<usize>> = ends
        .iter()
        .flat_map(|end| starts.iter().filter(|start| *start >= end && **start - *end <= most).map(|start| *end..*start))
        .collect();
    let place = match between.as_slice() {
        [] => beside(sought, text, &ends, &starts),
        all => all.iter().min_by_key(|place| place.len()).cloned(),
    };
    let Some(place) = place.map(|place| trimmed(text, place)).filter(|place| has_words(&text.signs[place.clone()]))
    else {
        return orphan;
    };
    Anchor { fit: Fit::Changed, places: vec![text.origin(&place)] }
}

/// Where what stood before the passage ends.
fn after(sought: &Fitting, text: &Folded) -> Vec<usize> {
    let before = without_end(&sought.before);
    let found = nearest(before.len(), |length| text.occurrences(&before[before.len() - length..]));
    found.map_or_else(|| vec![0], |places| places.into_iter().map(|place| place.end).collect())
}

/// Where what stood behind the passage begins.
fn before(sought: &Fitting, text: &Folded) -> Vec<usize> {
    let behind = without_start(&sought.behind);
    let found = nearest(behind.len(), |length| text.occurrences(&behind[..length]));
    found.map_or_else(|| vec![text.signs.len()], |places| places.into_iter().map(|place| place.start).collect())
}

/// Where as much of a neighbour stands as can be found, down to [`SHORTEST`]; nothing where there was no neighbour.
fn nearest(length: usize, find: impl Fn(usize) -> Vec<Range<usize>>) -> Option<Vec<Range<usize>>> {
    if length == 0 {
        return None;
    }
    let lengths = std::iter::successors(Some(length.min(NEIGHBOUR)), |length| Some(length / 2));
    let tried = lengths.take_while(|tried| *tried >= SHORTEST.min(length));
    Some(tried.map(find).find(|places| !places.is_empty()).unwrap_or_default())
}

/// Where only one neighbour is left: as much beside it as the passage had, if most of its words are there.
fn beside(sought: &Fitting, text: &Folded, ends: &[usize], starts: &[usize]) -> Option<Range<usize>> {
    let length = sought.exact.len();
    let behind = ends.iter().map(|end| *end..whole_word(text, (end + length).min(text.signs.len())));
    let ahead = starts.iter().map(|start| start.saturating_sub(length)..*start);
    let alike = behind.chain(ahead).map(|place| (share(&sought.exact, &text.signs[place.clone()]), place));
    let best = alike.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.filter(|(share, _)| *share >= ALIKE).map(|(_, place)| place)
}

fn whole_word(text: &Folded, at: usize) -> usize {
    at + text.signs[at..].iter().take_while(|sign| sign.is_alphanumeric()).count()
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
