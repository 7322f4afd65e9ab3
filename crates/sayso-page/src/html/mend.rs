//! The article's paragraphs as the page has them: the extractor says which they are, and the page says what they are.
//!
//! An extractor drops links, stops behind elements that it does not know and leaves out lists. So each of its paragraphs is
//! looked for among the page's own, which are taken whole; with them, what stands between them in the same container;
//! without paragraphs that are nothing but a link to another page.

use std::collections::HashSet;
use std::ops::Range;

use super::fill::{self, Chosen};
use super::paragraphs::Paragraphs;
use super::same::ParagraphIndex;

/// A shorter paragraph that is a link may be a name in a list.
const SHORTEST_TEASER: usize = 20;

/// So many headlines that are links, each with a line of so many letters at most below it, are a list of articles.
const FEWEST_TOLD: usize = 3;
const LONGEST_TOLD: usize = 160;

/// The body with whole paragraphs and lists, without teasers.
pub(super) fn mend(body: &Paragraphs, page: &Paragraphs) -> Paragraphs {
    let ranges: Vec<Range<usize>> = page.each().collect();
    let is_teaser = |at: &usize| is_teaser(page, &ranges[*at]);
    let told = told_by_teasers(page, &ranges);
    let mut mended = Paragraphs::default();
    for chosen in fill::filled(choose(body, page), page, &ranges) {
        match chosen {
            Chosen::Own(at) if is_teaser(&at) || told.contains(&at) => {}
            Chosen::Own(at) => mended.append(page, &ranges[at]),
            Chosen::Extracted(paragraph) => mended.append(body, &paragraph),
        }
    }
    mended
}

fn is_teaser(page: &Paragraphs, paragraph: &Range<usize>) -> bool {
    paragraph.len() >= SHORTEST_TEASER && page.is_link(paragraph)
}

/// The lines below headlines of other articles, where several stand one below another.
fn told_by_teasers(page: &Paragraphs, ranges: &[Range<usize>]) -> HashSet<usize> {
    let is_teaser = |at: usize| ranges.get(at).is_some_and(|range| is_teaser(page, range));
    let is_told = |at: usize| ranges.get(at).is_some_and(|range| range.len() <= LONGEST_TOLD) && !is_teaser(at);
    let (mut told, mut at) = (HashSet::new(), 0);
    while at < ranges.len() {
        let first = at;
        while is_teaser(at) && is_told(at + 1) {
            at += 2;
        }
        if at >= first + 2 * FEWEST_TOLD {
            told.extend((first + 1..at).step_by(2));
        }
        at += 1;
    }
    told
}

fn choose(body: &Paragraphs, page: &Paragraphs) -> Vec<Chosen> {
    let mut own = ParagraphIndex::of(page);
    let (mut chosen, mut taken, mut next) = (Vec::new(), HashSet::new(), 0);
    for paragraph in body.each() {
        match own.holding(body.slice(&paragraph), next) {
            Some(found) => {
                next = found.last().map_or(next, |last| last + 1);
                chosen.extend(found.into_iter().filter(|at| taken.insert(*at)).map(Chosen::Own));
            }
            None => chosen.push(Chosen::Extracted(paragraph)),
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(page: &str, body: &str) -> String {
        mend(&Paragraphs::of_fragment(body), &Paragraphs::of_fragment(page)).as_str().to_owned()
    }

    #[test]
    fn a_dropped_link_comes_back_and_a_teaser_goes() {
        let page = "<p>The mayor of Caldry said that <a>the ferry will sail</a> again in the spring.</p>\
                    <p><a>Storm closes mountain passes</a></p>";
        let body = "<p>The mayor of Caldry said that again in the spring.</p><p>Storm closes mountain passes</p><p>No more.</p>";
        assert_eq!(
            mended(page, body),
            "The mayor of Caldry said that the ferry will sail again in the spring.\n\nNo more."
        );
    }

    #[test]
    fn lines_below_headlines_of_other_articles_go_with_them() {
        let teaser = |number: usize| format!("<h3><a>Another story, number {number}</a></h3><h4>What it tells of</h4>");
        let page = format!("<p>The mayor denied it.</p>{}{}{}", teaser(1), teaser(2), teaser(3));
        assert_eq!(mended(&page, "<p>The mayor denied it.</p><h4>What it tells of</h4>"), "The mayor denied it.");
        let two = format!("<p>The mayor denied it.</p>{}{}", teaser(1), teaser(2));
        assert_eq!(
            mended(&two, "<p>The mayor denied it.</p><h4>What it tells of</h4>"),
            "The mayor denied it.\n\nWhat it tells of"
        );
    }

    #[test]
    fn whose_post_it_is_stays_with_it() {
        let page = "<div><p>The club said so.</p><blockquote><p>We thank the coach.</p>— Arden Town (@arden) <a>May 3</a></blockquote>\
                    <p>The coach said nothing.</p></div>";
        let body =
            "<p>The club said so.</p><blockquote><p>We thank the coach.</p></blockquote><p>The coach said nothing.</p>";
        assert_eq!(
            mended(page, body),
            "The club said so.\n\nWe thank the coach.\n\n— Arden Town (@arden) May 3\n\nThe coach said nothing."
        );
    }

    #[test]
    fn a_post_between_two_paragraphs_is_shown_by_the_article() {
        let page = "<div><p>The club said so.</p><div><blockquote class=twitter-tweet><p>Thanks, coach.</p>— Arden Town (@arden)\
                    </blockquote></div><p>The coach said nothing.</p></div>";
        let body = "<p>The club said so.</p><p>The coach said nothing.</p>";
        assert_eq!(
            mended(page, body),
            "The club said so.\n\nThanks, coach.\n\n— Arden Town (@arden)\n\nThe coach said nothing."
        );
    }

    #[test]
    fn what_was_cut_off_comes_back_at_either_end() {
        let page = "<p>The operator, Bay Lines, said on Monday that it had moved its sailings.</p>";
        assert_eq!(mended(page, "<p>The operator, Bay Lines, said</p>"), &page[3..page.len() - 4]);
        assert_eq!(mended(page, "<p>that it had moved its sailings.</p>"), &page[3..page.len() - 4]);
    }

    #[test]
    fn a_list_between_two_paragraphs_is_theirs() {
        let page = "<div><p>The council said three things.</p><ul><li>It knew in May.</li><li><a>Read it here.</a></li></ul>\
                    <aside><p>Not this one.</p></aside><p>Nobody has answered them.</p></div>";
        let body = "<p>The council said three things.</p><p>Nobody has answered them.</p>";
        assert_eq!(
            mended(page, body),
            "The council said three things.\n\nIt knew in May.\n\nNobody has answered them."
        );
    }
}
