//! Mends the extractor's paragraphs by the page's own: puts back links that it dropped out of sentences, and leaves out
//! paragraphs that are nothing but a link to another page.

use std::collections::HashMap;
use std::ops::Range;

use super::paragraphs::Paragraphs;

/// Two paragraphs are one if they begin and end with so many of the same bytes, and the page's is not much longer.
const SAME_START: usize = 24;
const SAME_END: usize = 16;
const MUCH_LONGER: usize = 2;

/// A shorter paragraph that is a link may be a name in a list.
const SHORTEST_TEASER: usize = 20;

/// The body with whole sentences and without teasers.
pub(super) fn mend(body: &Paragraphs, page: &Paragraphs) -> Paragraphs {
    let mut by_start: HashMap<&[u8], Vec<Range<usize>>> = HashMap::new();
    for own in page.each() {
        by_start.entry(start(page.slice(&own))).or_default().push(own);
    }
    let mut mended = Paragraphs::default();
    for paragraph in body.each() {
        let text = body.slice(&paragraph);
        let own = by_start.get(start(text)).map(Vec::as_slice).unwrap_or_default();
        match own.iter().find(|own| is_same(text, page.slice(own))) {
            Some(own) if text.len() >= SHORTEST_TEASER && page.is_link(own) => {}
            Some(own) => mended.append(page, own),
            None => mended.append(body, &paragraph),
        }
    }
    mended
}

fn start(text: &str) -> &[u8] {
    &text.as_bytes()[..text.len().min(SAME_START)]
}

fn is_same(found: &str, own: &str) -> bool {
    let end = &found.as_bytes()[found.len().saturating_sub(SAME_END)..];
    found == own || (own.len() > found.len() && own.len() < MUCH_LONGER * found.len() && own.as_bytes().ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_link_comes_back_and_a_teaser_goes() {
        let page = Paragraphs::of_fragment(
            "<p>The mayor of Caldry said that <a>the ferry will sail</a> again in the spring.</p><p><a>Storm closes mountain passes</a></p>",
        );
        let body = Paragraphs::of_fragment(
            "<p>The mayor of Caldry said that again in the spring.</p><p>Storm closes mountain passes</p><p>No more.</p>",
        );
        let mended = mend(&body, &page);
        assert_eq!(
            mended.as_str(),
            "The mayor of Caldry said that the ferry will sail again in the spring.\n\nNo more."
        );
    }
}
