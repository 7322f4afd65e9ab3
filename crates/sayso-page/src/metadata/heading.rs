//! What a page's `h1` says: the headline without the line above it, or the name of the site.

use std::sync::LazyLock;

use ego_tree::NodeRef;
use regex::Regex;
use scraper::{ElementRef, Node};
use url::Url;

use super::mark::mark;

/// Parts of a heading that are not the headline: the line above it, its section, a label.
static KICKERS: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.kickers));

/// Elements in a heading that are not read as part of it: notes set small, how to pronounce it.
// no words of a language: elements of HTML
const NOT_READ: [&str; 7] = ["style", "script", "small", "rt", "rp", "svg", "time"];

/// Elements that may stand inside a word.
// no words of a language: elements of HTML
const WITHIN_WORDS: [&str; 9] = ["b", "i", "em", "strong", "sub", "sup", "ruby", "rb", "wbr"];

/// What a heading is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heading {
    Headline(String),
    Site(String),
}

/// Reads an `h1`; `None` where it is empty.
pub(super) fn read(heading: ElementRef<'_>) -> Option<Heading> {
    let whole = text(*heading, |_, _| false)?;
    if leads_home(heading) {
        return Some(Heading::Site(whole));
    }
    let part = text(*heading, is_beside).map(|part| without_edges(&part));
    Some(Heading::Headline(part.filter(|part| !part.is_empty()).unwrap_or(whole)))
}

/// Whether a part is no part of the headline; what the page calls a line beside it only stands above it.
fn is_beside(element: ElementRef<'_>, is_first: bool) -> bool {
    let mut marks = ["class", "id", "itemprop"].into_iter().filter_map(|name| element.value().attr(name));
    NOT_READ.contains(&element.value().name()) || is_first && marks.any(|marks| KICKERS.is_match(marks))
}

/// What stood between the headline and the line above it.
fn without_edges(part: &str) -> String {
    part.trim_start_matches([' ', ':', '|', '-', '–', '—', '/', '•', '·'])
        .trim_end_matches([' ', '|', '•', '·'])
        .to_owned()
}

/// Whether a heading is nothing but a link to the front page.
fn leads_home(heading: ElementRef<'_>) -> bool {
    let mut links = heading.descendent_elements().filter(|element| element.value().name() == "a");
    let (Some(link), None) = (links.next(), links.next()) else { return false };
    let whole = |element: ElementRef<'_>| element.text().map(|text| text.trim().len()).sum::<usize>();
    let address = link.value().attr("href").unwrap_or_default();
    let is_home = link.value().attr("rel") == Some("home")
        || ["/", "./", "../", "index.html", "/index.html", "../index.html", "/index.php"].contains(&address)
        || Url::parse(address).is_ok_and(|url| url.path() == "/" && url.query().is_none());
    is_home && whole(link) * 2 > whole(heading)
}

/// The text of an element without what is left out, its white space collapsed.
fn text(element: NodeRef<'_, Node>, left_out: impl Fn(ElementRef<'_>, bool) -> bool) -> Option<String> {
    let mut text = String::new();
    gather(element, &left_out, &mut text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

fn gather(node: NodeRef<'_, Node>, left_out: &impl Fn(ElementRef<'_>, bool) -> bool, text: &mut String) {
    for child in node.children() {
        match child.value() {
            Node::Text(part) => text.push_str(part),
            Node::Element(element) => {
                let is_first = !text.contains(char::is_alphanumeric);
                if ElementRef::wrap(child).is_some_and(|element| left_out(element, is_first)) {
                    text.push(' ');
                    continue;
                }
                let apart = !WITHIN_WORDS.contains(&element.name());
                text.push_str(if apart { " " } else { "" });
                gather(child, left_out, text);
                text.push_str(if apart { " " } else { "" });
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;

    fn of(html: &str) -> Option<Heading> {
        let page = Html::parse_fragment(html);
        page.root_element().descendent_elements().find(|element| element.value().name() == "h1").and_then(read)
    }

    #[test]
    fn the_line_above_the_headline_is_left_out() {
        let headline = |text: &str| Some(Heading::Headline(text.to_owned()));
        assert_eq!(
            of("<h1><span class=art-kicker>Harbour</span><span> - </span><span>Ferry sinks</span></h1>"),
            headline("Ferry sinks")
        );
        assert_eq!(of("<h1><span class=kicker>Ferry sinks</span></h1>"), headline("Ferry sinks"));
        assert_eq!(
            of("<h1>Ferry sinks <span class=subtitle>off Caldry</span></h1>"),
            headline("Ferry sinks off Caldry")
        );
        assert_eq!(
            of("<h1>Ferry <em>sinks</em>, nine die<br><small>3 May</small></h1>"),
            headline("Ferry sinks, nine die")
        );
    }

    #[test]
    fn a_heading_that_leads_home_is_the_sites_name() {
        assert_eq!(of("<h1><a href='/'>The Arden Mail</a></h1>"), Some(Heading::Site("The Arden Mail".to_owned())));
        assert_eq!(of("<h1><a href='/ferry'>Ferry sinks</a></h1>"), Some(Heading::Headline("Ferry sinks".to_owned())));
    }
}
