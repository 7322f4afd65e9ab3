//! OPML and sitemaps, read until they end or break off: what stands before a fault is taken.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::page::ListedPage;

/// What a document's first element says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    Opml,
    UrlSet,
    SitemapIndex,
    Other,
}

/// What the document is; nothing where it has no markup.
pub fn root(text: &str) -> Option<Root> {
    if !text.trim_start().starts_with('<') {
        return None;
    }
    let mut reader = reader(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                return Some(match tag.local_name().into_inner() {
                    "opml" => Root::Opml,
                    "urlset" => Root::UrlSet,
                    "sitemapindex" => Root::SitemapIndex,
                    _ => Root::Other,
                });
            }
            Ok(Event::Eof) | Err(_) => return Some(Root::Other),
            Ok(_) => {}
        }
    }
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    reader
}

/// The feeds of an OPML list.
pub fn outlines(text: &str, most: usize) -> Vec<String> {
    let mut reader = reader(text);
    let mut feeds = Vec::new();
    while feeds.len() < most {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => feeds.extend(feed_of(&tag)),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    feeds
}

/// 'xmlUrl', in whatever case it was written.
fn feed_of(tag: &BytesStart<'_>) -> Option<String> {
    let mut attributes = tag.attributes().with_checks(false).filter_map(Result::ok).collect::<Vec<_>>().into_iter();
    let given = attributes.find(|attribute| attribute.key.as_ref().eq_ignore_ascii_case("xmlUrl"))?;
    let address = html_escape::decode_html_entities(given.value.trim()).into_owned();
    (!address.is_empty()).then_some(address)
}

/// What stands in the elements of one entry of a sitemap.
#[derive(Debug, Default)]
struct SitemapFields {
    address: String,
    changed: String,
    published: String,
    title: String,
    name: String,
}

impl SitemapFields {
    /// Where the text of an element goes.
    fn of(&mut self, element: &str) -> Option<&mut String> {
        match element {
            "loc" => Some(&mut self.address),
            "lastmod" => Some(&mut self.changed),
            "news:publication_date" => Some(&mut self.published),
            "news:title" => Some(&mut self.title),
            "news:name" => Some(&mut self.name),
            _ => None,
        }
    }

    fn at(&self) -> Option<&str> {
        filled(&self.published).or_else(|| filled(&self.changed))
    }

    fn page(self) -> ListedPage {
        let owned = |text: &str| filled(text).map(str::to_owned);
        ListedPage {
            published: owned(&self.published),
            title: owned(&self.title),
            publisher: owned(&self.name),
            url: self.address.trim().to_owned(),
        }
    }
}

fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// The pages of a sitemap for whose time `wanted` holds.
pub fn pages(text: &str, most: usize, wanted: impl Fn(Option<&str>) -> bool) -> Vec<ListedPage> {
    entries(text, "url", most, wanted).into_iter().map(SitemapFields::page).collect()
}

/// The sitemaps of an index for whose time `wanted` holds.
pub fn sitemaps(text: &str, most: usize, wanted: impl Fn(Option<&str>) -> bool) -> Vec<String> {
    entries(text, "sitemap", most, wanted).into_iter().map(|fields| fields.address.trim().to_owned()).collect()
}

fn entries(text: &str, entry: &str, most: usize, wanted: impl Fn(Option<&str>) -> bool) -> Vec<SitemapFields> {
    let mut reader = reader(text);
    let (mut found, mut fields, mut element) = (Vec::new(), SitemapFields::default(), String::new());
    while found.len() < most {
        let Ok(event) = reader.read_event() else { break };
        match event {
            Event::Start(tag) if tag.name().as_ref() == entry => fields = SitemapFields::default(),
            Event::Start(tag) => tag.name().as_ref().clone_into(&mut element),
            Event::End(tag) if tag.name().as_ref() == entry => {
                let fields = std::mem::take(&mut fields);
                if filled(&fields.address).is_some() && wanted(fields.at()) {
                    found.push(fields);
                }
            }
            Event::End(_) => element.clear(),
            Event::Text(words) => append(&mut fields, &element, &words),
            Event::CData(words) => append(&mut fields, &element, &words),
            Event::GeneralRef(name) => {
                append(&mut fields, &element, &html_escape::decode_html_entities(&format!("&{};", &*name)));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

fn append(fields: &mut SitemapFields, element: &str, words: &str) {
    if let Some(field) = fields.of(element) {
        field.push_str(words);
    }
}
