//! Paragraphs taken from a tree of elements, with the runs of text that they were put together from.

use std::ops::Range;

use sayso_text::Text;
use scraper::{Html, Node, node::Element};

/// Elements that begin and end a paragraph.
// no words of a language: elements of HTML
const BLOCKS: [&str; 40] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
];

/// Elements whose content is never text.
// no words of a language: elements of HTML
const SILENT: [&str; 8] = ["script", "style", "noscript", "template", "head", "svg", "iframe", "textarea"];

/// What stands between two paragraphs.
const BREAK: &str = "\n\n";

/// The paragraphs of a page, parted by blank lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraphs {
    text: String,
    /// Stretches of `text` that came from one text node each.
    runs: Vec<Run>,
    pending: Gap,
    /// How many links are open.
    links: usize,
}

/// A stretch of text that came from one text node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) range: Range<usize>,
    is_link: bool,
}

/// What comes between the last word and the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Paragraph,
}

impl Paragraphs {
    /// The paragraphs of an HTML fragment.
    pub(super) fn of_fragment(html: &str) -> Self {
        Self::of_tree(&Html::parse_fragment(html))
    }

    /// The paragraphs of a whole tree.
    pub(super) fn of_tree(tree: &Html) -> Self {
        let mut paragraphs = Self::default();
        let mut silent = 0usize;
        for edge in tree.tree.root().traverse() {
            use ego_tree::iter::Edge::{Close, Open};
            match (edge, silent) {
                (Open(node), _) if is_silent(node.value()) => silent += 1,
                (Close(node), _) if is_silent(node.value()) => silent -= 1,
                (Open(node), 0) => paragraphs.open(node.value()),
                (Close(node), 0) => paragraphs.close(node.value()),
                _ => {}
            }
        }
        paragraphs
    }

    fn open(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.push(text),
            Node::Element(element) if element.name() == "br" => self.break_line(),
            Node::Element(element) if element.name() == "a" => self.links += 1,
            Node::Element(element) => self.gap(around(element)),
            _ => {}
        }
    }

    fn close(&mut self, node: &Node) {
        match node {
            Node::Element(element) if element.name() == "a" => self.links = self.links.saturating_sub(1),
            Node::Element(element) => self.gap(around(element)),
            _ => {}
        }
    }

    /// Two line breaks make a paragraph.
    fn break_line(&mut self) {
        self.gap(if self.pending >= Gap::Line { Gap::Paragraph } else { Gap::Line });
    }

    /// Ends the paragraph.
    pub(super) fn end(&mut self) {
        self.gap(Gap::Paragraph);
    }

    /// Adds text, its white space collapsed.
    pub(super) fn push(&mut self, text: &str) {
        if text.starts_with(char::is_whitespace) {
            self.gap(Gap::Space);
        }
        let mut start = None;
        for word in text.split_whitespace() {
            self.fill_gap();
            start.get_or_insert(self.text.len());
            self.text.push_str(word);
            self.gap(Gap::Space);
        }
        if let Some(start) = start {
            self.runs.push(Run { range: start..self.text.len(), is_link: self.links > 0 });
            if !text.ends_with(char::is_whitespace) {
                self.pending = Gap::None;
            }
        }
    }

    fn gap(&mut self, gap: Gap) {
        self.pending = self.pending.max(gap);
    }

    fn fill_gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str(match self.pending {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Line => "\n",
                Gap::Paragraph => BREAK,
            });
        }
        self.pending = Gap::None;
    }

    /// The text so far.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The stretches that came from one text node each, in order.
    pub(super) fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Where each paragraph stands.
    pub(super) fn each(&self) -> impl Iterator<Item = Range<usize>> {
        let mut next = 0;
        self.text.split(BREAK).filter(|paragraph| !paragraph.is_empty()).map(move |paragraph| {
            let start = next;
            next = start + paragraph.len() + BREAK.len();
            start..start + paragraph.len()
        })
    }

    /// What a paragraph says.
    pub(super) fn slice(&self, paragraph: &Range<usize>) -> &str {
        &self.text[paragraph.clone()]
    }

    /// Whether a paragraph is nothing but links.
    pub(super) fn is_link(&self, paragraph: &Range<usize>) -> bool {
        self.runs_of(paragraph).iter().all(|run| run.is_link)
    }

    /// Adds a paragraph of another text, with its runs.
    pub(super) fn append(&mut self, other: &Self, paragraph: &Range<usize>) {
        self.end();
        self.fill_gap();
        let start = self.text.len();
        self.text.push_str(other.slice(paragraph));
        self.runs.extend(other.runs_of(paragraph).iter().map(|run| Run {
            range: run.range.start - paragraph.start + start..run.range.end - paragraph.start + start,
            is_link: run.is_link,
        }));
    }

    fn runs_of(&self, paragraph: &Range<usize>) -> &[Run] {
        let first = self.runs.partition_point(|run| run.range.start < paragraph.start);
        let last = self.runs.partition_point(|run| run.range.end <= paragraph.end);
        self.runs.get(first..last).unwrap_or_default()
    }

    /// Without the first paragraph where that is the headline, which is metadata.
    pub(super) fn without_heading(mut self, title: &str) -> Self {
        let same = |paragraph: &str| letters(paragraph).eq(letters(title));
        if let Some(end) = self.text.find(BREAK).filter(|end| same(&self.text[..*end])) {
            let cut = end + BREAK.len();
            self.text.drain(..cut);
            self.runs.retain(|run| run.range.start >= cut);
            self.runs.iter_mut().for_each(|run| run.range = run.range.start - cut..run.range.end - cut);
        }
        self
    }

    /// The text, for good.
    pub(super) fn into_text(self) -> Text {
        Text::new(self.text)
    }
}

/// What counts when two headlines are compared.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase)
}

fn is_silent(node: &Node) -> bool {
    node.as_element().is_some_and(|element| SILENT.contains(&element.name()))
}

fn around(element: &Element) -> Gap {
    match element.name() {
        name if BLOCKS.contains(&name) => Gap::Paragraph,
        "td" | "th" => Gap::Space,
        _ => Gap::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headline_is_no_paragraph() {
        let body = Paragraphs::of_fragment("<h1>Ferry sinks</h1><p>Nine died.</p>").without_heading("Ferry Sinks");
        assert_eq!(body.as_str(), "Nine died.");
        assert_eq!(body.runs(), [Run { range: 0..10, is_link: false }]);
    }

    #[test]
    fn blocks_become_paragraphs_and_inline_tags_do_not() {
        let of = |html| Paragraphs::of_fragment(html).text;
        assert_eq!(of("<p>He <b>said</b>\n no.</p><div>She</div>agreed."), "He said no.\n\nShe\n\nagreed.");
        assert_eq!(of("one<br>two<br><br>three"), "one\ntwo\n\nthree");
        assert_eq!(of("<script>x</script><p>&amp; more</p>"), "& more");
        assert_eq!(of("un<i>divid</i>ed <a>link</a>."), "undivided link.");
    }
}
