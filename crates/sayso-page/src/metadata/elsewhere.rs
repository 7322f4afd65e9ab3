//! Parts of a page that are about other articles or its readers, as against those that hold the article.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ego_tree::{NodeId, NodeRef};
use regex::Regex;
use scraper::{ElementRef, Html, Node};

use super::mark::mark;
use crate::work;

/// What holds so large a part of the letters in paragraphs, in percent, holds the article, whatever it is called: pages name
/// their whole layout after a sidebar or a footer.
const HOLDS_ARTICLE: usize = 40;

/// More headings of the first rank are those of a list.
const MOST_HEADINGS: usize = 3;

/// Parts that speak of something else wherever they stand.
static ELSEWHERE: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.elsewhere));

/// Of these, those that are an article's own summary right below its headline.
static LEADS: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.leads));

/// Parts of a layout: in an article, its own.
static LAYOUT: LazyLock<Regex> = LazyLock::new(|| mark(|words| &words.marks.layout));

/// The parts of one page.
#[derive(Debug, Default)]
pub(crate) struct Elsewhere {
    /// What holds the headline, or much of the text.
    main: HashSet<NodeId>,
    /// The headings of the first rank, and headers that hold them.
    headlines: HashSet<NodeId>,
    /// The element that is the article, where the page marks one around its headline.
    article: Option<NodeId>,
}

impl Elsewhere {
    pub(crate) fn of(page: &Html) -> Self {
        let (mut letters, mut all) = (HashMap::new(), 0);
        let mut headings = Vec::new();
        for element in page.root_element().descendent_elements() {
            match element.value().name() {
                "p" => {
                    let count = element.text().map(|text| text.trim().len()).sum::<usize>();
                    all += count;
                    work::each(element.ancestors()).for_each(|above| *letters.entry(above.id()).or_default() += count);
                }
                "h1" => headings.push(element),
                _ => {}
            }
        }
        let holds = |count: &usize| all > 0 && count * 100 >= all * HOLDS_ARTICLE;
        let mut main: HashSet<NodeId> = letters.iter().filter(|(_, count)| holds(count)).map(|(id, _)| *id).collect();
        if headings.len() <= MOST_HEADINGS {
            main.extend(headings.iter().flat_map(|heading| heading.ancestors().map(|above| above.id())));
        }
        let header = |node: &NodeRef<'_, Node>| {
            node.value().as_element().is_some_and(|element| matches!(element.name(), "h1" | "header" | "hgroup"))
        };
        let few = headings.iter().take(MOST_HEADINGS);
        let headlines = few.flat_map(|heading| std::iter::once(**heading).chain(heading.parent())).filter(header);
        let headlines = headlines.map(|node| node.id()).collect();
        let article = headings.iter().find_map(|heading| heading.ancestors().find(is_article)).map(|node| node.id());
        Self { main, headlines, article }
    }

    /// Whether an element begins such a part.
    pub(crate) fn begins(&self, node: NodeRef<'_, Node>) -> bool {
        let Some(element) = ElementRef::wrap(node).filter(|element| !self.main.contains(&element.id())) else {
            return false;
        };
        let marked = |pattern: &Regex| marks(element).any(|marks| pattern.is_match(marks));
        match element.value().name() {
            "body" | "html" => false,
            "nav" | "blockquote" => true,
            _ if marked(&ELSEWHERE) => !(marked(&LEADS) && self.is_below_headline(node)),
            name => (matches!(name, "aside" | "footer") || marked(&LAYOUT)) && !self.is_in_article(node),
        }
    }

    /// Whether an element stands right below the headline.
    fn is_below_headline(&self, node: NodeRef<'_, Node>) -> bool {
        let above = work::each(node.prev_siblings()).find(|node| node.value().is_element());
        above.is_some_and(|above| self.headlines.contains(&above.id()))
    }

    fn is_in_article(&self, node: NodeRef<'_, Node>) -> bool {
        self.article.is_some_and(|article| work::each(node.ancestors()).any(|above| above.id() == article))
    }

    /// Whether an element stands in such a part; one that is marked as a field of the article is believed in a mere layout.
    pub(super) fn holds(&self, element: ElementRef<'_>) -> bool {
        // no words of a language: fields of schema.org
        let is_field = matches!(element.value().attr("itemprop"), Some("author" | "datePublished"));
        let begins = |node| if is_field { self.begins_others(node) } else { self.begins(node) };
        begins(*element) || work::each(element.ancestors()).any(begins)
    }

    /// Whether an element begins a part that speaks of something else wherever it stands.
    fn begins_others(&self, node: NodeRef<'_, Node>) -> bool {
        let ours = self.main.contains(&node.id());
        ElementRef::wrap(node).filter(|_| !ours).is_some_and(|element| {
            !matches!(element.value().name(), "body" | "html")
                && (element.value().name() == "blockquote" || marks(element).any(|marks| ELSEWHERE.is_match(marks)))
        })
    }
}

fn is_article(node: &NodeRef<'_, Node>) -> bool {
    node.value().as_element().is_some_and(|element| {
        let kind = element.attr("itemtype").unwrap_or_default();
        element.name() == "article" || kind.ends_with("Article") || kind.ends_with("Posting")
    })
}

fn marks<'e>(element: ElementRef<'e>) -> impl Iterator<Item = &'e str> {
    ["class", "id"].into_iter().filter_map(move |name| element.value().attr(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_called_after_its_sidebar_holds_the_article() {
        let page = Html::parse_document(
            "<div class=with-sidebar><h1>Ferry sinks</h1><p>Nine died off Caldry.</p><div class=sidebar><i>x</i></div></div>",
        );
        let elsewhere = Elsewhere::of(&page);
        let begin: Vec<_> = page
            .root_element()
            .descendent_elements()
            .filter(|element| elsewhere.begins(**element))
            .filter_map(|element| element.value().attr("class"))
            .collect();
        assert_eq!(begin, ["sidebar"]);
    }
}
