//! From a feed to its articles: RSS, Atom, JSON Feed.

mod authors;
mod listed;
mod local_time;
mod mended;
mod salvaged;

use std::borrow::Cow;
use std::sync::LazyLock;

use feed_rs::model::{Entry, Feed};
use memchr::{memchr2_iter, memmem};
use regex::Regex;

use authors::authors;
pub use listed::{FeedEntry, list_feed};
use local_time::WrittenTimes;

use crate::article::{Article, Known, Warning};
use crate::error::LONGEST_DOCUMENT;
use crate::html::comparisons;
use crate::{PageError, from_html, from_text, without_secrets};

/// An entry's own text is said to be short below this many bytes: feeds often carry the first lines alone.
const SHORT: usize = 600;

/// Longer feeds are not read. A feed with the whole text of five hundred articles has some 4 MiB.
const LONGEST_FEED: usize = 16 << 20;

/// Feeds with more entries, or more tags or objects in all, are not read: each takes some hundred bytes.
const MOST_ENTRIES: usize = 20_000;
const MOST_PARTS: usize = 1 << 20;

/// Feeds whose attributes are more work are not read: the parser holds each of a tag against those before it.
const MOST_COMPARISONS: u64 = 20_000_000;

/// What a feed holds.
#[derive(Debug, Default)]
pub struct Entries {
    /// The entries that have text, each with the id that the feed gives it.
    pub articles: Vec<(Option<String>, Article)>,
    /// How many have none that can be read.
    pub without_text: usize,
}

/// Reads every entry of a feed.
///
/// `known` is what is known of all of them: the publisher, the language.
///
/// # Errors
///
/// Where it is no feed, or larger than any that is read by people.
pub fn read_feed(bytes: &[u8], known: &Known) -> Result<Entries, PageError> {
    let bytes = mended(bytes)?;
    let Parsed { feed, written, is_damaged } = Parsed::of(&bytes)?;
    let all = feed.entries.iter().zip(&written);
    let mut articles: Vec<_> =
        all.filter_map(|(entry, written)| read(entry, stated(entry, written, &feed, known))).collect();
    if let Some((_, last)) = articles.last_mut().filter(|_| is_damaged) {
        last.warnings.push(Warning::new("The feed is damaged: some of its entries cannot be read. Fetch it again."));
    }
    Ok(Entries { without_text: feed.entries.len() - articles.len(), articles })
}

/// A feed as the parser has it.
struct Parsed<'f> {
    feed: Feed,
    /// The times of its entries as they were written.
    written: Vec<WrittenTimes<'f>>,
    /// Whether some of its entries cannot be read.
    is_damaged: bool,
}

impl<'f> Parsed<'f> {
    fn of(bytes: &'f [u8]) -> Result<Self, PageError> {
        let (feed, is_damaged) = match feed_rs::parser::parse(bytes) {
            Ok(feed) => (feed, false),
            Err(error) => {
                let broken = || PageError::BrokenFeed { reason: error.to_string() };
                (salvaged::salvaged(bytes).filter(|feed| !feed.entries.is_empty()).ok_or_else(broken)?, true)
            }
        };
        let written = local_time::written(bytes, feed.entries.len());
        Ok(Self { feed, written, is_damaged })
    }
}

/// The feed as it can be parsed, if it may be.
fn mended(bytes: &[u8]) -> Result<Cow<'_, [u8]>, PageError> {
    check(bytes)?;
    Ok(mended::mended(bytes))
}

/// What is refused before the parser makes anything of it.
fn check(bytes: &[u8]) -> Result<(), PageError> {
    let broken = |reason: &str| Err(PageError::BrokenFeed { reason: reason.to_owned() });
    let entries = [b"<item".as_slice(), b"<entry"].map(|tag| memmem::find_iter(bytes, tag).count());
    let parts = memchr2_iter(b'<', b'{', bytes).count();
    match bytes.len() {
        bytes if bytes > LONGEST_DOCUMENT => Err(PageError::TooLarge { bytes }),
        bytes if bytes > LONGEST_FEED => broken("it is longer than 16 MiB"),
        _ if entries.iter().any(|count| *count > MOST_ENTRIES) => broken("it has more than 20,000 entries"),
        _ if parts > MOST_PARTS => broken("it has more than a million tags"),
        _ if comparisons(&String::from_utf8_lossy(bytes), MOST_COMPARISONS) > MOST_COMPARISONS => {
            broken("a tag of it has thousands of attributes")
        }
        _ => Ok(()),
    }
}

/// What is known of an entry beside its text.
fn stated(entry: &Entry, written: &WrittenTimes<'_>, feed: &Feed, known: &Known) -> Known {
    crate::metadata::merge(known, of_entry(entry, written, feed))
}

fn read(entry: &Entry, stated: Known) -> Option<(Option<String>, Article)> {
    let text = &*unescaped(text_of(entry)?);
    // An entry's text is HTML, escaped or not, far more often than it says so.
    let looks_marked_up = text.contains("</") || text.contains("<br") || text.contains("<p>");
    let mut article =
        if looks_marked_up { from_html(&in_page(text), &stated) } else { from_text(text, &stated) }.ok()?;
    article.metadata.url = stated.url;
    if article.text.len() < SHORT {
        article.metadata.is_summary = true;
        article
            .warnings
            .push(Warning::new("The feed gives only the beginning of this article. Fetch its page for the whole."));
    }
    let id = Some(without_secrets(&entry.id)).filter(|id| !id.is_empty());
    Some((id, article))
}

