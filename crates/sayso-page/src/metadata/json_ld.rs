//! What a page says of its article as schema.org data in JSON-LD: alone, in a list, or in a graph.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use super::broken_json;

/// The types of an article, best first: a page often describes itself, its site and its videos as well.
const TYPES: [&str; 13] = [
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "LiveBlogPosting",
    "Article",
    "BlogPosting",
    "TechArticle",
    "Report",
    "Recipe",
    "VideoObject",
    "WebPage",
    "Blog",
];

/// Values are to be plain, and are not always.
static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"</?[a-zA-Z][^<>]*>").expect("the pattern is constant"));

/// How deep objects are looked for within objects.
const DEEPEST: usize = 4;

/// What linked data says of the article.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    /// Whether all that it names as authors are organisations.
    pub(super) by_organisation: bool,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) url: Option<String>,
    /// The entries of an article that is told as it goes on.
    pub(super) updates: Vec<LiveUpdate>,
}

/// An entry of an article that is told as it goes on.
#[derive(Debug)]
pub(crate) struct LiveUpdate {
    /// Its headline, or its text.
    pub(super) known_by: String,
    pub(super) published: Option<String>,
    pub(super) authors: Vec<String>,
}

impl LinkedData {
    /// Reads all blocks of a page; what is no JSON is passed over.
    pub(super) fn read(blocks: &[String]) -> Self {
        let values: Vec<Value> = blocks.iter().filter_map(|block| broken_json::parse(block)).collect();
        let mut objects = Vec::new();
        values.iter().for_each(|value| gather(value, DEEPEST, &mut objects));
        objects.sort_by_key(|object| rank(object));
        let first = |key: &str| {
            objects.iter().filter(|object| rank(object) < TYPES.len()).find_map(|object| text(object.get(key)?))
        };
        Self {
            headline: first("headline"),
            by_organisation: by_organisation(&objects),
            authors: authors(&objects),
            publisher: publisher(&objects),
            published: first("datePublished").or_else(|| first("dateCreated")).or_else(|| first("uploadDate")),
            modified: first("dateModified"),
            url: first("url").or_else(|| first("mainEntityOfPage")),
            updates: objects.iter().filter_map(|object| object.get("liveBlogUpdate")).flat_map(updates).collect(),
        }
    }
}

/// So many entries are looked at.
const MOST_UPDATES: usize = 500;

fn updates(value: &Value) -> Vec<LiveUpdate> {
    let all = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    let update = |update: &Value| {
        Some(LiveUpdate {
            known_by: ["headline", "articleBody"].into_iter().find_map(|key| text(update.get(key)?))?,
            published: update.get("datePublished").and_then(text),
            authors: update.get("author").map(|author| names(author, &[])).unwrap_or_default(),
        })
    };
    all.iter().take(MOST_UPDATES).filter_map(update).collect()
}

fn gather<'v>(value: &'v Value, depth: usize, objects: &mut Vec<&'v Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, depth, objects)),
        Value::Object(fields) => {
            objects.push(value);
            if depth > 0 {
                let inner = ["@graph", "mainEntity", "mainEntityOfPage"].into_iter().filter_map(|key| fields.get(key));
                inner.for_each(|inner| gather(inner, depth - 1, objects));
            }
        }
        _ => {}
    }
}

/// The place of an object's type in [`TYPES`].
fn rank(object: &Value) -> usize {
    let name = |kind: &str| kind.rsplit(['/', ':', '#']).next().unwrap_or_default().to_owned();
    let place = |kind: &str| TYPES.iter().position(|known| *known == name(kind));
    match &object["@type"] {
        Value::String(kind) => place(kind),
        Value::Array(kinds) => kinds.iter().filter_map(|kind| place(kind.as_str()?)).min(),
        _ => None,
    }
    .unwrap_or(TYPES.len())
}

fn text(value: &Value) -> Option<String> {
    let string = match value {
        Value::String(string) => string,
        Value::Array(items) => return items.iter().find_map(text),
        Value::Object(_) => return text(value.get("@id")?),
        _ => return None,
    };
    let plain = html_escape::decode_html_entities(string);
    let plain = TAG.replace_all(&plain, " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (!plain.is_empty()).then_some(plain)
}

/// The authors of the best object that names some; in a graph they are named elsewhere, and referred to.
fn authors(objects: &[&Value]) -> Vec<String> {
    let articles = objects.iter().filter(|object| rank(object) < TYPES.len());
    let named = articles.filter_map(|object| object.get("author").or_else(|| object.get("creator")));
    let mut found = named.map(|author| names(author, objects)).find(|names| !names.is_empty()).unwrap_or_default();
    if found.is_empty() {
        let person = objects.iter().find(|object| object["@type"] == "Person");
        found.extend(person.and_then(|person| text(person.get("name")?)));
    }
    found
}

fn names(author: &Value, objects: &[&Value]) -> Vec<String> {
    match author {
        Value::String(_) => text(author).into_iter().collect(),
        Value::Array(items) => items.iter().take(50).flat_map(|item| names(item, objects)).collect(),
        Value::Object(fields) => {
            let referred = || {
                let id = fields.get("@id")?;
                objects.iter().find(|object| object.get("@id") == Some(id)).and_then(|object| object.get("name"))
            };
            match fields.get("name").or_else(referred) {
                Some(Value::Array(items)) => items.iter().filter_map(text).collect(),
                Some(name) => text(name).into_iter().collect(),
                None => in_parts(author).into_iter().collect(),
            }
        }
        _ => Vec::new(),
    }
}

/// A name given in parts.
fn in_parts(author: &Value) -> Option<String> {
    let parts: Vec<String> =
        ["givenName", "additionalName", "familyName"].into_iter().filter_map(|key| text(author.get(key)?)).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn by_organisation(objects: &[&Value]) -> bool {
    let is_organisation = |author: &Value| author["@type"].as_str().is_some_and(|kind| kind.ends_with("Organization"));
    let articles = objects.iter().filter(|object| rank(object) < TYPES.len());
    articles.filter_map(|object| object.get("author")).next().is_some_and(|author| match author {
        Value::Array(authors) => !authors.is_empty() && authors.iter().all(is_organisation),
        author => is_organisation(author),
    })
}

fn publisher(objects: &[&Value]) -> Option<String> {
    let articles = objects.iter().filter(|object| rank(object) < TYPES.len());
    articles
        .filter_map(|object| object.get("publisher"))
        .find_map(|publisher| names(publisher, objects).into_iter().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_in_a_graph_is_followed() {
        let block = r##"{"@graph": [{"@type": "WebPage", "author": {"@id": "#p"}, "datePublished": "2020-01-02"},
            {"@type": ["Article"], "headline": "A &amp; B", "author": [{"@id": "#p"}, {"name": "Bo Roe"}]},
            {"@type": "Person", "@id": "#p", "name": "Ann Doe"}]}"##;
        let linked = LinkedData::read(&[block.to_owned(), "{broken".to_owned()]);
        assert_eq!(linked.headline.as_deref(), Some("A & B"));
        assert_eq!(linked.authors, ["Ann Doe", "Bo Roe"]);
        assert_eq!(linked.published.as_deref(), Some("2020-01-02"));
    }
}
