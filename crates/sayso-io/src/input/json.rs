//! JSON documents: an array of objects, an object with a list of them, or one object over several lines.

use std::sync::LazyLock;

use regex::bytes::Regex;
use sayso::{DocumentKind, kind_of};

use super::format::{InputFormat, InputHead, InputOptions, Items};
use super::json_rows::JsonRows;
use super::objects::{Level, Objects};
use super::source::InputSource;

pub const FORMAT: InputFormat = InputFormat {
    name: "json",
    help: "JSON: an array or a list of objects, each a document",
    has_rows: true,
    recognises,
    open,
};

/// An array, or an object that begins with a list under one of the names that programs give it.
static ARRAY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?-u)^\[\s*(?:[{\]]|$)").expect("it is one"));
static LIST: LazyLock<Regex> = LazyLock::new(|| {
    // The answers of GDELT, Media Cloud, NewsAPI, The Guardian and Elasticsearch, and what people write by hand.
    let names = "articles|stories|results|documents|docs|data|hits|items|response";
    Regex::new(&format!(r#"(?-u)^\{{\s*"(?:{names})"\s*:\s*\[\s*[{{\]]"#)).expect("it is one")
});

/// An object over several lines begins with a name.
static OBJECT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"(?-u)^\{\s*(?:"|$)"#).expect("it is one"));

fn recognises(head: &InputHead<'_>, _: &InputOptions) -> bool {
    level(head).is_some() && kind_of(head.bytes) != DocumentKind::Feed
}

fn level(head: &InputHead<'_>) -> Option<Level> {
    let bytes = head.trimmed();
    if head.ends_with("jsonl") || head.ends_with("ndjson") {
        None
    } else if ARRAY.is_match(bytes) {
        Some(Level::InArray)
    } else if LIST.is_match(bytes) {
        Some(Level::InList)
    } else {
        // A stream is told by its first line. One of which only rows are asked for may have a wrong line at its head.
        let is_alone = !head.rows_only || head.ends_with("json");
        let is_broken = head.first_line().is_some_and(|line| !super::jsonl::is_object(line));
        (is_alone && is_broken && OBJECT.is_match(bytes)).then_some(Level::Top)
    }
}

fn open(source: InputSource, head: &InputHead<'_>, options: &InputOptions) -> Result<Items, String> {
    let level = level(head).unwrap_or(Level::Top);
    Ok(Box::new(JsonRows::new(Objects::new(source.stream, level), options.columns.clone())))
}
