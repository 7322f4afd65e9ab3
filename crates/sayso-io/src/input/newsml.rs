//! News items in NewsML-G2, the IPTC's XML for news, whose text is marked up in XHTML or NITF. The whole is never held: an item
//! is read from its first tag to its last, and what it may hold is bounded.

use std::io::BufReader;
use std::sync::LazyLock;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use regex::bytes::Regex;

use super::allowed::{Allowance, Allowed};
use super::format::{InputFormat, InputHead, InputItem, InputOptions, Items};
use super::ninjs::in_page;
use super::source::InputSource;
use crate::lines::LONGEST;
use crate::mapping::{Cell, DocumentRow, Field, address, row};
use crate::size_limit::LONGEST as LONGEST_ITEM;

pub const FORMAT: InputFormat =
    InputFormat { name: "newsml", help: "News items in NewsML-G2", has_rows: false, recognises, open };

/// How deep elements may stand in one another.
const DEEPEST: usize = 64;

/// What is said where an item is longer than a document may be.
const OVER: &str = "an item is longer than 64 MiB, and what follows it was not read";

static ROOT: LazyLock<Regex> = LazyLock::new(|| {
    let before = r"(?s-u)^\s*(?:<\?[^>]*>|<!--.*?-->|\s)*";
    Regex::new(&format!(r"{before}<(?:\w+:)?(?:newsMessage|newsItem|packageItem)\b")).expect("it is one")
});

fn recognises(head: &InputHead<'_>, _: &InputOptions) -> bool {
    ROOT.is_match(head.trimmed())
}

fn open(source: InputSource, _: &InputHead<'_>, _: &InputOptions) -> Result<Items, String> {
    let allowance = Allowance::default();
    let mut reader = Reader::from_reader(BufReader::new(Allowed::new(source.stream, allowance.clone(), OVER)));
    reader.config_mut().expand_empty_elements = true;
    Ok(Box::new(NewsItems { reader, allowance, buffer: Vec::new(), path: Vec::new(), number: 0, is_over: false }))
}

/// The items of a message.
struct NewsItems {
    reader: Reader<BufReader<Allowed>>,
    allowance: Allowance,
    buffer: Vec<u8>,
    /// The elements that are open.
    path: Vec<String>,
    number: u64,
    is_over: bool,
}

/// One item on its way.
#[derive(Default)]
struct NewsItem {
    id: String,
    version: Option<String>,
    class: Option<String>,
    language: Option<String>,
    title: String,
    /// Whether the first headline is over: others are for other places.
    has_title: bool,
    created: String,
    provider: String,
    text: String,
    markup: String,
    /// Whether the body of the text was found and is over: what comes then is not of it.
    has_body: bool,
}

impl Iterator for NewsItems {
    type Item = InputItem;

    fn next(&mut self) -> Option<InputItem> {
        if self.is_over {
            return None;
        }
        self.allowance.renew(LONGEST_ITEM);
        match self.read() {
            Ok(Some(item)) => Some(item),
            Ok(None) => {
                self.is_over = true;
                None
            }
            Err(reason) => {
                self.is_over = true;
                Some(InputItem::Broken(reason))
            }
        }
    }
}

impl NewsItems {
    /// Up to the end of the next item.
    fn read(&mut self) -> Result<Option<InputItem>, String> {
        let mut item = NewsItem::default();
        loop {
            self.buffer.clear();
            match self.reader.read_event_into(&mut self.buffer).map_err(|error| broken(&error))? {
                Event::Start(tag) => {
                    let name = tag.local_name().as_ref().to_owned();
                    if self.path.len() >= DEEPEST {
                        return Err("its elements stand more than 64 deep in one another".to_owned());
                    }
                    item.begin(&name, &tag, &self.path);
                    self.path.push(name);
                }
                Event::End(_) => {
                    let Some(name) = self.path.pop() else { continue };
                    item.end(&name, &self.path);
                    if name == "newsItem" {
                        self.number += 1;
                        return Ok(Some(item.finished(self.number)));
                    }
                    if name == "packageItem" || name == "knowledgeItem" {
                        return Ok(Some(InputItem::Passed(1, "packages and other items that are no news".to_owned())));
                    }
                }
                Event::Text(text) => item.words(&text, &self.path, true),
                Event::CData(text) => item.words(&text, &self.path, false),
                Event::GeneralRef(reference) => item.reference(&reference, &self.path),
                Event::Eof if self.path.is_empty() => return Ok(None),
                Event::Eof => return Err("it breaks off before its end; get it again".to_owned()),
                _ => {}
            }
        }
    }
}

