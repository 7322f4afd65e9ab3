//! News items in ninjs, the IPTC's JSON for news (versions 1.0 to 3.0).

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::Value;

use super::format::InputItem;
use super::objects::ObjectFields;
use crate::lines::LONGEST;
use crate::mapping::{Cell, DocumentRow, Field, address, row};

/// What an item says that is read here; from version 2.0 what used to be one is a list.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct NewsItem {
    uri: String,
    r#type: Option<String>,
    version: Option<Value>,
    versioncreated: Option<String>,
    language: Option<String>,
    headline: Option<String>,
    headlines: Vec<NinjsPart>,
    body_text: Option<String>,
    body_xhtml: Option<String>,
    body_html: Option<String>,
    bodies: Vec<NinjsPart>,
    infosources: Vec<NinjsSource>,
}

/// One of several headlines or bodies, with what it is for.
#[derive(Default, Deserialize)]
#[serde(default)]
struct NinjsPart {
    role: Option<String>,
    contenttype: Option<String>,
    value: String,
}

#[derive(Deserialize)]
struct NinjsSource {
    name: Option<String>,
}

/// The item in an object, where that is one of ninjs.
pub fn item(fields: &ObjectFields<'_>, object: &[u8], number: u64) -> Option<InputItem> {
    let has = |names: &[&str]| names.iter().any(|name| fields.contains_key(*name));
    let is_one = has(&["uri"])
        && has(&[
            "body_text",
            "body_xhtml",
            "body_html",
            "bodies",
            "headlines",
            "representationtype",
            "versioncreated",
        ]);
    if !is_one {
        return None;
    }
    let item: NewsItem = serde_json::from_slice(object).ok()?;
    if item.r#type.as_deref().is_some_and(|kind| kind != "text") {
        return Some(InputItem::Passed(1, "news items that are no text".to_owned()));
    }
    Some(match row(LONGEST, item.cells().into_iter()) {
        DocumentRow::Line(line) => InputItem::Line { number, line },
        DocumentRow::Address(address) => InputItem::WithoutText { number, address },
    })
}

impl NewsItem {
    fn cells(&self) -> Vec<(Field, Cell<'_>)> {
        let mut cells = vec![(Field::Id, Cell::Text(self.id()))];
        let mut add = |field: Field, text: Option<Cow<'_, str>>| {
            cells.extend(text.map(|text| (field, Cell::Text(text.into_owned().into()))));
        };
        let (text, html) = self.body();
        add(Field::Text, text.map(Cow::Borrowed));
        add(Field::Html, html.map(|html| in_page(html).into()));
        add(Field::Title, self.title().map(Cow::Borrowed));
        add(Field::Url, address(&self.uri).map(Cow::Borrowed));
        add(Field::Published, self.versioncreated.as_deref().map(Cow::Borrowed));
        add(Field::Publisher, self.infosources.iter().find_map(|source| source.name.as_deref()).map(Cow::Borrowed));
        add(Field::Version, self.version_number().map(Cow::Owned));
        add(Field::Language, self.language.as_deref().map(Cow::Borrowed));
        cells
    }

    /// An item keeps its `uri` from version to version, and each version is a document.
    fn id(&self) -> Cow<'_, str> {
        match self.version_number() {
            Some(version) if version != "1" => format!("{}#{version}", self.uri).into(),
            _ => self.uri.as_str().into(),
        }
    }

    fn version_number(&self) -> Option<String> {
        match self.version.as_ref()? {
            Value::String(version) => Some(version.clone()),
            Value::Number(version) => Some(version.to_string()),
            _ => None,
        }
    }

    fn title(&self) -> Option<&str> {
        let main = self.headlines.iter().find(|part| part.role.as_deref() == Some("main"));
        let listed = main.or_else(|| self.headlines.first()).map(|part| part.value.as_str());
        self.headline.as_deref().or(listed)
    }

    /// The text, or else the markup, in which paragraphs can be told.
    fn body(&self) -> (Option<&str>, Option<&str>) {
        let of_kind = |is_html: bool| {
            let is_of =
                |part: &&NinjsPart| part.contenttype.as_deref().is_some_and(|kind| kind.contains("html")) == is_html;
            self.bodies.iter().find(is_of).map(|part| part.value.as_str())
        };
        let html = self.body_xhtml.as_deref().or(self.body_html.as_deref()).or_else(|| of_kind(true));
        let text = self.body_text.as_deref().or_else(|| of_kind(false));
        (text, html.filter(|_| text.is_none()))
    }
}

/// A fragment made a page whose body is the article, so that nothing of it is taken for its surroundings.
pub fn in_page(fragment: &str) -> String {
    format!("<html><body><article>{fragment}</article></body></html>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::InputLine;

    fn told(object: &str) -> Option<String> {
        let fields: ObjectFields<'_> = serde_json::from_str(object).unwrap();
        Some(match item(&fields, object.as_bytes(), 1)? {
            InputItem::Line { line: InputLine::Whole(line), .. } => String::from_utf8(line).unwrap(),
            other => format!("{other:?}"),
        })
    }

    #[test]
    fn items_of_every_version_are_read() {
        let first = r#"{"uri":"urn:a:7","type":"text","version":"2","versioncreated":"2026-02-03T10:00:00Z","headline":"Ferry","body_text":"She agreed."}"#;
        let expected =
            r#"{"id":"urn:a:7#2","text":"She agreed.","title":"Ferry","published":"2026-02-03T10:00:00Z","version":2}"#;
        assert_eq!(told(first).unwrap(), expected);
        let third = r#"{"uri":"https://a.example/7","standard":{"name":"ninjs","version":"3.0"},"headlines":[{"role":"short","value":"F"},{"role":"main","value":"Ferry"}],"bodies":[{"contenttype":"text/html","value":"<p>She agreed.</p>"}],"infosources":[{"name":"Arden Wire"}]}"#;
        let expected = r#"{"id":"https://a.example/7","html":"<html><body><article><p>She agreed.</p></article></body></html>","title":"Ferry","url":"https://a.example/7","publisher":"Arden Wire"}"#;
        assert_eq!(told(third).unwrap(), expected);
    }

    #[test]
    fn a_picture_is_passed_over_and_other_objects_are_none() {
        assert!(told(r#"{"uri":"urn:a:8","type":"picture","body_text":"A ferry."}"#).unwrap().contains("no text"));
        assert_eq!(told(r#"{"uri":"urn:a:9","body":"She agreed."}"#), None);
    }
}
