//! Paragraphs taken from a tree of elements, with the runs of text that they were put together from.

use std::ops::Range;

use ego_tree::{NodeId, NodeRef};
use sayso_text::Text;
use scraper::{Html, Node};

use crate::work;

use super::elements::{Gap, around, is_block, is_post, is_silent, is_within_container, stands_aside};

/// What stands between two paragraphs.
const BREAK: &str = "\n\n";

/// How a line begins that begins a paragraph where lines are as they are written.
const SET_IN: [&str; 2] = ["  ", "\t"];

/// The paragraphs of a page, parted by blank lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraphs {
    text: String,
    /// Stretches of `text` that came from one text node each.
    runs: Vec<TextRun>,
    pending: Gap,
    /// How many links are open.
    links: usize,
    /// Where each paragraph of a tree stands.
    places: Vec<BlockPosition>,
    /// Where text that is pushed stands.
    here: Option<BlockPosition>,
    /// How many elements are open in which lines are as they are written.
    preformatted: usize,
    /// Whether an element has ended since the last word.
    closed: bool,
}

/// Where a paragraph stands in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct BlockPosition {
    /// The element that holds the paragraph and its neighbours.
    pub(super) container: NodeId,
    /// The block that it is the text of.
    pub(super) block: NodeId,
    /// Whether it stands there by itself, without an element of its own.
    pub(super) is_bare: bool,
    /// Whether it is a heading of the first rank.
    pub(super) is_headline: bool,
    /// Whether it is a caption, or is shown to nobody.
    pub(super) is_aside: bool,
    /// The quotation that is set apart and holds it.
    pub(super) quotation: Option<NodeId>,
    /// Whether that is somebody's post on another site.
    pub(super) is_post: bool,
}

/// A stretch of text that came from one text node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextRun {
    pub(super) range: Range<usize>,
    is_link: bool,
}

impl Paragraphs {
    /// The paragraphs of an HTML fragment.
    pub(super) fn of_fragment(html: &str) -> Self {
        Self::of_tree(&Html::parse_fragment(html))
    }

    /// The paragraphs of a whole tree.
    pub(super) fn of_tree(tree: &Html) -> Self {
        Self::of_tree_without(tree, |_| false)
    }

    /// The paragraphs of a tree without some of its parts.
    pub(super) fn of_tree_without(tree: &Html, left_out: impl Fn(NodeRef<'_, Node>) -> bool) -> Self {
        let is_silent = |node| is_silent(node) || left_out(node);
        let mut paragraphs = Self::default();
        let (mut silent, mut blocks) = (0usize, Vec::new());
        for edge in work::each(tree.tree.root().traverse()) {
            use ego_tree::iter::Edge::{Close, Open};
            match (edge, silent) {
                (Open(node), _) if is_silent(node) => silent += 1,
                (Close(node), _) if is_silent(node) => silent -= 1,
                (Open(node), 0) => paragraphs.open(node, &mut blocks),
                (Close(node), 0) => paragraphs.close(node, &mut blocks),
                _ => {}
            }
        }
        paragraphs
    }

    fn open<'t>(&mut self, node: NodeRef<'t, Node>, blocks: &mut Vec<NodeRef<'t, Node>>) {
        match node.value() {
            Node::Text(text) => {
                self.here = place(blocks);
                if self.preformatted > 0 { self.push_lines(text) } else { self.push(text) }
            }
            Node::Element(element) if element.name() == "br" => self.break_line(),
            Node::Element(element) => {
                self.links += usize::from(element.name() == "a");
                self.preformatted += usize::from(element.name() == "pre");
                self.gap(around(element));
                if is_block(element) {
                    blocks.push(node);
                }
            }
            _ => {}
        }
    }