fn broken(error: &quick_xml::Error) -> String {
    match error {
        quick_xml::Error::Io(error) => error.to_string(),
        error => format!("the XML is damaged: {error}"),
    }
}

impl NewsItem {
    fn begin(&mut self, name: &str, tag: &BytesStart<'_>, path: &[String]) {
        let within = |element: &str| path.last().is_some_and(|last| last == element);
        match name {
            "newsItem" => {
                *self = Self {
                    id: attribute(tag, "guid").unwrap_or_default(),
                    version: attribute(tag, "version"),
                    ..Self::default()
                };
            }
            "itemClass" if within("itemMeta") => self.class = attribute(tag, "qcode"),
            "provider" if within("itemMeta") => self.provider = attribute(tag, "literal").unwrap_or_default(),
            "language" if within("contentMeta") => self.language = attribute(tag, "tag"),
            "body" | "body.content" if self.is_marked_up(path) && !self.has_body => self.markup.clear(),
            _ if self.is_marked_up(path) && is_plain(name) => self.markup.push_str(&format!("<{name}>")),
            _ => {}
        }
    }

    fn end(&mut self, name: &str, path: &[String]) {
        self.has_title |= name == "headline" && !self.title.trim().is_empty();
        if !self.is_marked_up(path) {
            return;
        }
        match name {
            "body" | "body.content" => self.has_body = true,
            _ if is_plain(name) => self.markup.push_str(&format!("</{name}>")),
            _ => {}
        }
    }

    /// Whether a place is in the text that is marked up, before its end.
    fn is_marked_up(&self, path: &[String]) -> bool {
        !self.has_body && path.iter().any(|element| element == "inlineXML")
    }

    /// Where words that stand in a place belong.
    fn place(&mut self, path: &[String]) -> Option<&mut String> {
        let at = |parent: &str, element: &str| matches!(path, [.., above, last] if above == parent && last == element);
        match () {
            () if at("contentMeta", "headline") && !self.has_title => Some(&mut self.title),
            () if at("itemMeta", "versionCreated") => Some(&mut self.created),
            () if at("provider", "name") => Some(&mut self.provider),
            () if at("contentSet", "inlineData") => Some(&mut self.text),
            () => None,
        }
    }

