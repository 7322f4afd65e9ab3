//! One news item in NewsML-G2, put together tag by tag.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart};

use super::format::InputItem;
use super::ninjs::in_page;
use crate::lines::LONGEST;
use crate::mapping::{Cell, DocumentRow, Field, address, row};

/// One item on its way.
#[derive(Default)]
pub struct NewsItem {
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

impl NewsItem {
    /// Takes a tag that opens an element; `path` are the elements around it.
    pub fn begin(&mut self, name: &str, tag: &BytesStart<'_>, path: &[String]) {
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

    /// Takes the end of an element; `path` are the elements around it.
    pub fn end(&mut self, name: &str, path: &[String]) {
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

    /// Takes words; those of a section of character data are not escaped.
    pub fn words(&mut self, words: &str, path: &[String], is_escaped: bool) {
        if self.is_marked_up(path) {
            let escaped = || words.replace('&', "&amp;").replace('<', "&lt;");
            self.markup.push_str(&if is_escaped { words.into() } else { std::borrow::Cow::Owned::<str>(escaped()) });
        } else if let Some(place) = self.place(path) {
            place.push_str(words);
        }
    }

    /// Takes a reference to a letter; one to anything else stands for nothing.
    pub fn reference(&mut self, reference: &BytesRef<'_>, path: &[String]) {
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

    /// The item as a document, or what it is that is none.
    pub fn finished(&self, number: u64) -> InputItem {
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