/// The text with its markup as such, where that was escaped twice.
fn unescaped(text: &str) -> Cow<'_, str> {
    let escaped = !text.contains('<') && ["&lt;/", "&lt;p", "&lt;br"].iter().any(|tag| text.contains(tag));
    if escaped { html_escape::decode_html_entities(text) } else { Cow::Borrowed(text) }
}

/// The content, or the summary where that is longer.
fn text_of(entry: &Entry) -> Option<&str> {
    let content = entry.content.as_ref().and_then(|content| content.body.as_deref());
    let summary = entry.summary.as_ref().map(|summary| summary.content.as_str());
    [content, summary].into_iter().flatten().filter(|text| !text.trim().is_empty()).max_by_key(|text| text.len())
}

/// A fragment made a page whose body is the article, so that nothing of it is taken for its surroundings.
fn in_page(fragment: &str) -> String {
    format!("<html><body><article>{fragment}</article></body></html>")
}

fn of_entry(entry: &Entry, written: &WrittenTimes<'_>, feed: &Feed) -> Known {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let link = entry.links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    Known {
        title: entry.title.as_ref().map(|title| line(&plain(&html_escape::decode_html_entities(&title.content)))),
        byline: authors(entry, feed),
        publisher: feed.title.as_ref().map(|title| line(&title.content)),
        published: entry.published.map(|date| written.local(&date.to_rfc3339())),
        modified: entry.updated.map(|date| written.local(&date.to_rfc3339())),
        language: entry.language.clone().or_else(|| feed.language.clone()),
        url: link.map(|link| link.href.clone()),
        is_summary: false,
    }
}

/// A title without the markup that may be in it.
fn plain(title: &str) -> Cow<'_, str> {
    TAG.replace_all(title, "")
}

/// A tag of the elements that stand in lines.
static TAG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)</?(?:a|abbr|b|big|br|cite|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?/?>")
        .expect("it is one")
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_becomes_an_article() {
        let feed = br#"<?xml version="1.0"?><rss version="2.0"><channel><title>The Arden Mail</title>
            <item><guid>a1</guid><title>Ferry &amp; dock</title><link>https://mail.example/a1</link>
            <pubDate>Sun, 03 May 2020 10:00:00 GMT</pubDate>
            <description>&lt;p&gt;The mayor denied it.&lt;/p&gt;&lt;p&gt;She left.&lt;/p&gt;</description></item>
            <item><guid>a2</guid><title>Plain</title><description>He said no.</description></item>
            <item><guid>a3</guid><title>Nothing</title></item></channel></rss>"#;
        let entries = read_feed(feed, &Known::default()).unwrap();
        let articles = entries.articles;
        assert_eq!(entries.without_text, 1);
        let (id, first) = &articles[0];
        assert_eq!(id.as_deref(), Some("a1"));
        assert_eq!(first.text.as_str(), "The mayor denied it.\n\nShe left.");
        assert_eq!(first.metadata.title.as_deref(), Some("Ferry & dock"));
        assert_eq!(first.metadata.publisher.as_deref(), Some("The Arden Mail"));
        assert_eq!(first.metadata.published.as_deref(), Some("2020-05-03T10:00:00+00:00"));
        assert_eq!(articles[1].1.text.as_str(), "He said no.");
    }

    #[test]
    fn secrets_of_links_and_ids_go() {
        let feed =
            br#"<rss version="2.0"><channel><title>The Arden Mail</title><item><guid>https://u:p@a.example/1</guid>
            <link>https://u:p@a.example/1?token=x</link><description>He said no.</description></item></channel></rss>"#;
        let (id, article) = read_feed(feed, &Known::default()).unwrap().articles.remove(0);
        assert_eq!(id.as_deref(), Some("https://a.example/1"));
        assert_eq!(article.metadata.url.as_deref(), Some("https://a.example/1"));
    }

    #[test]
    fn a_feed_that_is_none_for_people_is_refused_before_it_is_parsed() {
        let told = |feed: String| read_feed(feed.as_bytes(), &Known::default()).unwrap_err().to_string();
        let in_feed = |inside: String| format!("<rss version='2.0'><channel>{inside}</channel></rss>");
        assert!(told(in_feed("<item/>".repeat(MOST_ENTRIES + 1))).contains("20,000 entries"));
        assert!(told(in_feed("<a>".repeat(MOST_PARTS))).contains("a million tags"));
        let attributes: String = (0..20_000).map(|number| format!(" a{number}='1'")).collect();
        assert!(told(in_feed(format!("<item{attributes}/>"))).contains("thousands of attributes"));
    }

    #[test]
    fn a_broken_feed_says_what_to_do() {
        let error = read_feed(b"<rss><channel><item>", &Known::default()).err();
        assert!(error.is_none_or(|error| error.to_string().contains("fetch it again")));
    }
}
