//! News items in NewsML-G2, the IPTC's XML for news, whose text is marked up in XHTML or NITF. The whole is never held: an item
//! is read from its first tag to its last, and what it may hold is bounded.

use std::io::BufReader;
use std::sync::LazyLock;

use quick_xml::Reader;
use quick_xml::events::Event;
use regex::bytes::Regex;

use super::allowed::{Allowance, Allowed};
use super::format::{InputFormat, InputHead, InputItem, InputOptions, Items};
use super::newsml_item::NewsItem;
use super::source::InputSource;
use crate::size_limit::LONGEST;

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

impl Iterator for NewsItems {
    type Item = InputItem;

    fn next(&mut self) -> Option<InputItem> {
        if self.is_over {
            return None;
        }
        self.allowance.renew(LONGEST);
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