    fn words(&mut self, words: &str, path: &[String], is_escaped: bool) {
        if self.is_marked_up(path) {
            let escaped = || words.replace('&', "&amp;").replace('<', "&lt;");
            self.markup.push_str(&if is_escaped { words.into() } else { std::borrow::Cow::Owned::<str>(escaped()) });
        } else if let Some(place) = self.place(path) {
            place.push_str(words);
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>, path: &[String]) {
        let name: &str = reference;
        if self.is_marked_up(path) {
            self.markup.push_str(&format!("&{name};"));
        } else if let Some(place) = self.place(path) {
            match reference.resolve_char_ref() {
                Ok(Some(letter)) => place.push(letter),
                _ => place.push_str(resolve_predefined_entity(name).unwrap_or_default()),
            }
        }
    }

    fn finished(&self, number: u64) -> InputItem {
        if self.class.as_deref().is_some_and(|class| class.starts_with("ninat:") && class != "ninat:text") {
            return InputItem::Passed(1, "news items that are no text".to_owned());
        }
        if self.text.trim().is_empty() && self.markup.trim().is_empty() {
            return InputItem::Passed(1, "news items without their text".to_owned());
        }
        match row(LONGEST, self.cells().into_iter()) {
            DocumentRow::Line(line) => InputItem::Line { number, line },
            DocumentRow::Address(address) => InputItem::WithoutText { number, address },
        }
    }

    fn cells(&self) -> Vec<(Field, Cell<'_>)> {
        let id = match self.version.as_deref() {
            Some(version) if version != "1" && !self.id.is_empty() => format!("{}#{version}", self.id),
            _ => self.id.clone(),
        };
        let mut cells = vec![(Field::Id, Cell::Text(id.into()))];
        let mut add = |field: Field, text: &str| cells.push((field, Cell::Text(text.trim().to_owned().into())));
        if self.markup.trim().is_empty() {
            add(Field::Text, &self.text);
        } else {
            add(Field::Html, &in_page(&self.markup));
        }
        add(Field::Title, &self.title);
        add(Field::Url, address(&self.id).unwrap_or_default());
        add(Field::Published, &self.created);
        add(Field::Publisher, &self.provider);
        add(Field::Version, self.version.as_deref().unwrap_or_default());
        add(Field::Language, self.language.as_deref().unwrap_or_default());
        cells
    }
}

/// Whether an element is one of marked-up text, and none that could end the page that is made of it.
fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && !matches!(name, "html" | "head" | "body" | "script" | "style" | "article" | "plaintext" | "inlineXML")
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    // Without the check for twins, which would hold each attribute against all before it.
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).filter_map(Result::ok).find(|found| found.key.as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::InputLine;

    const MESSAGE: &str = r#"<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
<newsItem guid="urn:newsml:arden:7" version="2" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/>
<provider literal="Arden Wire"/><versionCreated>2026-02-03T10:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Ferry &amp; dock</headline><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf><head><title>No</title></head><body>
<body.head><hedline><hl1>No</hl1></hedline></body.head>
<body.content><p class="lead">She agreed &amp; left.</p><p>He <em>did</em> not.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:arden:8" version="1"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
<packageItem guid="urn:newsml:arden:9"><itemMeta/></packageItem>
<newsItem guid="https://arden.example/10"><contentSet><inlineData contenttype="text/plain">She said &#8220;no&#8221;.</inlineData></contentSet></newsItem>
</itemSet></newsMessage>"#;

    fn told(message: &str) -> Vec<String> {
        let (source, bytes, is_all) = InputSource::of(message, "a.xml").peeked().unwrap();
        let head = InputHead { bytes: &bytes, is_all, ending: "xml", rows_only: false };
        assert!(recognises(&head, &InputOptions::default()));
        let told = |item| match item {
            InputItem::Line { line: InputLine::Whole(line), .. } => String::from_utf8(line).unwrap(),
            other => format!("{other:?}"),
        };
        open(source, &head, &InputOptions::default()).ok().unwrap().map(told).collect()
    }

    #[test]
    fn items_with_text_are_documents_and_others_are_counted() {
        let told = told(MESSAGE);
        let expected = r#"{"id":"urn:newsml:arden:7#2","html":"<html><body><article><p>She agreed &amp; left.</p><p>He <em>did</em> not.</p></article></body></html>","title":"Ferry & dock","published":"2026-02-03T10:00:00Z","publisher":"Arden Wire","version":2,"language":"en"}"#;
        assert_eq!(told[0], expected);
        assert!(told[1].contains("no text") && told[2].contains("packages"), "{told:?}");
        assert_eq!(
            told[3],
            r#"{"id":"https://arden.example/10","text":"She said “no”.","url":"https://arden.example/10"}"#
        );
        assert_eq!(told.len(), 4);
    }

    #[test]
    fn what_breaks_off_or_nests_without_end_is_told() {
        let cut = told(&MESSAGE[..MESSAGE.len() - 60]);
        assert!(cut[cut.len() - 1].contains("breaks off") || cut[cut.len() - 1].contains("damaged"), "{cut:?}");
        let deep = told(&format!("<newsItem>{}", "<a>".repeat(1000)));
        assert!(deep[0].contains("64 deep"), "{deep:?}");
    }
}
