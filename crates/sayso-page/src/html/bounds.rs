//! What is refused a full reading, so that no page overflows the stack or takes minutes.

/// Longer pages are read flat. The longest of 539 news pages has 3 MiB; the extractor's time grows faster than its input.
const LONGEST_PAGE: usize = 8 << 20;

/// Deeper pages are read flat. Browsers stop at 512; the deepest of 539 news pages stays under 100.
const DEEPEST_PAGE: usize = 512;

/// The extractor walks the tree by recursion: this holds [`DEEPEST_PAGE`] levels many times over.
pub(super) const EXTRACTOR_STACK: usize = 64 << 20;

/// Elements without content, and those whose end tag HTML lets one leave out (they close one another, so never nest alone).
const NOT_NESTING: [&str; 34] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dd", "dt", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "html", "head",
    "body", "rp", "rt", "frame", "basefont",
];

/// Elements whose content is not markup.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "noscript"];

/// Why a page is read flat, if it is.
pub(super) fn too_much(source: &str) -> Option<String> {
    if source.len() > LONGEST_PAGE {
        let size = source.len() >> 20;
        return Some(format!(
            "The page has {size} MiB of markup: its text was read without telling article from surroundings."
        ));
    }
    (depth(source) > DEEPEST_PAGE).then(|| {
        format!("The page nests its tags more than {DEEPEST_PAGE} deep: its text was read without telling article from surroundings.")
    })
}

/// How deep the tags nest, at most: one pass, no tree.
fn depth(source: &str) -> usize {
    let (mut now, mut deepest) = (0usize, 0);
    let mut rest = source;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let closes = rest.starts_with('/');
        let name = tag_name(&rest[usize::from(closes)..]);
        if name.is_empty() || is_one_of(name, &NOT_NESTING) {
            continue;
        }
        if closes {
            now = now.saturating_sub(1);
        } else if is_one_of(name, &RAW) {
            rest = after_raw(rest, name);
        } else if !closes_itself(rest) {
            now += 1;
            deepest = deepest.max(now);
        }
    }
    deepest
}

fn tag_name(tag: &str) -> &str {
    let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(tag.len());
    if tag.starts_with(|first: char| first.is_ascii_alphabetic()) { &tag[..end] } else { "" }
}

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.eq_ignore_ascii_case(name))
}

fn after_raw<'s>(rest: &'s str, name: &str) -> &'s str {
    let closing = |(at, _): &(usize, &str)| {
        rest.as_bytes().get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
    };
    let end = rest.match_indices("</").find(closing);
    end.map_or("", |(at, _)| &rest[at + 2..])
}

/// `<path … />` inside an SVG; HTML's own elements ignore the slash, but nobody writes it on those that nest.
fn closes_itself(tag: &str) -> bool {
    tag.find('>').is_some_and(|end| tag[..end].ends_with('/') && !tag[..end].contains('<'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_counts_what_nests() {
        assert_eq!(depth("<div><p>a<p>b<br></div><div></div>"), 1);
        assert_eq!(depth("<div><span><b>a</b></span></div>"), 3);
        assert_eq!(depth("<script>'<div><div>'</script><div>"), 1);
        assert_eq!(depth("<svg><path/><path/></svg> 3 < 4"), 1);
        assert_eq!(depth(&"<div>".repeat(700)), 700);
        assert_eq!(depth("<script"), 0);
    }
}
