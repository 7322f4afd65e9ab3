//! What is refused a full reading, so that no page overflows the stack or takes minutes.

use std::collections::HashMap;

use super::attributes;
use crate::work;

/// Longer pages are read flat. The longest of 539 news pages has 3 MiB; the extractor's time grows faster than its input.
const LONGEST_PAGE: usize = 8 << 20;

/// Deeper pages are read flat. Browsers stop at 512; the deepest of 539 news pages stays under 100.
const DEEPEST_PAGE: usize = 512;

/// The extractor walks the tree by recursion: this holds [`DEEPEST_PAGE`] levels many times over.
pub(super) const EXTRACTOR_STACK: usize = 64 << 20;

/// Elements without content, and those whose end tag HTML lets one leave out (they close one another, so never nest alone).
// no words of a language: elements of HTML
const NOT_NESTING: [&str; 34] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dd", "dt", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "html", "head",
    "body", "rp", "rt", "frame", "basefont",
];

/// Elements whose content is not markup.
// no words of a language: elements of HTML
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "noscript"];

/// Elements that a parser opens anew in every block behind them while they are not closed (HTML, 13.2.4.3).
// no words of a language: elements of HTML
const REOPENED: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Pages with more nodes are read flat: each takes some hundred bytes in three trees. A page of 8 MiB has as many only
/// where it is made of little but tags.
const MOST_NODES: usize = 1 << 20;

/// Pages whose attributes are more work are read flat: a tag with 6,000 attributes is so much, and a tenth of a second in
/// each of three parsers (131,000 attributes of one tag take 21 seconds in all). Of 539 news pages the one with the most
/// has 220,000, most of them in scripts.
const MOST_COMPARISONS: u64 = 20_000_000;

/// Why a page is read flat, if it is.
pub(super) fn too_much(source: &str) -> Option<String> {
    if source.len() > LONGEST_PAGE {
        return Some(flat(&format!("The page has {} MiB of markup", source.len() >> 20)));
    }
    let shape = Shape::of(source);
    if shape.depth > DEEPEST_PAGE {
        return Some(flat(&format!("The page nests its tags more than {DEEPEST_PAGE} deep")));
    }
    if shape.nodes > MOST_NODES {
        return Some(flat(&format!("The page has more than {MOST_NODES} tags, or tags that are never closed")));
    }
    let work = attributes::comparisons(source, MOST_COMPARISONS);
    (work > MOST_COMPARISONS).then(|| flat("The page has a tag with thousands of attributes"))
}

fn flat(reason: &str) -> String {
    format!("{reason}: its text was read without telling article from surroundings.")
}

/// How large a page's tree becomes, at most: one pass, no tree.
#[derive(Debug, Default)]
struct Shape {
    depth: usize,
    nodes: usize,
}

/// Tags that are open, by name: a closing tag without an opening one closes nothing.
#[derive(Default)]
struct Open {
    names: HashMap<String, usize>,
    all: usize,
    reopened: usize,
}

impl Open {
    fn open(&mut self, name: String) {
        self.all += 1;
        self.reopened += usize::from(REOPENED.contains(&name.as_str()));
        *self.names.entry(name).or_default() += 1;
    }

    fn close(&mut self, name: &str) {
        let Some(count) = self.names.get_mut(name).filter(|count| **count > 0) else { return };
        *count -= 1;
        self.all -= 1;
        self.reopened -= usize::from(REOPENED.contains(&name));
    }
}

