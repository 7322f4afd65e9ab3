//! Where words stand in a text, in code points, and how much of them is covered.

use sayso::record::Offsets;

/// A share that the words cover of what is asked.
pub const NEARLY_ALL: f64 = 0.9;

/// The nth place of some words.
pub fn nth(text: &str, words: &str, nth: usize) -> Option<Offsets> {
    let mut from = 0;
    for turn in 1.. {
        let found = from + text[from..].find(words)?;
        if turn == nth {
            let start = text[..found].chars().count();
            return Some((start, start + words.chars().count()));
        }
        from = found + text[found..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// The share of a place that some spans cover.
pub fn covered(spans: &[Offsets], place: Offsets) -> f64 {
    let shared = spans.iter().map(|span| span.1.min(place.1).saturating_sub(span.0.max(place.0)));
    shared.sum::<usize>() as f64 / (place.1 - place.0) as f64
}

/// Whether two places share a code point.
pub fn meet(one: Offsets, other: Offsets) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// The words at some places.
pub fn slices(text: &str, spans: &[Offsets]) -> String {
    let slice = |span: &Offsets| text.chars().skip(span.0).take(span.1 - span.0).collect::<String>();
    spans.iter().map(slice).collect::<Vec<_>>().join(" … ")
}

/// Words with one blank between them.
pub fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
