//! Names that are links to a page about their bearer: on many pages nothing else says who wrote them.

use std::sync::LazyLock;

use regex::Regex;
use scraper::ElementRef;

use crate::vocabulary::{any, pattern};

use super::elsewhere::Elsewhere;

/// Longer texts of links are teasers.
const LONGEST: usize = 60;

/// Addresses of authors' pages: a folder of them and a name in it.
static AUTHORS: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)/{}/[^/?#]{{2,}}", any(|words| &words.marks.author_pages))));

/// Addresses of pages of those who have an account: with a number, as those of forms have not.
static ACCOUNTS: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)/{}(?:/|\?|\.\w+\?)[^/#]*\d", any(|words| &words.marks.account_pages))));

/// A name under which a page links to an author's page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AuthorLink {
    pub(super) name: String,
    /// Whether the page is of an account, whose name may be one word.
    pub(super) is_account: bool,
    /// Whether it stands in a part that speaks of something else.
    pub(super) elsewhere: bool,
}

/// What a link says of an author, if it leads to one.
pub(super) fn read(link: ElementRef<'_>, elsewhere: &Elsewhere) -> Option<AuthorLink> {
    let address = link.value().attr("href")?;
    let is_account = ACCOUNTS.is_match(address);
    if !is_account && !AUTHORS.is_match(address) {
        return None;
    }
    let words: Vec<&str> = link.text().flat_map(str::split_whitespace).take(LONGEST).collect();
    let name = words.join(" ");
    let is_name = !name.is_empty() && name.len() <= LONGEST;
    is_name.then(|| AuthorLink { name, is_account, elsewhere: elsewhere.holds(link) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    #[test]
    fn a_link_to_an_authors_page_is_told_by_its_address() {
        let of = |html: &str| {
            let page = Html::parse_fragment(html);
            let link = page.root_element().descendent_elements().find(|element| element.value().name() == "a");
            link.and_then(|link| read(link, &Elsewhere::default())).map(|found| (found.name, found.is_account))
        };
        assert_eq!(of("<a href=/autoren/ann-doe>Ann <b>Doe</b></a>"), Some(("Ann Doe".to_owned(), false)));
        assert_eq!(of("<a href='https://a.example/profile/17'>ann17</a>"), Some(("ann17".to_owned(), true)));
        assert_eq!(of("<a href=/authors/>All authors</a>"), None);
        assert_eq!(of("<a href=/politics/ann-doe>Ann Doe</a>"), None);
    }
}
