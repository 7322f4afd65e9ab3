//! Spans written into a text as tags.

use std::collections::BTreeMap;

use sayso_text::{Span, Text};

/// The text without its tags, and the spans that each tag is put around, in order.
///
/// ```
/// let (text, spans) = sayso_golden::untag("<s>Lind</s> <c>said</c> <x>no</x>");
/// assert_eq!(text.as_str(), "Lind said no");
/// assert_eq!(text.slice(spans["x"][0]), "no");
/// ```
///
/// # Panics
///
/// Where a tag is opened and not closed, or closed and not opened.
#[must_use]
pub fn untag(source: &str) -> (Text, BTreeMap<String, Vec<Span>>) {
    let (mut plain, mut open, mut ranges) = (String::new(), Vec::new(), Vec::new());
    let mut parts = source.split('<');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (tag, rest) = part.split_once('>').expect("a tag ends with '>'");
        match tag.strip_prefix('/') {
            None => open.push((tag.to_owned(), plain.len())),
            Some(name) => {
                let opened = |(tag, _): &(String, usize)| tag.split(' ').next() == Some(name);
                let (tag, start) = open.remove(open.iter().rposition(opened).expect("a tag is opened"));
                ranges.push((tag, start, plain.len()));
            }
        }
        plain.push_str(rest);
    }
    assert!(open.is_empty(), "a tag is not closed: {open:?}");
    let text: Text = Text::new(plain);
    let mut spans = BTreeMap::<String, Vec<Span>>::new();
    ranges.sort_by_key(|(_, start, _)| *start);
    for (tag, start, end) in ranges {
        spans.entry(tag).or_default().extend(text.span(start, end));
    }
    (text, spans)
}
