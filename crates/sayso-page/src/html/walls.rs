//! Takes out of a page's tree what stands between a reader and its article, and readers' comments: they can be longer than the
//! story, and an extractor then takes them for it.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ego_tree::{NodeId, NodeRef};
use regex::Regex;
use scraper::{Html, Node};

use super::paragraphs::Paragraphs;
use crate::vocabulary::{any, pattern};
use crate::{furniture, work};

/// Of a box that is marked as a wall, so much must speak like one, in percent: pages mark what they let read as well.
const MARKED: usize = 25;

/// Of any other.
const UNMARKED: usize = 50;

/// What is left beside comments must be an article: so many letters in paragraphs.
const ARTICLE: usize = 150;

static WALLS: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("(?i){}", any(|words| &words.marks.walls))));

static COMMENTS: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)(?:^|\s){}(?:$|\s)", any(|words| &words.marks.comments))));

/// A form with more letters holds more than fields and what they say: some programs put whole pages into one.
const LONGEST_FORM: usize = 500;

/// More headings of the first rank are those of a list.
const MOST_HEADINGS: usize = 100;

/// Elements that hold a whole page or article.
// no words of a language: elements of HTML
const WHOLE: [&str; 4] = ["html", "body", "main", "article"];

/// What an element holds, in letters.
#[derive(Clone, Copy, Default)]
struct WallState {
    all: usize,
    /// Of these, what speaks like a wall, and what like any furniture.
    wall: usize,
    furniture: usize,
    is_marked: bool,
    is_comments: bool,
    is_form: bool,
    has_heading: bool,
    /// Whether it could be left out: it is marked, or the container of a paragraph.
    counts: bool,
}

impl WallState {
    fn is_wall(&self) -> bool {
        let part = |part: usize, percent: usize| part > 0 && part * 100 >= self.all * percent;
        match self.is_marked {
            true => part(self.wall + self.furniture, MARKED),
            false => part(self.wall, UNMARKED),
        }
    }
}

/// Takes walls and comments out.
pub(super) fn remove(page: &mut Html) {
    let (held, all) = held(page);
    let comments = |held: &WallState| held.is_comments && all >= held.all + ARTICLE;
    let form = |held: &WallState| held.is_form && held.all <= LONGEST_FORM && all >= held.all + ARTICLE;
    let is_gone =
        |held: &WallState| held.counts && !held.has_heading && (comments(held) || form(held) || held.is_wall());
    let gone = held.iter().filter(|(_, held)| is_gone(held)).map(|(id, _)| *id);
    for id in gone.collect::<Vec<_>>() {
        if let Some(mut node) = page.tree.get_mut(id) {
            node.detach();
        }
    }
}

/// What the elements around paragraphs hold, and what the page holds.
fn held(page: &Html) -> (HashMap<NodeId, WallState>, usize) {
    let paragraphs = Paragraphs::of_tree(page);
    let headed = around_headings(page);
    let (mut held, mut all) = (HashMap::<NodeId, WallState>::new(), 0);
    for (place, range) in paragraphs.places().iter().zip(paragraphs.each()) {
        let text = paragraphs.slice(&range);
        let (wall, furniture) = (furniture::is_wall(text), furniture::is_furniture(text));
        all += text.len();
        let Some(block) = page.tree.get(place.block) else { continue };
        for node in work::each(std::iter::once(block).chain(block.ancestors())) {
            let sum = held.entry(node.id()).or_insert_with(|| begin(node, &headed));
            sum.counts |= node.id() == place.container && !is_whole(node);
            sum.all += text.len();
            sum.wall += if wall { text.len() } else { 0 };
            sum.furniture += if furniture && !wall { text.len() } else { 0 };
        }
    }
    (held, all)
}

fn around_headings(page: &Html) -> HashSet<NodeId> {
    let is_heading = |node: &NodeRef<'_, Node>| node.value().as_element().is_some_and(|it| it.name() == "h1");
    let around = |node: NodeRef<'_, Node>| node.ancestors().map(|above| above.id()).collect::<Vec<_>>();
    page.tree.nodes().filter(is_heading).take(MOST_HEADINGS).flat_map(around).collect()
}

fn is_whole(node: NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_none_or(|element| WHOLE.contains(&element.name()))
}

fn begin(node: NodeRef<'_, Node>, headed: &HashSet<NodeId>) -> WallState {
    let element = node.value().as_element().filter(|_| !is_whole(node));
    let attribute = |name| element.and_then(|element| element.attr(name));
    let is_marked = |pattern: &Regex| {
        // no words of a language: attributes of HTML
        ["class", "id", "role", "aria-label"].into_iter().filter_map(attribute).any(|marks| pattern.is_match(marks))
    };
    let (is_marked, is_comments) = (is_marked(&WALLS), is_marked(&COMMENTS));
    let is_form = element.is_some_and(|element| element.name() == "form");
    WallState {
        is_marked,
        is_comments,
        is_form,
        has_heading: headed.contains(&node.id()),
        counts: is_marked || is_comments || is_form,
        ..WallState::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(html: &str) -> String {
        let mut page = Html::parse_document(html);
        remove(&mut page);
        Paragraphs::of_tree(&page).as_str().to_owned()
    }

    #[test]
    fn a_wall_goes_with_all_that_it_says() {
        let story = "<article><h1>Ferry sinks</h1><p>Nine died off Caldry, the mayor said.</p></article>";
        let wall = "<div class=offer><h3>Read on</h3><p>Subscribe for 3 euros a month, and cancel any time.</p>\
                    <p>Our editor says: “Join us.”</p></div>";
        assert_eq!(left(&format!("{story}{wall}")), "Ferry sinks\n\nNine died off Caldry, the mayor said.");
        let consent = "<section><p>We and our partners store cookies on your device.</p><p>OK</p></section>";
        assert_eq!(left(&format!("{consent}{story}")), "Ferry sinks\n\nNine died off Caldry, the mayor said.");
    }

    #[test]
    fn comments_longer_than_the_story_go() {
        let story = format!("<h1>Ferry sinks</h1><p>{}</p>", "Nine died off Caldry, the mayor said. ".repeat(5));
        let comments =
            format!("<ul class=comments>{}</ul>", "<li><p>He told me that it was the wind.</p></li>".repeat(20));
        assert!(!left(&format!("{story}{comments}")).contains("the wind"));
    }

    #[test]
    fn an_article_in_a_box_that_is_called_a_wall_stays() {
        let page = "<div class=paywall><p>Nine died off Caldry, the mayor said.</p><p>She left.</p></div>";
        assert_eq!(left(page), "Nine died off Caldry, the mayor said.\n\nShe left.");
    }
}