impl Shape {
    fn of(source: &str) -> Self {
        let (mut shape, mut open, mut ends) = (Self::default(), Open::default(), TagEnds::of(source));
        let mut rest = source;
        while let Some(start) = rest.find('<') {
            rest = &rest[start + 1..];
            if let Some(comment) = rest.strip_prefix("!--") {
                rest = after_comment(comment);
                continue;
            }
            let closes = rest.starts_with('/');
            let name = tag_name(&rest[usize::from(closes)..]).to_ascii_lowercase();
            if name.is_empty() {
                continue;
            }
            shape.nodes += 1 + open.reopened;
            match closes {
                _ if NOT_NESTING.contains(&name.as_str()) => {}
                true => open.close(&name),
                false if RAW.contains(&name.as_str()) => rest = after_raw(rest, &name),
                false if ends.closes_itself(rest) => {}
                false => open.open(name),
            }
            shape.depth = shape.depth.max(open.all);
        }
        shape
    }
}

/// A comment ends at '-->' or '--!>', and '<!-->' and '<!--->' are whole ones.
fn after_comment(comment: &str) -> &str {
    if let Some(rest) = comment.strip_prefix('>').or_else(|| comment.strip_prefix("->")) {
        return rest;
    }
    let end = comment.match_indices("--").find(|(at, _)| {
        let rest = &comment[at + 2..];
        rest.starts_with('>') || rest.starts_with("!>") || rest.starts_with("->")
    });
    end.map_or("", |(at, _)| &comment[at + 2..])
}

fn tag_name(tag: &str) -> &str {
    let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(tag.len());
    if tag.starts_with(|first: char| first.is_ascii_alphabetic()) { &tag[..end] } else { "" }
}

fn after_raw<'s>(rest: &'s str, name: &str) -> &'s str {
    let closing = |(at, _): &(usize, &str)| {
        rest.as_bytes().get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
    };
    let end = rest.match_indices("</").find(closing);
    end.map_or("", |(at, _)| &rest[at + 2..])
}

/// Where the tags of a page end. The next end is kept: it is that of every tag before it, and looking for it anew from each
/// would be quadratic where tags never end.
struct TagEnds<'s> {
    source: &'s str,
    next: Option<usize>,
}

impl<'s> TagEnds<'s> {
    fn of(source: &'s str) -> Self {
        Self { source, next: Some(0) }
    }

    /// `<path … />` inside an SVG; HTML's own elements ignore the slash, but nobody writes it on those that nest.
    fn closes_itself(&mut self, tag: &str) -> bool {
        let start = self.source.len() - tag.len();
        if self.next.is_some_and(|next| next < start) {
            self.next = tag.find('>').map(|end| start + end);
            work::count(self.next.map_or(tag.len(), |end| end - start));
        }
        let Some(end) = self.next else { return false };
        let inside = &self.source[start..end];
        inside.ends_with('/') && !inside.contains('<')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(source: &str) -> usize {
        Shape::of(source).depth
    }

    #[test]
    fn depth_counts_what_nests() {
        assert_eq!(depth("<div><p>a<p>b<br></div><div></div>"), 1);
        assert_eq!(depth("<div><span><b>a</b></span></div>"), 3);
        assert_eq!(depth("<script>'<div><div>'</script><div>"), 1);
        assert_eq!(depth("<svg><path/><path/></svg> 3 < 4"), 1);
        assert_eq!(depth(&"<div>".repeat(700)), 700);
        assert_eq!(depth("<script"), 0);
    }

    #[test]
    fn what_closes_nothing_hides_no_depth() {
        assert_eq!(depth(&"<div></b>".repeat(9)), 9);
        assert_eq!(depth(&"<div><!--</div>-->".repeat(9)), 9);
        assert_eq!(depth(&"<div><!--></div><!---></div>".repeat(9)), 1);
        assert_eq!(depth(&"<div><!-- a --!></div>".repeat(9)), 1);
    }

    #[test]
    fn what_is_opened_anew_in_every_block_counts_each_time() {
        let open: String = (0..100).map(|number| format!("<b id={number}>")).collect();
        assert!(Shape::of(&(open + &"<p>x".repeat(1000))).nodes > 100_000);
        assert_eq!(Shape::of(&"<p><b>x</b>".repeat(1000)).nodes, 4_000);
    }
}
