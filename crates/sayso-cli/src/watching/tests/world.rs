//! What stands on the servers of the day, and when.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;

use super::server::{Asked, Reply};

/// When the day begins.
pub fn morning() -> Timestamp {
    "2026-03-05T06:00:00Z".parse().unwrap()
}

/// Which step of the day it is: the test moves it, pages change with it.
pub static HOUR: AtomicUsize = AtomicUsize::new(0);

/// Sets the time of the servers.
pub fn set(now: Timestamp) {
    let hours = now.duration_since(morning()).as_hours();
    HOUR.store(usize::try_from(hours).unwrap_or_default(), Ordering::SeqCst);
}

fn hour() -> usize {
    HOUR.load(Ordering::SeqCst)
}

fn ok(kind: &'static str, body: impl Into<Vec<u8>>) -> Reply {
    Reply::Whole(200, vec![("content-type", kind.to_owned())], body.into())
}

fn status(status: u16) -> Reply {
    Reply::Whole(status, Vec::new(), b"sorry".to_vec())
}

fn to(address: &str) -> Reply {
    Reply::Whole(302, vec![("location", address.to_owned())], Vec::new())
}

/// A page with an article; its words are its own.
pub fn article(name: &str, number: usize) -> String {
    let said =
        format!("The harbour master of {name} said on Thursday that {number} boats had been tied up before the storm.");
    let more = "The mayor denied that the warning had come too late. ".repeat(4);
    format!(
        "<html lang=en><head><title>Boats tied up in {name}</title><meta property='og:site_name' content='The {name} Mail'></head>\
         <body><article><h1>Boats tied up in {name}</h1><p>{said}</p><p>{more}</p></article></body></html>"
    )
}

/// An item of RSS with a teaser.
fn item(url: &str, title: &str) -> String {
    format!(
        "<item><guid>{url}</guid><title>{title}</title><link>{url}</link><description>Boats were tied up.</description></item>"
    )
}

fn rss(items: &str) -> Reply {
    let channel = format!(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>The Mail</title>{items}</channel></rss>"
    );
    ok("application/rss+xml", channel)
}

/// A feed of which every article is had, with tags; its second one comes at noon.
fn good(asked: &Asked) -> Reply {
    let noon = hour() >= 6;
    let tag = if noon { "\"two\"" } else { "\"one\"" };
    if asked.etag.as_deref() == Some(tag) {
        return Reply::Whole(304, Vec::new(), Vec::new());
    }
    let later = if noon { item("http://good.example/two", "Two") } else { String::new() };
    let Reply::Whole(status, mut fields, body) = rss(&(item("http://good.example/one?utm_source=rss", "One") + &later))
    else {
        unreachable!()
    };
    fields.push(("etag", tag.to_owned()));
    Reply::Whole(status, fields, body)
}

/// Whole texts in the feed itself, of which one is changed at noon.
fn whole() -> Reply {
    let boats = if hour() >= 6 { 12 } else { 9 };
    let text = format!("The coastguard said that {boats} boats were missing. ").repeat(16);
    rss(&format!(
        "<item><guid>whole-1</guid><title>Boats missing</title><link>http://whole.example/1</link>\
         <content:encoded>{text}</content:encoded></item>"
    ))
}

/// A feed that leads everywhere but to articles.
fn bad() -> Reply {
    let urls = [
        "http://bad.example/inside",
        "http://bad.example/cloud",
        "http://bad.example/round",
        "http://bad.example/huge",
        "http://bad.example/bomb",
        "http://bad.example/drip",
        "http://bad.example/gone",
        "http://bad.example/picture",
        "http://forbidden.example/article",
        "http://127.0.0.1:9/",
        "http://169.254.169.254/latest/meta-data/",
        "file:///etc/passwd",
    ];
    rss(&urls.map(|url| item(url, url)).concat())
}

fn bomb() -> Reply {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    let nothing = vec![b' '; 1 << 20];
    (0..200).for_each(|_| packed.write_all(&nothing).unwrap());
    let fields = vec![("content-type", "text/html".to_owned()), ("content-encoding", "gzip".to_owned())];
    Reply::Whole(200, fields, packed.finish().unwrap())
}

