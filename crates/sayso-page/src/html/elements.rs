//! What the elements of HTML do to the text around them.

use ego_tree::NodeRef;
use scraper::{Node, node::Element};

use crate::work;

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
const SILENT: [&str; 16] = [
    "script", "style", "noscript", "template", "head", "svg", "iframe", "textarea", "rt", "rp", "audio", "video",
    "canvas", "object", "select", "datalist",
];

/// Blocks that stand in a container beside one another.
// no words of a language: elements of HTML
const WITHIN_CONTAINER: [&str; 17] = [
    "p",
    "li",
    "ul",
    "ol",
    "dl",
    "dd",
    "dt",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "center",
    "menu",
];

/// What sites call the posts that they give to be shown elsewhere.
// no words of a language: classes of other sites' code
const POSTS: [&str; 8] = [
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "tiktok-embed",
    "bluesky-embed",
    "mastodon-embed",
    "text-post-media",
    "reddit-embed-bq",
];

/// The sign of a note has no more letters, in so many pieces.
const LONGEST_SIGN: usize = 40;
const MOST_OF_SIGN: usize = 16;

/// A button with fewer letters is a sign.
const SHORTEST_WORD: usize = 3;

/// What comes between the last word and the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    Space,
    Line,
    Paragraph,
}

/// Whether an element begins and ends a paragraph.
pub(super) fn is_block(element: &Element) -> bool {
    BLOCKS.contains(&element.name())
}

/// Whether an element is a paragraph or a list of them, rather than what holds an article's paragraphs.
pub(super) fn is_within_container(element: &Element) -> bool {
    WITHIN_CONTAINER.contains(&element.name())
}

/// Whether an element holds a caption or what stands aside, or is shown to nobody.
pub(super) fn stands_aside(element: &Element) -> bool {
    let style = element.attr("style").unwrap_or_default();
    // no words of a language: elements of HTML
    matches!(element.name(), "figure" | "figcaption" | "aside" | "footer" | "nav")
        || element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || style.split(';').any(|rule| rule.split_whitespace().collect::<String>() == "display:none")
}

/// Whether a quotation that is set apart is a post of another site, as that site gives it to be shown.
pub(super) fn is_post(quotation: &Element) -> bool {
    quotation.attr("class").is_some_and(|class| class.split_whitespace().any(|name| POSTS.contains(&name)))
}

/// Whether an element's content is no text of the page.
pub(super) fn is_silent(node: NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_some_and(|element| match element.name() {
        "button" => !is_word(node),
        "sup" => is_note_sign(node),
        "span" => is_edit_sign(element),
        name => SILENT.contains(&name),
    })
}

/// A button that is a word of its sentence, which explains itself where one presses it: what is done, as 'Share', begins
/// with a capital.
fn is_word(button: NodeRef<'_, Node>) -> bool {
    let text: String = button.descendants().filter_map(|node| node.value().as_text().map(|text| &**text)).collect();
    let text = text.trim();
    text.chars().filter(|letter| letter.is_alphabetic()).count() >= SHORTEST_WORD
        && text.starts_with(char::is_lowercase)
}

/// What a wiki's readers may do with a section.
pub(super) fn is_edit_sign(element: &Element) -> bool {
    element.attr("class").is_some_and(|class| class.split_whitespace().any(|name| name == "mw-editsection"))
}

/// The sign of a note in a text, as encyclopedias set it: '[3]', '[citation needed]'.
fn is_note_sign(raised: NodeRef<'_, Node>) -> bool {
    let mut text = String::new();
    for part in work::each(raised.descendants()).take(MOST_OF_SIGN).filter_map(|node| node.value().as_text()) {
        if text.len() + part.len() > 2 * LONGEST_SIGN {
            return false;
        }
        text.push_str(part);
    }
    let text = text.trim();
    text.len() <= LONGEST_SIGN && text.starts_with('[') && text.ends_with(']')
}

/// What an element puts between the words before it and those in it, and behind it.
pub(super) fn around(element: &Element) -> Gap {
    match element.name() {
        _ if is_block(element) => Gap::Paragraph,
        "td" | "th" => Gap::Space,
        _ => Gap::None,
    }
}
