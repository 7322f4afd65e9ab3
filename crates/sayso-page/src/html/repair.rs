//! Makes paragraphs whole before anything is chosen from a page: those that a picture or an aside broken into them has
//! ended, and those with elements in them behind which an extractor stops.

use ego_tree::{NodeId, NodeRef};
use scraper::{Html, Node};

use crate::work;

use super::elements::{is_block, is_edit_sign, is_silent};

/// Blocks that stand aside from the text around them. HTML ends a paragraph where one begins (13.2.6.4.7), whatever its
/// writer meant; a list or a quotation may well be part of the text, and is no such block.
// no words of a language: elements of HTML
const ASIDE: [&str; 12] =
    ["aside", "figure", "div", "table", "form", "section", "nav", "header", "footer", "details", "fieldset", "hr"];

/// Elements that are plain text to a reader, whatever they are to a program.
// no words of a language: elements of HTML
const PLAIN: [&str; 8] = ["time", "label", "ruby", "rb", "data", "output", "bdi", "button"];

/// Elements without text.
// no words of a language: elements of HTML
const EMPTY: [&str; 9] = ["wbr", "picture", "img", "source", "input", "embed", "map", "meter", "progress"];

/// Makes the paragraphs whole.
pub(super) fn repair(page: &mut Html) {
    let broken: Vec<NodeId> = page.tree.nodes().filter(|node| ends_nothing(*node)).map(|node| node.id()).collect();
    for end in broken {
        join(page, end);
    }
    simplify(page);
}

/// An end tag without a paragraph makes an empty one (13.2.6.4.7): there, a broken one should have ended.
fn ends_nothing(node: NodeRef<'_, Node>) -> bool {
    !node.has_children() && is_named(node, "p") && node.value().as_element().is_some_and(|it| it.attrs().count() == 0)
}

fn is_named(node: NodeRef<'_, Node>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}

/// Moves the text before an end tag to the paragraph whose it is: the one before, where that breaks off, else its own.
fn join(page: &mut Html, end: NodeId) {
    let Some((tail, before)) = page.tree.get(end).map(tail_before) else { return };
    let text_of = |ids: &[NodeId]| -> String { ids.iter().filter_map(|id| page.tree.get(*id)).map(text).collect() };
    if text_of(&tail).trim().is_empty() {
        return;
    }
    let breaks_off = |id: &NodeId| {
        let text = text_of(&[*id]);
        !text.trim().is_empty() && !text.trim_end_matches(closes).ends_with(['.', '!', '?', '…', ':'])
    };
    let target = before.filter(breaks_off);
    let Some(mut paragraph) = page.tree.get_mut(target.unwrap_or(end)) else { return };
    if target.is_some() {
        paragraph.append(Node::Text(scraper::node::Text { text: " ".into() }));
    }
    for id in tail {
        paragraph.append_id(id);
    }
}

fn closes(letter: char) -> bool {
    letter.is_whitespace() || "”\"’')»“".contains(letter)
}

/// The text behind the last paragraph, in order, and that paragraph if nothing but what stands aside is between.
fn tail_before(end: NodeRef<'_, Node>) -> (Vec<NodeId>, Option<NodeId>) {
    let (mut tail, mut before, mut aside) = (Vec::new(), None, false);
    for node in work::each(end.prev_siblings()) {
        match node.value() {
            Node::Element(element) if element.name() == "p" => {
                before = Some(node.id()).filter(|_| aside);
                break;
            }
            Node::Element(element) if ASIDE.contains(&element.name()) => aside = true,
            Node::Element(element) if is_block(element) => break,
            _ => tail.push(node.id()),
        }
    }
    tail.reverse();
    (tail, before)
}

fn text(node: NodeRef<'_, Node>) -> String {
    let silent = |node: NodeRef<'_, Node>| is_silent(node) || node.ancestors().any(is_silent);
    let texts = node.descendants().filter(|node| node.value().is_text() && !silent(*node));
    texts.filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect()
}

/// Leaves nothing in a paragraph but text and the elements that extractors know.
fn simplify(page: &mut Html) {
    let mut gone = Vec::new();
    let mut plain = Vec::new();
    for node in page.tree.nodes().filter(|node| node.value().is_element()) {
        if !in_paragraph(node) && !node.value().as_element().is_some_and(is_edit_sign) {
            continue;
        }
        let name = node.value().as_element().map_or("", |element| element.name());
        if is_silent(node) || EMPTY.contains(&name) {
            gone.push(node.id());
        } else if PLAIN.contains(&name) || name.contains(['-', ':']) {
            plain.push(node.id());
        }
    }
    for id in gone {
        if let Some(mut node) = page.tree.get_mut(id) {
            node.detach();
        }
    }
    for id in plain {
        if let Some(Node::Element(element)) = page.tree.get_mut(id).as_mut().map(|node| node.value()) {
            element.name.local = "span".into();
        }
    }
}

fn in_paragraph(node: NodeRef<'_, Node>) -> bool {
    let inline = |node: &NodeRef<'_, Node>| !node.value().as_element().is_some_and(is_block);
    work::each(node.ancestors()).find(|above| !inline(above)).is_some_and(|block| is_named(block, "p"))
}

#[cfg(test)]
mod tests {
    use super::super::paragraphs::Paragraphs;
    use super::*;

    fn repaired(html: &str) -> String {
        let mut page = Html::parse_document(html);
        repair(&mut page);
        Paragraphs::of_tree(&page).as_str().to_owned()
    }

    #[test]
    fn a_broken_paragraph_is_joined_and_what_broke_it_comes_behind() {
        assert_eq!(
            repaired("<p>The mayor <aside><p>Advert</p></aside>denied it.</p><p>She left.</p>"),
            "The mayor denied it.\n\nAdvert\n\nShe left."
        );
        assert_eq!(
            repaired("<p>He agreed.<figure><figcaption>A ferry</figcaption></figure>She left <b>at once</b>.</p>"),
            "He agreed.\n\nA ferry\n\nShe left at once."
        );
    }

    #[test]
    fn what_stands_in_a_paragraph_does_not_end_it() {
        assert_eq!(
            repaired("<p>On <time>Monday</time> the <x-term>toll</x-term> <svg><title>i</title></svg>ro<wbr>se.</p>"),
            "On Monday the toll rose."
        );
    }
}
