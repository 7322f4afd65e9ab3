//! From a feed to its articles: RSS, Atom, JSON Feed.

use feed_rs::model::{Entry, Feed};

use crate::article::{Article, Known, Warning};
use crate::error::LONGEST_DOCUMENT;
use crate::{PageError, from_html, from_text};

/// An entry's own text is said to be short below this many bytes: feeds often carry the first lines alone.
const SHORT: usize = 600;

/// Reads every entry of a feed that has text; each comes with the id that the feed gives it.
///
/// `known` is what is known of all of them: the publisher, the language.
pub fn read_feed(bytes: &[u8], known: &Known) -> Result<Vec<(Option<String>, Article)>, PageError> {
    if bytes.len() > LONGEST_DOCUMENT {
        return Err(PageError::TooLarge { bytes: bytes.len() });
    }
    let feed = feed_rs::parser::parse(bytes).map_err(|error| PageError::BrokenFeed { reason: error.to_string() })?;
    Ok(feed.entries.iter().filter_map(|entry| read(entry, &feed, known)).collect())
}

fn read(entry: &Entry, feed: &Feed, known: &Known) -> Option<(Option<String>, Article)> {
    let text = text_of(entry)?;
    let stated = crate::metadata::merge(known, of_entry(entry, feed));
    // An entry's text is HTML, escaped or not, far more often than it says so.
    let looks_marked_up = text.contains("</") || text.contains("<br") || text.contains("<p>");
    let mut article =
        if looks_marked_up { from_html(&in_page(text), &stated) } else { from_text(text, &stated) }.ok()?;
    article.metadata.url = stated.url;
    if article.text.len() < SHORT {
        article
            .warnings
            .push(Warning::new("The feed gives only the beginning of this article. Fetch its page for the whole."));
    }
    Some((Some(entry.id.clone()).filter(|id| !id.is_empty()), article))
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

fn of_entry(entry: &Entry, feed: &Feed) -> Known {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let link = entry.links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    Known {
        title: entry.title.as_ref().map(|title| line(&html_escape::decode_html_entities(&title.content))),
        byline: entry.authors.iter().filter_map(|author| author.name.as_deref()).map(line).collect(),
        publisher: feed.title.as_ref().map(|title| line(&title.content)),
        published: entry.published.map(|date| date.to_rfc3339()),
        modified: entry.updated.map(|date| date.to_rfc3339()),
        language: entry.language.clone().or_else(|| feed.language.clone()),
        url: link.map(|link| link.href.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_becomes_an_article() {
        let feed = br#"<?xml version="1.0"?><rss version="2.0"><channel><title>The Arden Mail</title>
            <item><guid>a1</guid><title>Ferry &amp; dock</title><link>https://mail.example/a1</link>
            <pubDate>Sun, 03 May 2020 10:00:00 GMT</pubDate>
            <description>&lt;p&gt;The mayor denied it.&lt;/p&gt;&lt;p&gt;She left.&lt;/p&gt;</description></item>
            <item><guid>a2</guid><title>Plain</title><description>He said no.</description></item></channel></rss>"#;
        let articles = read_feed(feed, &Known::default()).unwrap();
        let (id, first) = &articles[0];
        assert_eq!(id.as_deref(), Some("a1"));
        assert_eq!(first.text.as_str(), "The mayor denied it.\n\nShe left.");
        assert_eq!(first.metadata.title.as_deref(), Some("Ferry & dock"));
        assert_eq!(first.metadata.publisher.as_deref(), Some("The Arden Mail"));
        assert_eq!(first.metadata.published.as_deref(), Some("2020-05-03T10:00:00+00:00"));
        assert_eq!(articles[1].1.text.as_str(), "He said no.");
    }

    #[test]
    fn a_broken_feed_says_what_to_do() {
        let error = read_feed(b"<rss><channel><item>", &Known::default()).err();
        assert!(error.is_none_or(|error| error.to_string().contains("fetch it again")));
    }
}