    fn close<'t>(&mut self, node: NodeRef<'t, Node>, blocks: &mut Vec<NodeRef<'t, Node>>) {
        let Node::Element(element) = node.value() else { return };
        self.links -= usize::from(element.name() == "a" && self.links > 0);
        self.preformatted -= usize::from(element.name() == "pre" && self.preformatted > 0);
        self.gap(around(element));
        self.closed = true;
        if is_block(element) {
            blocks.pop();
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

    /// Adds lines as they are written: a blank one, or one that is set in deeper than the line before, begins a paragraph.
    fn push_lines(&mut self, text: &str) {
        let depth = |line: &str| line.len() - line.trim_start().len();
        let mut before = 0;
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                let is_deeper = depth(line) > before && SET_IN.iter().any(|set_in| line.starts_with(set_in));
                let begins = line.trim().is_empty() || is_deeper;
                self.gap(if begins { Gap::Paragraph } else { Gap::Line });
            }
            before = depth(line);
            self.push(line);
        }
    }

    /// Adds text, its white space collapsed.
    pub(super) fn push(&mut self, text: &str) {
        if text.starts_with(char::is_whitespace) {
            self.gap(Gap::Space);
        }
        let mut start = None;
        for word in text.split_whitespace() {
            self.part_from(word);
            self.fill_gap();
            start.get_or_insert(self.text.len());
            self.text.push_str(word);
            self.gap(Gap::Space);
        }
        if let Some(start) = start {
            self.runs.push(TextRun { range: start..self.text.len(), is_link: self.links > 0 });
            if !text.ends_with(char::is_whitespace) {
                self.pending = Gap::None;
            }
        }
    }

    fn gap(&mut self, gap: Gap) {
        self.pending = self.pending.max(gap);
    }

    /// Words that style alone sets apart: 'Ann Doe' and 'Reporter' of two elements in a line. No word goes on with a capital
    /// behind a small letter where an element ended between them.
    fn part_from(&mut self, word: &str) {
        let ended = std::mem::take(&mut self.closed) && self.pending == Gap::None;
        let small = |letter: char| letter.is_lowercase() || letter.is_numeric();
        if ended && self.text.ends_with(small) && word.starts_with(char::is_uppercase) {
            self.pending = Gap::Space;
        }
    }

    fn fill_gap(&mut self) {
        if self.text.is_empty() || self.pending == Gap::Paragraph {
            self.places.extend(self.here);
        }
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
    pub(super) fn runs(&self) -> &[TextRun] {
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

    /// Where each paragraph stands in the tree that it was taken from.
    pub(super) fn places(&self) -> &[BlockPosition] {
        &self.places
    }

    /// What a paragraph says.
    pub(super) fn slice(&self, paragraph: &Range<usize>) -> &str {
        &self.text[paragraph.clone()]
    }

    /// Whether a paragraph is nothing but links.
    pub(super) fn is_link(&self, paragraph: &Range<usize>) -> bool {
        self.runs_of(paragraph).iter().all(|run| run.is_link)
    }

    /// How many bytes of a paragraph are links.
    pub(super) fn linked(&self, paragraph: &Range<usize>) -> usize {
        self.runs_of(paragraph).iter().filter(|run| run.is_link).map(|run| run.range.len()).sum()
    }

    /// Adds a paragraph of another text, with its runs.
    pub(super) fn append(&mut self, other: &Self, paragraph: &Range<usize>) {
        self.end();
        self.fill_gap();
        let start = self.text.len();
        self.text.push_str(other.slice(paragraph));
        self.runs.extend(other.runs_of(paragraph).iter().map(|run| TextRun {
            range: run.range.start - paragraph.start + start..run.range.end - paragraph.start + start,
            is_link: run.is_link,
        }));
    }

    fn runs_of(&self, paragraph: &Range<usize>) -> &[TextRun] {
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

/// The place of text that stands in these blocks.
fn place(blocks: &[NodeRef<'_, Node>]) -> Option<BlockPosition> {
    work::count(blocks.len());
    let is_container = |node: &&NodeRef<'_, Node>| !node.value().as_element().is_some_and(is_within_container);
    let container = blocks.iter().rev().find(is_container)?.id();
    let block = blocks.last()?;
    let is_headline = block.value().as_element().is_some_and(|element| element.name() == "h1");
    let is_aside = blocks.iter().filter_map(|node| node.value().as_element()).any(stands_aside);
    let is_quotation =
        |node: &&NodeRef<'_, Node>| node.value().as_element().is_some_and(|it| it.name() == "blockquote");
    let quotation = blocks.iter().rev().find(is_quotation);
    let is_post = quotation.and_then(|node| node.value().as_element()).is_some_and(is_post);
    Some(BlockPosition {
        container,
        block: block.id(),
        is_bare: block.id() == container,
        is_headline,
        is_aside,
        quotation: quotation.map(|node| node.id()),
        is_post,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headline_is_no_paragraph() {
        let body = Paragraphs::of_fragment("<h1>Ferry sinks</h1><p>Nine died.</p>").without_heading("Ferry Sinks");
        assert_eq!(body.as_str(), "Nine died.");
        assert_eq!(body.runs(), [TextRun { range: 0..10, is_link: false }]);
    }

    #[test]
    fn blocks_become_paragraphs_and_inline_tags_do_not() {
        let of = |html| Paragraphs::of_fragment(html).text;
        assert_eq!(of("<p>He <b>said</b>\n no.</p><div>She</div>agreed."), "He said no.\n\nShe\n\nagreed.");
        assert_eq!(of("one<br>two<br><br>three"), "one\ntwo\n\nthree");
        assert_eq!(of("<script>x</script><p>&amp; more</p>"), "& more");
        assert_eq!(
            of("<pre>Storm nears\ncoast\n   ARDEN -- A\nstorm.\n\nEnd</pre>"),
            "Storm nears\ncoast\n\nARDEN -- A\nstorm.\n\nEnd"
        );
        assert_eq!(of("un<i>divid</i>ed <a>link</a>."), "undivided link.");
        assert_eq!(of("com<wbr>mittee <ruby>x<rt>y</rt></ruby> <button>i</button>and"), "committee x and");
        assert_eq!(of("that <button>inflation</button> rose"), "that inflation rose");
        assert_eq!(of("<span>By Ann Doe</span><span>Reporter</span> Mc<i>Donald</i>"), "By Ann Doe Reporter McDonald");
    }
}
