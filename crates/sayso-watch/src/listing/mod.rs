//! What a list of articles is, and what it lists: feeds, news sitemaps, and lists of such lists.

mod markup;
mod page;
mod plain;

use jiff::{SignedDuration, Timestamp};
use sayso::ledger::document::instant;
use sayso::{DocumentKind, FeedEntry, Known, kind_of, list_feed};
use url::Url;

use markup::Root;
pub use page::ListedPage;

/// How far back a sitemap is followed. News sitemaps have the articles of two days.
const RECENT: SignedDuration = SignedDuration::from_hours(72);

/// Articles that are taken from one list at a visit: a sitemap may have 50,000.
pub const MOST_PAGES: usize = 1_000;

/// Lists that are taken from a list of lists.
pub const MOST_LISTS: usize = 1_000;

/// What a list lists.
#[derive(Debug)]
pub enum Listing {
    /// A feed's entries.
    Feed(Vec<FeedEntry>),
    /// A sitemap's pages.
    Pages(Vec<ListedPage>),
    /// Feeds and sitemaps: OPML, the index of a sitemap, or an address a line.
    Lists(Vec<String>),
}

impl Listing {
    /// Reads one, of which what is older than a few days is left out where it says so.
    ///
    /// # Errors
    ///
    /// Where it is none, or cannot be read.
    pub fn read(bytes: &[u8], now: Timestamp) -> Result<Self, String> {
        if kind_of(bytes) == DocumentKind::Feed {
            return list_feed(bytes, &Known::default()).map(Self::Feed).map_err(|error| error.to_string());
        }
        let text = String::from_utf8_lossy(bytes);
        let text = text.trim_start_matches('\u{feff}');
        match markup::root(text) {
            Some(Root::Opml) => Ok(Self::Lists(markup::outlines(text, MOST_LISTS))),
            Some(Root::SitemapIndex) => Ok(Self::Lists(markup::sitemaps(text, MOST_LISTS, |at| is_recent(at, now)))),
            Some(Root::UrlSet) => Ok(Self::Pages(markup::pages(text, MOST_PAGES, |at| is_recent(at, now)))),
            Some(Root::Other) => {
                Err("it is neither a feed nor a sitemap nor OPML; give the address of the site's feed".to_owned())
            }
            None => plain::addresses(text, MOST_LISTS).map(Self::Lists),
        }
    }
}

/// Whether something happened within the last days; what does not say when may have.
fn is_recent(at: Option<&str>, now: Timestamp) -> bool {
    at.and_then(instant).is_none_or(|at| at >= now - RECENT)
}

/// An address in a list, made whole by the list's own; nothing where it is none of the web.
pub fn absolute(address: &str, base: &Url) -> Option<Url> {
    let url = base.join(address.trim()).ok()?;
    matches!(url.scheme(), "http" | "https").then_some(url).filter(Url::has_host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-03-05T12:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_sitemap_gives_what_is_new() {
        let sitemap = r#"<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
            xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://a.example/1?x=1&amp;y=2 </loc>
            <news:news><news:publication><news:name>The Mail</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2026-03-05</news:publication_date><news:title>Ferry &amp; dock</news:title></news:news></url>
            <url><loc>https://a.example/old</loc><lastmod>2020-01-01</lastmod></url>
            <url><loc>https://a.example/2</loc></url></urlset>"#;
        let Ok(Listing::Pages(pages)) = Listing::read(sitemap.as_bytes(), now()) else { panic!() };
        assert_eq!(pages.len(), 2);
        assert_eq!(pages[0].url, "https://a.example/1?x=1&y=2");
        assert_eq!(pages[0].title.as_deref(), Some("Ferry & dock"));
        assert_eq!(pages[0].publisher.as_deref(), Some("The Mail"));
        assert_eq!(pages[0].published.as_deref(), Some("2026-03-05"));
    }

    #[test]
    fn lists_of_lists() {
        let read = |text: &str| match Listing::read(text.as_bytes(), now()) {
            Ok(Listing::Lists(lists)) => lists,
            other => panic!("{other:?}"),
        };
        let opml = r#"<opml version="2.0"><body><outline text="News"><outline xmlUrl="https://a.example/f?a=1&amp;b=2"/>
            <outline type="rss" xmlurl='https://b.example/f'/></outline><outline text="none"/></body></opml>"#;
        assert_eq!(read(opml), ["https://a.example/f?a=1&b=2", "https://b.example/f"]);
        let index = "<sitemapindex><sitemap><loc>https://a.example/s1.xml</loc><lastmod>2026-03-05</lastmod></sitemap>\
                     <sitemap><loc>https://a.example/s0.xml</loc><lastmod>2019-03-05</lastmod></sitemap></sitemapindex>";
        assert_eq!(read(index), ["https://a.example/s1.xml"]);
        assert_eq!(
            read("# ours\nhttps://a.example/f\n\n https://b.example/f \n"),
            ["https://a.example/f", "https://b.example/f"]
        );
    }

    #[test]
    fn what_is_damaged_gives_what_comes_before() {
        let opml = r#"<opml><body><outline xmlUrl="https://a.example/f"/><outline xmlUrl="https://b.example/f?a&b"/></wrong>< "#;
        let Ok(Listing::Lists(lists)) = Listing::read(opml.as_bytes(), now()) else { panic!() };
        assert_eq!(lists, ["https://a.example/f", "https://b.example/f?a&b"]);
    }

    #[test]
    fn what_is_no_list_is_told() {
        for none in
            ["<!DOCTYPE html><html><body><p>News.</p></body></html>", "He said no.\nShe left.", "", "\u{0}\u{1}"]
        {
            assert!(Listing::read(none.as_bytes(), now()).is_err(), "{none}");
        }
    }

    #[test]
    fn addresses_of_the_web_alone_are_followed() {
        let base = Url::parse("https://a.example/feeds/all.xml").unwrap();
        assert_eq!(absolute("../1", &base).unwrap().as_str(), "https://a.example/1");
        assert_eq!(absolute("//b.example/1", &base).unwrap().as_str(), "https://b.example/1");
        for other in ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.example", "http://"] {
            assert_eq!(absolute(other, &base), None, "{other}");
        }
    }
}
