//! Whether a page lists articles or is one.

use std::collections::{HashMap, HashSet};

use scraper::{ElementRef, Html};

use super::paragraphs::Paragraphs;

/// Fewer linked headings stand below any article.
const MOST_BESIDE: usize = 3;

/// A longer paragraph is an article's.
const LONGEST_SUMMARY: usize = 200;

/// Of ten paragraphs of the body, so many stand among the headings and their summaries.
const LISTED_OF_TEN: usize = 6;

/// What stands around one heading has fewer elements.
const MOST_ELEMENTS: usize = 200;

/// Whether the body is headlines of other articles with their summaries.
pub(super) fn is_listing(page: &Html, body: &Paragraphs) -> bool {
    if body.each().any(|paragraph| paragraph.len() > LONGEST_SUMMARY) || is_declared_article(page) {
        return false;
    }
    let entries = entries(page);
    let runs = Runs::of(&entries);
    let texts: Vec<String> = body.each().map(|paragraph| plain(body.slice(&paragraph).split_whitespace())).collect();
    let listed = texts.iter().filter(|text| runs.hold(text)).count();
    entries.len() >= MOST_BESIDE && listed > 0 && listed * 10 >= texts.len() * LISTED_OF_TEN
}

/// What stands around each heading that leads to a page of its own.
fn entries(page: &Html) -> Vec<String> {
    let mut seen = HashSet::new();
    let headings = page.root_element().descendent_elements().filter(|element| is_heading(*element));
    let linked = headings.filter_map(|heading| Some((heading, address(heading)?)));
    linked.filter(|(_, address)| seen.insert(*address)).filter_map(|(heading, _)| around(heading)).collect()
}

/// Words by which a text is looked for within others.
const RUN: usize = 4;

/// Places of one run of words that are looked at.
const MOST_PLACES: usize = 8;

/// Texts by the runs of words in them, so that a page of thousands of headings takes no more than its length.
struct Runs<'t>(HashMap<&'t str, Vec<&'t str>>);

impl<'t> Runs<'t> {
    fn of(texts: &'t [String]) -> Self {
        let mut runs: HashMap<&str, Vec<&str>> = HashMap::new();
        for text in texts {
            let mut rest = text.as_str();
            while !rest.is_empty() {
                for words in 1..=RUN {
                    let places = runs.entry(first_words(rest, words)).or_default();
                    if places.len() < MOST_PLACES {
                        places.push(rest);
                    }
                }
                rest = rest.split_once(' ').map_or("", |(_, behind)| behind);
            }
        }
        Self(runs)
    }

    /// Whether one of the texts holds another, from a word on.
    fn hold(&self, text: &str) -> bool {
        self.0.get(first_words(text, RUN)).is_some_and(|places| places.iter().any(|place| place.starts_with(text)))
    }
}

/// The first words of a text whose words are parted by one blank each; all of it where it has no more.
fn first_words(text: &str, count: usize) -> &str {
    let end = text.match_indices(' ').nth(count - 1).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn is_heading(element: ElementRef<'_>) -> bool {
    matches!(element.value().name(), "h2" | "h3" | "h4")
}

/// Where a heading leads: the link in it or around it.
fn address<'p>(heading: ElementRef<'p>) -> Option<&'p str> {
    let above = heading.ancestors().filter_map(ElementRef::wrap).take(2);
    above
        .chain(heading.descendent_elements().take(MOST_ELEMENTS))
        .find(|element| element.value().name() == "a")?
        .value()
        .attr("href")
}

/// The largest element around a heading that holds no other heading, where it is short.
fn around(heading: ElementRef<'_>) -> Option<String> {
    let alone = |element: &ElementRef<'_>| {
        element.descendent_elements().take(MOST_ELEMENTS + 1).count() <= MOST_ELEMENTS
            && element.descendent_elements().filter(|below| is_heading(*below)).take(2).count() < 2
            && element.text().map(str::len).sum::<usize>() <= 3 * LONGEST_SUMMARY
    };
    let entry = heading.ancestors().take(6).filter_map(ElementRef::wrap).take_while(alone).last()?;
    Some(plain(entry.text().flat_map(str::split_whitespace)))
}

fn plain<'t>(words: impl Iterator<Item = &'t str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// Whether the page says that it is an article.
fn is_declared_article(page: &Html) -> bool {
    page.root_element().descendent_elements().any(|element| match element.value().name() {
        "meta" => {
            element.value().attr("property") == Some("og:type") && element.value().attr("content") == Some("article")
        }
        "script" => {
            element.value().attr("type").is_some_and(|kind| kind.contains("ld+json"))
                && element.text().any(|text| text.contains("Article\"") || text.contains("BlogPosting\""))
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> bool {
        is_listing(&Html::parse_document(html), &Paragraphs::of_fragment(html))
    }

    #[test]
    fn a_text_is_found_by_its_first_words() {
        let texts = ["A ferry sank off Caldry on Monday".to_owned(), "The port is shut".to_owned()];
        let runs = Runs::of(&texts);
        assert!(
            ["ferry sank off Caldry on", "A ferry", "Monday", "The port is shut"]
                .into_iter()
                .all(|text| runs.hold(text))
        );
        assert!(
            !["ferry sank off Caldry in", "A port", "", "shut down", "sank off Dol"]
                .into_iter()
                .any(|text| runs.hold(text))
        );
    }

    #[test]
    fn headlines_with_summaries_are_a_list() {
        let entry = |number| {
            format!("<div><h3><a href=/{number}>A ferry {number}</a></h3><p>It sank, he said {number}.</p></div>")
        };
        let list: String = (0..4).map(entry).collect();
        assert!(of(&list));
        assert!(!of(&format!("<p>{}</p>{list}", "The mayor denied it. ".repeat(20))));
        assert!(!of(&format!("<p>The mayor denied it.</p>{}", entry(1))));
    }
}