/// Each address is too busy once, then answers.
fn busy(tried: &AtomicUsize, fields: Vec<(&'static str, String)>, after: Reply) -> Reply {
    if tried.fetch_add(1, Ordering::SeqCst) == 0 { Reply::Whole(429, fields, Vec::new()) } else { after }
}

static BUSY: AtomicUsize = AtomicUsize::new(0);
static WEAK: AtomicUsize = AtomicUsize::new(0);

/// What is answered to a request, to whatever host.
pub fn answer(asked: &Asked, inside: &str) -> Reply {
    let html = "text/html; charset=utf-8";
    match asked.address.as_str() {
        "forbidden.example/robots.txt" => ok("text/plain", "User-agent: *\nDisallow: /article\n"),
        "slow.example/robots.txt" => ok("text/plain", "User-agent: sayso\nCrawl-delay: 20\n"),
        "down.example/robots.txt" => status(500),
        address if address.ends_with("/robots.txt") => status(404),

        "lists.example/all.opml" => ok("text/x-opml", OPML),
        "good.example/feed" => good(asked),
        "good.example/one?utm_source=rss" => ok(html, article("Arden", 7)),
        // An article that is changed silently in the afternoon.
        "good.example/two" => ok(html, article("Velgar", if hour() >= 9 { 31 } else { 30 })),
        "whole.example/feed" => whole(),
        "bad.example/feed" => bad(),
        "bad.example/inside" => to(inside),
        "bad.example/cloud" => to("http://169.254.169.254/latest/meta-data/"),
        "bad.example/round" => to("http://bad.example/round"),
        "bad.example/huge" => Reply::Endless,
        "bad.example/bomb" => bomb(),
        "bad.example/drip" => Reply::Drip,
        "bad.example/picture" => ok("image/png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        "broken.example/feed" => ok("application/rss+xml", "<rss version='2.0'><channel><title>Broken</tit"),
        "weak.example/feed" if WEAK.fetch_add(1, Ordering::SeqCst) < 3 => status(500),
        "weak.example/feed" => rss(&item("http://weak.example/late", "Late")),
        "weak.example/late" => to("http://www.weak.example/late"),
        "www.weak.example/late" => ok(html, article("Hallin", 5)),
        "busy.example/feed" => {
            busy(&BUSY, vec![("retry-after", "7200".to_owned())], rss(&item("http://busy.example/article", "Busy")))
        }
        "busy.example/article" => ok(html, article("Skarn", 3)),
        "slow.example/sitemap-index.xml" => ok("text/xml", INDEX),
        "slow.example/news.xml" => ok("text/xml", SITEMAP),
        "slow.example/a" => ok(html, article("Ostra", 11)),
        "slow.example/b" => ok(html, article("Vestra", 12)),
        "json.example/feed" => ok("application/feed+json", JSON),
        "json.example/j" => ok(html, article("Jernby", 2)),
        "down.example/feed" => rss(&item("http://down.example/never", "Never")),
        _ => status(404),
    }
}

const OPML: &str = "<opml version='2.0'><body>
    <outline xmlUrl='http://good.example/feed'/><outline xmlUrl='http://whole.example/feed'/>
    <outline xmlUrl='http://bad.example/feed'/><outline xmlUrl='http://broken.example/feed'/>
    <outline xmlUrl='http://weak.example/feed'/><outline xmlUrl='http://busy.example/feed'/>
    <outline xmlUrl='http://slow.example/sitemap-index.xml'/><outline xmlUrl='http://json.example/feed'/>
    <outline xmlUrl='http://down.example/feed'/><outline xmlUrl='http://127.0.0.1:9/feed'/>
    </body></opml>";

const INDEX: &str = "<sitemapindex><sitemap><loc>http://slow.example/news.xml</loc></sitemap></sitemapindex>";

const SITEMAP: &str = "<urlset xmlns:news='n'><url><loc>http://slow.example/a</loc>
    <news:news><news:publication_date>2026-03-05T05:00:00Z</news:publication_date><news:title>A</news:title></news:news></url>
    <url><loc>http://slow.example/b</loc></url>
    <url><loc>http://slow.example/old</loc><lastmod>2024-01-01</lastmod></url></urlset>";

const JSON: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Jernby",
    "items": [{"id": "1", "url": "http://json.example/j", "title": "Boats", "content_text": "Boats were tied up."}]}"#;
