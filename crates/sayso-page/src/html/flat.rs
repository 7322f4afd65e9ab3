//! All text of a page, without a tree: for pages that are too large or too deep to be understood.

use super::paragraphs::Paragraphs;

/// Inline elements, which do not end a paragraph.
// no words of a language: elements of HTML
const INLINE: [&str; 22] = [
    "a", "abbr", "acronym", "b", "big", "cite", "code", "em", "font", "i", "ins", "mark", "q", "s", "small", "span",
    "strike", "strong", "sub", "sup", "tt", "u",
];

/// Elements whose content is not text.
// no words of a language: elements of HTML
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// Every word of the page outside its tags.
pub(super) fn paragraphs(source: &str) -> Paragraphs {
    let mut paragraphs = Paragraphs::default();
    let mut rest = source;
    while !rest.is_empty() {
        let text = rest.split('<').next().unwrap_or_default();
        paragraphs.push(&html_escape::decode_html_entities(text));
        rest = &rest[text.len()..];
        rest = tag(rest, &mut paragraphs);
    }
    paragraphs
}

/// Takes one tag, or a `<` that begins none, off the front.
fn tag<'s>(rest: &'s str, paragraphs: &mut Paragraphs) -> &'s str {
    let Some(inside) = rest.strip_prefix('<') else { return rest };
    if let Some(comment) = inside.strip_prefix("!--") {
        return comment.find("-->").map_or("", |end| &comment[end + 3..]);
    }
    if !inside.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '!' | '?')) {
        paragraphs.push("<");
        return inside;
    }
    let name = inside.trim_start_matches('/');
    let name = &name[..name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len())];
    let name = name.to_ascii_lowercase();
    if !INLINE.contains(&name.as_str()) {
        paragraphs.end();
    }
    let after = inside.find('>').map_or("", |end| &inside[end + 1..]);
    if RAW.contains(&name.as_str()) && !inside.starts_with('/') { skip_raw(after, &name) } else { after }
}

fn skip_raw<'s>(rest: &'s str, name: &str) -> &'s str {
    let closes = |(at, _): &(usize, &str)| {
        rest.as_bytes().get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
    };
    let end = rest.match_indices("</").find(closes);
    end.map_or("", |(at, _)| &rest[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_go_and_words_stay() {
        let of = |html| paragraphs(html).as_str().to_owned();
        assert_eq!(
            of("<p>He <b>said</b> 3 < 4 &amp; left.</p><!-- no --><p>She did."),
            "He said 3 < 4 & left.\n\nShe did."
        );
        assert_eq!(of("<script>if (a<b) {}</script>yes<style>"), "yes");
        assert_eq!(of("cut <di"), "cut");
    }
}
