//! What a feed lists: its entries, those with a headline alone too, for whoever visits their pages.

use feed_rs::model::Entry;

use super::{Parsed, mended, read, stated, text_of};
use crate::article::{Article, Known};
use crate::{PageError, without_secrets};

/// An entry's summary that is shorter is taken for a teaser, in bytes: of 76 articles of real coverage, nine in ten have more.
const SHORT_SUMMARY: usize = 1_000;

/// How a text ends of which there is more.
const ELLIPSES: [&str; 5] = ["…", "...", "[…]", "[...]", "(...)"];

/// An entry of a feed.
#[derive(Clone, Debug)]
pub struct FeedEntry {
    /// The id that the feed gives it.
    pub id: Option<String>,
    /// Where its page is, as the feed gives it: it may be relative to the feed's address.
    pub url: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// When it was published, in ISO 8601.
    pub published: Option<String>,
    /// The feed's name.
    pub publisher: Option<String>,
    /// Its text, where it has any that can be read.
    pub article: Option<Box<Article>>,
    /// Whether the text is not the whole article: its first lines, or what it is about.
    pub is_teaser: bool,
}

/// Every entry of a feed, in its order.
///
/// `known` is what is known of all of them: the publisher, the language.
///
/// # Errors
///
/// Where it is no feed, or larger than any that is read by people.
pub fn list_feed(bytes: &[u8], known: &Known) -> Result<Vec<FeedEntry>, PageError> {
    let bytes = mended(bytes)?;
    let Parsed { feed, written, .. } = Parsed::of(&bytes)?;
    let all = feed.entries.iter().zip(&written);
    Ok(all.map(|(entry, written)| FeedEntry::of(entry, stated(entry, written, &feed, known))).collect())
}

impl FeedEntry {
    fn of(entry: &Entry, stated: Known) -> Self {
        let article = read(entry, stated.clone()).map(|(_, article)| Box::new(article));
        let Known { title, published, publisher, url, .. } = stated;
        Self {
            id: Some(without_secrets(&entry.id)).filter(|id| !id.is_empty()),
            is_teaser: article.as_ref().is_none_or(|article| is_teaser(entry, article)),
            url,
            title,
            published,
            publisher,
            article,
        }
    }
}

/// Feeds that give the whole text give it as content; a summary is whole where it is as long as an article.
fn is_teaser(entry: &Entry, article: &Article) -> bool {
    let text = article.text.as_str().trim_end();
    let is_content = entry.content.as_ref().and_then(|content| content.body.as_deref()) == text_of(entry);
    article.metadata.is_summary
        || !is_content && text.len() < SHORT_SUMMARY
        || ELLIPSES.iter().any(|end| text.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(items: &str) -> Vec<FeedEntry> {
        let feed = format!(
            r#"<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Mail</title>
            <link>https://mail.example/</link>{items}</channel></rss>"#
        );
        list_feed(feed.as_bytes(), &Known::default()).unwrap()
    }

    #[test]
    fn an_entry_without_text_is_listed() {
        let listed =
            listed("<item><title>Ferry aground</title><link>https://mail.example/1</link><guid>g1</guid></item>");
        assert_eq!(listed[0].url.as_deref(), Some("https://mail.example/1"));
        assert_eq!(listed[0].title.as_deref(), Some("Ferry aground"));
        assert!(listed[0].article.is_none() && listed[0].is_teaser);
    }

    #[test]
    fn a_teaser_is_told_from_a_whole_text() {
        let sentence = "The harbour master said that the ferry had run aground. ";
        let content = |text: &str| {
            format!("<item><link>https://mail.example/1</link><content:encoded>{text}</content:encoded></item>")
        };
        let summary =
            |text: &str| format!("<item><link>https://mail.example/1</link><description>{text}</description></item>");
        let is_teaser = |item: String| listed(&item)[0].is_teaser;
        assert!(!is_teaser(content(&sentence.repeat(15))));
        assert!(is_teaser(content(&(sentence.repeat(15) + "The mayor […]"))));
        assert!(is_teaser(content(sentence)));
        assert!(is_teaser(summary(&sentence.repeat(15))));
        assert!(!is_teaser(summary(&sentence.repeat(25))));
    }

    #[test]
    fn a_json_feed_lists_its_items() {
        let feed = br#"{"version": "https://jsonfeed.org/version/1.1", "title": "The Mail", "items": [
            {"id": "1", "url": "https://mail.example/1", "title": "Ferry aground", "content_text": "Short."},
            {"id": 2, "url": "https://mail.example/2", "title": "Dock"}]}"#;
        let listed = list_feed(feed, &Known::default()).unwrap();
        let urls: Vec<_> = listed.iter().filter_map(|entry| entry.url.as_deref()).collect();
        assert_eq!(urls, ["https://mail.example/1", "https://mail.example/2"]);
    }
}
