//! Tells a page that lists articles from one that is an article.

use std::collections::HashSet;

use scraper::{ElementRef, Html};

use super::paragraphs::Paragraphs;

/// Fewer linked headings stand below any article.
const MOST_BESIDE: usize = 3;

/// A longer paragraph is an article's.
const LONGEST_SUMMARY: usize = 200;

/// Of ten paragraphs of the body, so many stand among the headings and their summaries.
const LISTED_OF_TEN: usize = 6;

/// Whether the body is headlines of other articles with their summaries.
pub(super) fn is_listing(page: &Html, body: &Paragraphs) -> bool {
    if body.each().any(|paragraph| paragraph.len() > LONGEST_SUMMARY) || is_declared_article(page) {
        return false;
    }
    let entries = entries(page);
    let inside = |text: &str| entries.iter().any(|entry| entry.contains(text));
    let texts: Vec<String> = body.each().map(|paragraph| plain(body.slice(&paragraph).split_whitespace())).collect();
    let listed = texts.iter().filter(|text| inside(text)).count();
    entries.len() >= MOST_BESIDE && listed > 0 && listed * 10 >= texts.len() * LISTED_OF_TEN
}

/// What stands around each heading that leads to a page of its own.
fn entries(page: &Html) -> Vec<String> {
    let mut seen = HashSet::new();
    let headings = page.root_element().descendent_elements().filter(|element| is_heading(*element));
    let linked = headings.filter_map(|heading| Some((heading, address(heading)?)));
    linked.filter(|(_, address)| seen.insert(*address)).filter_map(|(heading, _)| around(heading)).collect()
}

fn is_heading(element: ElementRef<'_>) -> bool {
    matches!(element.value().name(), "h2" | "h3" | "h4")
}

/// Where a heading leads: the link in it or around it.
fn address<'p>(heading: ElementRef<'p>) -> Option<&'p str> {
    let above = heading.ancestors().filter_map(ElementRef::wrap).take(2);
    above.chain(heading.descendent_elements()).find(|element| element.value().name() == "a")?.value().attr("href")
}

/// The largest element around a heading that holds no other heading, where it is short.
fn around(heading: ElementRef<'_>) -> Option<String> {
    let alone = |element: &ElementRef<'_>| {
        element.descendent_elements().filter(|below| is_heading(*below)).take(2).count() < 2
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
